import contextlib
import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from granview.core.errors import SessionError, SessionReadOnly
from granview.store import file_clone
from granview.store.file_clone import clone_file
from granview.store.journal import LeftBehind, unsaved_changes_of, working_path
from granview.store.recent_comparisons import free_changes_of
from granview.store.session import Session
from granview.store.unnamed_sessions import recoverable_sessions
from tests.helpers.store import new_session, result, sample
from tests.helpers.without_rights import open_folder, without_rights


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A closed session of two samples and two lanes, in a folder of its own."""
    path = tmp_path / "my folder" / "my work.granview"
    path.parent.mkdir()
    new_session(path).close()
    return path


def _names(path: Path) -> list[str]:
    return [file.name for file in sorted(path.parent.iterdir())]


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_document_is_written_by_saving_alone(saved: Path, tmp_path: Path) -> None:
    before = _hash(saved)
    with Session.open_document(saved, home=tmp_path / "home") as session:
        assert (session.path, session.read_only, session.n_unsaved) == (saved, False, 0)
        version = session.version()
        session.set_view("place", "s1", passing=True)
        assert not working_path(saved).exists()
        session.record([result("small", sample("s0"))])
        assert session.n_unsaved == 1
        assert session.version() != version
        session.set_view("place", "s1", passing=True)
        assert session.n_unsaved == 1
        assert len(session.results()) == 1
        assert _hash(saved) == before
        with Session.open_shared(saved) as second:
            assert second.read_only
            assert second.results() == []
        with pytest.raises(SessionReadOnly):
            Session.open(saved)
        session.set_aside_samples(["s1"])
        session.save()
        assert session.n_unsaved == 0
        with Session.open_shared(saved) as second:
            assert [each.name for each in second.samples()] == ["s0"]
            assert len(second.results()) == 1
        assert session.bring_back(1) == ["s1"]
        assert session.n_unsaved == 1
        session.save()
    assert _names(saved) == [saved.name]
    with sqlite3.connect(saved) as connection:
        assert connection.execute("SELECT count(*) FROM facts WHERE key = 'journal'").fetchone() == (0,)


def test_unsaved_changes_stay_beside_the_document_until_they_are_dropped(saved: Path, tmp_path: Path) -> None:
    before, home = _hash(saved), tmp_path / "home"
    with Session.open_document(saved, home=home) as session:
        session.record([result("small", sample("s0"))])
    left = unsaved_changes_of(saved)
    assert left is not None
    assert (left.document, left.changes, left.is_of_document) == (saved, 1, True)
    with Session.open_document(saved, home=home) as session:
        assert session.n_unsaved == 1
        assert len(session.results()) == 1
        session.close_unsaved()
    assert _names(saved) == [saved.name]
    assert _hash(saved) == before
    assert unsaved_changes_of(saved) is None


def test_both_are_there_when_changes_become_a_session_of_their_own(saved: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Session.open_document(saved, home=home) as session:
        session.record([result("small", sample("s0"))])
    with Session.open_document(saved, left=LeftBehind.PART, home=home) as session:
        assert session.results() == []
        assert "Unsaved changes of my work.granview" in session.notices[0]
        (parted,) = recoverable_sessions(home)
        with Session.open_document(parted, home=home) as other:
            assert other.unnamed
            assert not other.is_document
            assert len(other.results()) == 1


def test_changes_of_a_document_that_was_replaced_never_replace_it(saved: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Session.open_document(saved, home=home) as session:
        session.record([result("small", sample("s0"))])
    with Session.open(saved) as session:
        session.add_samples([sample("late")])
    left = unsaved_changes_of(saved)
    assert left is not None
    assert not left.is_of_document
    with Session.open_document(saved, home=home) as session:
        assert [each.name for each in session.samples()] == ["s0", "s1", "late"]
        assert "has been replaced since" in session.notices[0]
        assert session.n_unsaved == 0
    assert len(recoverable_sessions(home)) == 1


def test_saving_under_another_name_leaves_the_first_as_it_was_saved(saved: Path, tmp_path: Path) -> None:
    before, other = _hash(saved), tmp_path / "other.granview"
    with Session.open_document(saved, home=tmp_path / "home") as session:
        session.record([result("small", sample("s0"))])
        session.save_as(other)
        assert (session.path, session.n_unsaved) == (other, 0)
        session.record([result("large", sample("s0"))])
        assert session.n_unsaved == 1
        session.save()
    assert (_hash(saved), _names(saved)) == (before, [saved.name])
    with Session.open(other) as session:
        assert len(session.results()) == 2


def test_no_second_copy_is_made_where_there_is_no_room(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        free = 1000

    with Session.open_document(saved, home=tmp_path / "home") as session:
        monkeypatch.setattr(file_clone, "shares_blocks", lambda *_: False)
        monkeypatch.setattr(file_clone.shutil, "disk_usage", lambda _: Full)
        with pytest.raises(SessionError, match="room"):
            session.record([result("small", sample("s0"))])
        assert not any(".work" in name or ".part" in name for name in _names(saved))
        monkeypatch.undo()
        session.record([result("small", sample("s0"))])
        monkeypatch.setattr(file_clone.shutil, "disk_usage", lambda _: Full)
        with pytest.raises(SessionError, match="room"):
            session.save()
        assert session.n_unsaved == 1
        monkeypatch.undo()
        session.save()
        assert session.n_unsaved == 0


def test_a_clone_holds_the_same_and_takes_no_name_that_is_taken(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(bytes(range(256)) * 40_000)
    clone_file(source, target)
    assert target.read_bytes() == source.read_bytes()
    with pytest.raises(FileExistsError):
        clone_file(source, target)


def test_going_back_to_what_was_saved_loses_nothing(saved: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Session.open_document(saved, home=home) as session:
        assert session.revert(home) is None
        session.record([result("small", sample("s0"))])
        parted = session.revert(home)
        assert (session.results(), session.n_unsaved, working_path(saved).exists()) == ([], 0, False)
        with Session.open_document(parted, home=home) as other:
            assert len(other.results()) == 1
        session.record([result("large", sample("s0"))])
        session.save()
    with Session.open_document(saved, left=LeftBehind.DROP, home=home) as session:
        assert [row.lane for row in session.results()] == ["large"]
        session.record([result("small", sample("s0"))])
    with Session.open_document(saved, home=home) as session:
        assert session.recovered_from is not None
        assert len(session.results()) == 2
    with Session.open_document(saved, left=LeftBehind.DROP, home=home) as session:
        assert (session.recovered_from, len(session.results())) == (None, 1)
    assert _names(saved) == [saved.name]


@pytest.mark.parametrize("damage", ["all", "end"])
def test_a_damaged_journal_is_put_away_and_the_document_opens_as_it_was_saved(
    saved: Path, tmp_path: Path, damage: str
) -> None:
    home = tmp_path / "home"
    with Session.open_document(saved, home=home) as session:
        session.record([result("small", sample("s0"))])
    working, whole = working_path(saved), working_path(saved).read_bytes()
    working.write_bytes(b"nothing" * 999 if damage == "all" else whole[:4096])
    with Session.open_document(saved, home=home) as session:
        assert session.results() == []
        assert "cannot be read" in session.notices[0]
        session.record([result("small", sample("s0"))])
        session.save()
    put_away = [name for name in _names(saved) if "-unsaved-" in name and name.endswith(saved.suffix)]
    assert len(put_away) == 1
    assert put_away[0] in session.notices[0]


def test_what_somebody_else_has_written_meanwhile_is_overwritten_only_where_that_is_asked_for(
    saved: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.granview"
    new_session(other, samples=3).close()
    home = tmp_path / "home"
    with Session.open_document(saved, home=home) as session:
        session.record([result("small", sample("s0"))])
        shutil.copy(other, saved)
        with pytest.raises(SessionError, match="changed by another program"):
            session.save()
        assert (_hash(saved), session.n_unsaved) == (_hash(other), 1)
        session.save_as(saved)
        assert session.n_unsaved == 0
        with Session.open(saved, read_only=True) as document:
            assert len(document.results()) == 1
    with Session.open_document(saved, home=home) as session:
        shutil.copy(other, saved)
        with pytest.raises(SessionError, match="changed by another program"):
            session.record([result("large", sample("s0"))])
    assert [name for name in _names(saved) if not name.startswith(".")] == [saved.name]
    assert _hash(saved) == _hash(other)


def test_a_document_that_was_deleted_is_written_again_by_saving(saved: Path, tmp_path: Path) -> None:
    with Session.open_document(saved, home=tmp_path / "home") as session:
        saved.unlink()
        session.save()
        assert saved.exists()
        session.record([result("small", sample("s0"))])
        saved.rename(saved.with_name("moved.granview"))
        session.save()
        saved.unlink()
        session.save()
    with Session.open(saved, read_only=True) as document:
        assert [len(document.samples()), len(document.results())] == [2, 1]


def test_rights_of_a_document_are_those_of_its_working_copy_and_stay(saved: Path, tmp_path: Path) -> None:
    saved.chmod(0o600)
    with Session.open_document(saved, home=tmp_path / "home") as session:
        session.record([result("small", sample("s0"))])
        assert working_path(saved).stat().st_mode & 0o777 == 0o600
        session.save()
    assert saved.stat().st_mode & 0o777 == 0o600


def test_a_write_protected_document_is_not_replaced() -> None:
    with open_folder() as folder:
        folder.chmod(0o777)
        path = folder / "mine.granview"
        new_session(path).close()
        path.chmod(0o444)
        with without_rights(), Session.open_document(path, home=folder / "home") as session:
            session.record([result("small", sample("s0"))])
            with pytest.raises(SessionError, match="write-protected"):
                session.save()
            session.close_unsaved()


def test_a_name_too_long_for_others_beside_it_is_read_and_refused_for_saving(saved: Path, tmp_path: Path) -> None:
    longest, longer = (saved.with_name("显" * 70 + "x" * n + ".granview") for n in (1, 2))
    saved.rename(longest)
    with Session.open_document(longest, home=tmp_path / "home") as session:
        session.record([result("small", sample("s0"))])
        with pytest.raises(SessionError, match="221 bytes"):
            session.save_as(longer)
        session.save()
    longest.rename(longer)
    with Session.open_document(longer, home=tmp_path / "home") as session:
        assert session.read_only
        assert "reading only" in session.notices[0]
    assert free_changes_of(longer) is None


def test_changes_left_behind_are_known_by_whatever_link_leads_to_their_document(saved: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.granview"
    link.symlink_to(saved)
    with Session.open_document(link, home=tmp_path / "home") as session:
        session.record([result("small", sample("s0"))])
    left = free_changes_of(link)
    assert left is not None
    assert left.document == saved


def test_a_working_copy_that_does_not_say_what_was_saved_is_put_away(saved: Path, tmp_path: Path) -> None:
    with Session.open_document(saved, home=tmp_path / "home") as session:
        session.record([result("small", sample("s0"))])
    with contextlib.closing(sqlite3.connect(working_path(saved))) as connection, connection:
        connection.execute("UPDATE facts SET value = '?' WHERE key = 'journal'")
    with Session.open_document(saved, home=tmp_path / "home") as session:
        assert "cannot be read" in session.notices[0]
    (kept,) = (name for name in _names(saved) if "-unsaved-" in name and name.endswith(saved.suffix))
    with Session.open(saved.with_name(kept)) as session:
        assert len(session.results()) == 1
