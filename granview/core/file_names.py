"""Names of files, safe on every system, and of samples, as they are: not too long, and told apart from each other."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_UNSAFE: Final = re.compile(r"[^\w.+-]+")
_CHARS: Final = 80
_BYTES: Final = 160
"""File systems allow 255; the rest is for what is put around a name: numbers, endings, marks of unfinished files."""

_RESERVED: Final = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Devices on Windows, whatever ending follows."""


def safe_name(wanted: str) -> str:
    """``wanted`` as a file name that Windows, macOS and Linux all take, the same wherever it is made.

    Accents are composed (NFC), everything but letters, digits and ``. + - _`` becomes ``-``, none of ``. -`` stands at
    an end, and a name that Windows keeps for a device, such as ``con`` or ``nul.txt``, begins with ``_``.
    """
    base = _UNSAFE.sub("-", unicodedata.normalize("NFC", wanted)).strip("-.")
    base = _shortened(base[:_CHARS]).strip("-.") or "unnamed"
    return f"_{base}" if _RESERVED.fullmatch(base) else base


_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_SHOWN_CHARS: Final = 200


def shown_name(wanted: str) -> str:
    """``wanted`` as screens, tables and reports have it: as it is, but on one line, composed and not endless."""
    return _CONTROL.sub(" ", unicodedata.normalize("NFC", wanted)).strip()[:_SHOWN_CHARS].strip() or "unnamed"


class UniqueNames:
    """File names already given out, ignoring case; quick even where ten thousand files share a stem."""

    _base = staticmethod(safe_name)

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in taken}
        self._next: dict[str, int] = {}

    def claim(self, wanted: str) -> str:
        """``wanted`` as such a name may be, told apart from every earlier name by ``-2``, ``-3``, …"""
        base = self._base(wanted)
        folded = base.casefold()
        candidate, n = base, self._next.get(folded, 2)
        while (taken := candidate.casefold()) in self._taken:
            candidate, n = f"{base}-{n}", n + 1
        self._next[folded] = n
        self._taken.add(taken)
        return candidate


class SampleNames(UniqueNames):
    """Names of samples already given out: those that they really have; only names of files are made safe."""

    _base = staticmethod(shown_name)


def unique_name(wanted: str, taken: Iterable[str]) -> str:
    """``wanted`` made safe as a file name and told apart from ``taken`` (ignoring case) by ``-2``, ``-3``, …"""
    return UniqueNames(taken).claim(wanted)


def _shortened(text: str) -> str:
    """The text within the bytes that a name may have, cut between characters."""
    return text.encode()[:_BYTES].decode(errors="ignore")
