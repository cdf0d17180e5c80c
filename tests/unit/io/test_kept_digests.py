import hashlib
import os

import pytest

from granview.io import kept_digests
from granview.io.kept_digests import kept_digest


@pytest.fixture
def large(tmp_path, monkeypatch):
    """A file that is worth keeping the digest of, written a minute ago."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(kept_digests, "WORTH_KEEPING_BYTES", 4)
    monkeypatch.setattr(kept_digests, "_FRESH_NS", 0)
    path = tmp_path / "weights.bin"
    path.write_bytes(b"weights")
    return path


@pytest.fixture
def hashed(monkeypatch):
    """The files that were really read."""
    read = []
    original = kept_digests._hashed
    monkeypatch.setattr(kept_digests, "_hashed", lambda path: read.append(path) or original(path))
    return read


def test_a_file_is_hashed_once(large, hashed):
    assert kept_digest(large) == kept_digest(large) == hashlib.sha256(b"weights").hexdigest()
    assert hashed == [large]


def test_a_file_of_the_same_size_and_time_that_holds_something_else_is_hashed_again(large, hashed):
    kept_digest(large)
    times = (large.stat().st_atime_ns, large.stat().st_mtime_ns)
    large.write_bytes(b"WEIGHTS")
    os.utime(large, ns=times)
    assert kept_digest(large) == hashlib.sha256(b"WEIGHTS").hexdigest()


def test_another_file_under_the_name_is_hashed_again(large, hashed):
    kept_digest(large)
    other = large.with_name("other")
    other.write_bytes(b"another")
    other.replace(large)
    assert kept_digest(large) == hashlib.sha256(b"another").hexdigest()


def test_a_file_that_was_just_written_is_not_kept(large, hashed, monkeypatch):
    monkeypatch.setattr(kept_digests, "_FRESH_NS", 60_000_000_000)
    kept_digest(large)
    kept_digest(large)
    assert len(hashed) == 2


@pytest.mark.parametrize("words", [b"", b"{}", b'{"path": 1}'])
def test_a_damaged_note_costs_time_alone(large, hashed, tmp_path, words):
    kept_digest(large)
    (note,) = (tmp_path / "cache").rglob("*.json")
    note.write_bytes(words)
    assert kept_digest(large) == hashlib.sha256(b"weights").hexdigest()


def test_where_nothing_can_be_kept_it_is_hashed_all_the_same(large, hashed, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder would be")
    assert kept_digest(large) == hashlib.sha256(b"weights").hexdigest()


def test_a_link_and_its_file_have_one_note(large, hashed, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(large)
    assert kept_digest(link) == kept_digest(large)
    assert len(hashed) == 1
