"""Asks one address whether there is a newer version: off unless the user has switched it on or presses the button.

What is asked is one file of JSON, ``{"version": "1.2.0", "page": "https://…"}``. Nothing is said of the user or the
machine but what any request for a file says: the address from which it comes.
"""

import re
from typing import Final
from urllib.parse import urlsplit

import msgspec

from granview.core.errors import GranViewError, InputError
from granview.core.json_reading import decode_json

TIMEOUT_S: Final = 10.0
MAX_BYTES: Final = 64 << 10
_HINT: Final = "See whether the address is right: Help ▸ Check for updates."
_LOCAL: Final = ("localhost", "127.0.0.1", "::1")


class Release(msgspec.Struct, frozen=True):
    """A version that can be had.

    Attributes:
        version: Its number.
        page: Where it is described and downloaded.
    """

    version: str
    page: str = ""


def latest_release(address: str) -> Release:
    """What an address says that the latest version is: one request, at most ``TIMEOUT_S``.

    Raises:
        InputError: the address is no web address, is not encrypted, or what lies there is no such file.
        GranViewError: it cannot be reached.
    """
    from urllib.error import URLError
    from urllib.request import Request, urlopen

    host = checked_host(address)
    try:
        request = Request(address, headers={"User-Agent": "GranView", "Accept": "application/json"})
        with urlopen(request, timeout=TIMEOUT_S) as reply:
            data = reply.read(MAX_BYTES + 1)
    except (URLError, OSError) as error:
        reason = getattr(error, "reason", error)
        raise GranViewError(f"{host} cannot be reached: {reason}.", "Try again when there is a network.") from error
    if len(data) > MAX_BYTES:
        raise InputError(f"What lies at {address} is too large to say which version is the latest.", _HINT)
    return decode_json(data, address, _HINT, kind=Release)


def checked_host(address: str) -> str:
    """The host that a check would contact.

    Raises:
        InputError: the address is no web address, or is not encrypted and leads to another machine.
    """
    parts = urlsplit(address)
    if not parts.hostname or parts.scheme not in ("https", "http"):
        raise InputError(f"'{address}' is no web address.", "Write one that begins with https://.")
    if parts.scheme == "http" and parts.hostname not in _LOCAL:
        raise InputError(f"'{address}' is not encrypted.", "Write one that begins with https://.")
    return parts.hostname


def is_newer(version: str, than: str) -> bool:
    """Whether one version's numbers come after another's: ``0.10.0`` after ``0.9.1``."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version.partition("+")[0])))
