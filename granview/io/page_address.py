"""Which picture of a TIFF file is meant, as a part of its path, such as ``scan.tif[page=3]``.

A file of several pages, or of one that is too large to be read whole, holds several samples. Each has a path of its
own, so that all that reads, shows, hashes or names a picture need not know: what opens files takes the address off.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

_ADDRESSED: Final = re.compile(r"(?P<file>.+)\[(?P<words>[^\[\]]*=[^\[\]]*)\]")
_SIDES: Final = ("x", "y", "width", "height")
_KEYS: Final = frozenset({"page", "level", *_SIDES})


@dataclass(frozen=True)
class Region:
    """A part of a page, in px.

    Attributes:
        x: Its first column.
        y: Its first row.
        width: Columns.
        height: Rows.
    """

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class PageAddress:
    """A picture of a TIFF file.

    Attributes:
        page: Its place in the file's chain of pages, from 0.
        level: Which of its smaller versions, where the page itself holds some; 0 for the page.
        region: The part of it; None for all.
    """

    page: int = 0
    level: int = 0
    region: Region | None = None

    def __str__(self) -> str:
        parts = [f"page={self.page}"]
        parts += [f"level={self.level}"] if self.level else []
        if self.region is not None:
            parts += [f"{name}={getattr(self.region, name)}" for name in _SIDES]
        return ",".join(parts)

    def path(self, file: Path) -> Path:
        """The path of this picture of a file."""
        return file.with_name(f"{file.name}[{self}]")


def split_address(path: Path) -> tuple[Path, PageAddress | None]:
    """The file, and which picture of it is meant; None where the path names a file, or several pictures of one."""
    file, words = split_words(path)
    return (file, _parse(words)) if words else (path, None)


def file_of(path: Path) -> Path:
    """The file that holds a picture."""
    return split_words(path)[0]


def split_words(path: Path) -> tuple[Path, str]:
    """The file, and what stands in brackets behind its name; empty where nothing does, or a file is called so."""
    return _split(path) if path.name.endswith("]") else (path, "")


def _is_there(path: Path) -> bool:
    """Whether a file is really called so; False where that cannot be told."""
    try:
        return path.exists()
    except OSError:
        return False


@lru_cache(maxsize=4096)
def _split(path: Path) -> tuple[Path, str]:
    match = _ADDRESSED.fullmatch(path.name)
    return (path, "") if match is None or _is_there(path) else (path.with_name(match["file"]), match["words"])


def _parse(words: str) -> PageAddress | None:
    pairs = dict(part.partition("=")[::2] for part in words.split(","))
    if not set(pairs) <= _KEYS or not all(value.isdecimal() for value in pairs.values()):
        return None
    numbers = {name: int(value) for name, value in pairs.items()}
    sides = [numbers[name] for name in _SIDES if name in numbers]
    if len(sides) not in (0, 4) or (sides and not min(sides[2:])):
        return None
    return PageAddress(numbers.get("page", 0), numbers.get("level", 0), Region(*sides) if sides else None)
