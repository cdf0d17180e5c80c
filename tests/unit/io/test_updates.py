"""One request, to the address that was chosen, that says nothing of the user."""

import socket
from http.client import HTTPResponse

import pytest

from granview.core.errors import GranViewError, InputError
from granview.io import updates
from granview.io.updates import MAX_BYTES, Release, checked_host, is_newer, latest_release
from tests.helpers.release_server import release_server


def test_one_file_is_asked_for_and_nothing_is_said_of_who_asks() -> None:
    with release_server(b'{"version": "9.1.0", "page": "https://example.org/9", "more": 1}') as (address, requests):
        assert latest_release(address) == Release("9.1.0", "https://example.org/9")

    ((line, headers),) = requests
    assert line == "GET /latest.json HTTP/1.1"
    assert set(headers) <= {"Accept-Encoding", "Host", "User-Agent", "Accept", "Connection"}
    assert headers["User-Agent"] == "GranView"


HOSTILE = (b"<b>9</b>", b"9" * 5000, b"", b"9.0 now", b"\\u202e9.0")


@pytest.mark.parametrize(
    "content",
    [
        b"<html>",
        b'{"version": 1}',
        b"{}",
        b'{"version": "' + b"9" * MAX_BYTES,
        *(b'{"version": "' + version + b'"}' for version in HOSTILE),
    ],
)
def test_what_is_no_such_file_is_refused_in_words(content: bytes) -> None:
    with release_server(content) as (address, _), pytest.raises(InputError):
        latest_release(address)


@pytest.mark.parametrize(
    "page", ["file:///etc/passwd", "javascript:1", "http://example.org", "https://a/<b>", "https:"]
)
def test_a_page_that_is_none_of_the_web_is_left_out(page: str) -> None:
    with release_server(f'{{"version": "9.1rc1", "page": "{page}"}}'.encode()) as (address, _):
        assert latest_release(address) == Release("9.1rc1")


def test_an_answer_that_leads_elsewhere_is_followed_on_the_same_host_alone() -> None:
    with release_server(b'{"version": "9.1.0"}') as (there, asked):
        with release_server(b"", 302, there) as (address, _):
            assert latest_release(address) == Release("9.1.0")
        for elsewhere in (there.replace("127.0.0.1", "localhost"), "http://example.org/a", "file:///etc/passwd"):
            with release_server(b"", 302, elsewhere) as (address, _), pytest.raises(GranViewError):
                latest_release(address)
    assert len(asked) == 1


def test_a_server_that_trickles_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updates, "TIMEOUT_S", 0.0)
    reply = HTTPResponse.__new__(HTTPResponse)
    monkeypatch.setattr(reply, "read1", lambda _: b" ", raising=False)
    with pytest.raises(TimeoutError, match="longer than"):
        updates._read(reply)


def test_a_server_that_is_not_there_or_has_no_such_file_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(GranViewError, match=r"127\.0\.0\.1 cannot be reached"):
        latest_release(f"http://127.0.0.1:{port}/latest.json")
    with release_server(b"", 404) as (address, _), pytest.raises(GranViewError, match="cannot be reached: Not Found"):
        latest_release(address)


@pytest.mark.parametrize(
    "address",
    [
        "latest.json",
        "file:///etc/passwd",
        "http://example.org/a.json",
        "ftp://example.org",
        "https://[",
        "https://a:b",
        "https://zoe:secret@example.org/a.json",
    ],
)
def test_other_addresses_are_refused_unasked(address: str) -> None:
    with pytest.raises(InputError) as refused:
        checked_host(address)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("one", "other", "newer"),
    [
        ("0.10.0", "0.9.1", True),
        ("1.0", "1.0.0", False),
        ("1.0.0", "1.0.0", False),
        ("0.9", "1.0", False),
        ("v2", "1.9+x", True),
    ],
)
def test_versions_are_compared_by_their_numbers(one: str, other: str, newer: bool) -> None:
    assert is_newer(one, other) is newer
