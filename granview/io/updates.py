"""Asks one address whether there is a newer version: off unless the user has switched it on or presses the button.

What is asked is one file of JSON, ``{"version": "1.2.0", "page": "https://…"}``. Nothing is said of the user or the
machine but what any request for a file says: the address from which it comes. What comes back is believed in nothing:
its size, its time, the form of its version and where its page leads are held within bounds.
"""

import re
import time
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, Final
from urllib.error import URLError
from urllib.parse import SplitResult, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import msgspec

from granview.core.errors import GranViewError, InputError
from granview.core.json_reading import decode_json

TIMEOUT_S: Final = 10.0
MAX_BYTES: Final = 64 << 10
_CHUNK_BYTES: Final = 4 << 10
_HINT: Final = "See whether the address is right: Help ▸ Check for updates."
_LOCAL: Final = ("localhost", "127.0.0.1", "::1")
_VERSION: Final = re.compile(r"v?\d{1,8}(\.\d{1,8}){0,5}([-+.]?[0-9A-Za-z.+-]{1,24})?", re.ASCII)
_PAGE: Final = re.compile(r"https://[^\s\"'<>\\\x00-\x20]{1,2000}")


class Release(msgspec.Struct, frozen=True):
    """A version that can be had.

    Attributes:
        version: Its number.
        page: The ``https`` address where it is described and downloaded; empty where none was named.
    """

    version: str
    page: str = ""


def latest_release(address: str) -> Release:
    """What an address says that the latest version is: one request, at most ``TIMEOUT_S``.

    Raises:
        InputError: the address is no web address, is not encrypted, leads elsewhere, or what lies there is no such
            file.
        GranViewError: it cannot be reached.
    """
    host = checked_host(address)
    request = Request(address, headers={"User-Agent": "GranView", "Accept": "application/json"})
    try:
        with build_opener(_SameHost).open(request, timeout=TIMEOUT_S) as reply:
            data = _read(reply)
    except (URLError, HTTPException, OSError) as error:
        reason = getattr(error, "reason", None) or error
        raise GranViewError(f"{host} cannot be reached: {reason}.", "Try again when there is a network.") from error
    if len(data) > MAX_BYTES:
        raise InputError(f"What lies at {address} is too large to say which version is the latest.", _HINT)
    release = decode_json(data, address, _HINT, kind=Release)
    if not _VERSION.fullmatch(release.version):
        raise InputError(f"What lies at {address} names no version.", _HINT)
    return release if _PAGE.fullmatch(release.page) else Release(release.version)


def checked_host(address: str) -> str:
    """The host that a check would contact.

    Raises:
        InputError: the address is no web address, holds a password, or is not encrypted and leads to another machine.
    """
    parts = _split(address)
    if parts is None or not parts.hostname or parts.scheme not in ("https", "http"):
        raise InputError(f"'{address}' is no web address.", "Write one that begins with https://.")
    if parts.username is not None:
        raise InputError("An address with a name and a password is not asked.", "Write it without them.")
    if parts.scheme == "http" and parts.hostname not in _LOCAL:
        raise InputError(f"'{address}' is not encrypted.", "Write one that begins with https://.")
    return parts.hostname


def is_newer(version: str, than: str) -> bool:
    """Whether one version's numbers come after another's: ``0.10.0`` after ``0.9.1``."""
    return _numbers(version) > _numbers(than)


class _SameHost(HTTPRedirectHandler):
    """Follows an answer that leads elsewhere only within the host that the user was told of."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """The next request.

        Raises:
            InputError: it would contact another host, or one that is not encrypted.
        """
        before, host = checked_host(req.full_url), checked_host(newurl)
        if host != before:
            raise InputError(f"{before} leads to {host}, which was not asked.", f"Write the address at {host} instead.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _read(reply: HTTPResponse) -> bytes:
    """All that comes, up to a byte more than is allowed; a server that trickles is not waited for."""
    data, end = b"", time.monotonic() + TIMEOUT_S
    while len(data) <= MAX_BYTES and (chunk := reply.read1(_CHUNK_BYTES)):
        data += chunk
        if time.monotonic() > end:
            raise TimeoutError(f"it took longer than {TIMEOUT_S:g} s")
    return data


def _split(address: str) -> SplitResult | None:
    """The parts of an address; None where brackets or ports are none."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version.partition("+")[0])))
