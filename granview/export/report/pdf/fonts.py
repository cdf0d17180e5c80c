"""The fonts of a report as PDF: one for most of it, and others for the characters that it lacks.

All are embedded, cut down to what is used. Fonts come from the machine; where none has a character that is said.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from granview.export.typeface import OWN_FAMILY, built_in

PAIRS: Final = (
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    ("Arial.ttf", "Arial Bold.ttf"),
    ("arial.ttf", "arialbd.ttf"),
    ("segoeui.ttf", "segoeuib.ttf"),
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
)
"""File names of a plain font and its bold one, the first that are installed are taken; else one font is both."""

OTHERS: Final = (
    "DejaVuSans.ttf", "wqy-microhei.ttc", "NotoSansSC-Regular.ttf", "NotoSansCJK-Regular.ttc",
    "SourceHanSansSC-Regular.otf", "msyh.ttc", "PingFang.ttc", "STHeiti Light.ttc", "simsun.ttc",
    "DroidSansFallbackFull.ttf", "Arial Unicode.ttf", "NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf", "NotoSansJP-Regular.ttf", "NotoSansKR-Regular.ttf", "Symbola.ttf",
)  # fmt: skip
"""File names of fonts that are asked for the characters which the first lacks."""

INSTALL_HINT: Final = "Noto Sans (noto-fonts), Noto Sans CJK (fonts-noto-cjk)"
"""What has nearly every character, and is free."""


@dataclass(frozen=True)
class Font:
    """A font file.

    Attributes:
        data: Its bytes.
        suffix: How its name ends.
        characters: The code points that it has.
    """

    data: bytes
    suffix: str
    characters: frozenset[int]


@dataclass(frozen=True)
class Fonts:
    """The fonts of a document.

    Attributes:
        plain: For most of it.
        bold: For what stands out; the plain one again where it has no bold one.
        others: For characters that the first lacks, in the order in which they are asked.
        missing: Characters that no font has, in order.
    """

    plain: Font
    bold: Font
    others: tuple[Font, ...]
    missing: str


def fonts_for(texts: Iterable[str]) -> Fonts:
    """The fonts that together have the characters of some texts, as far as this machine has such."""
    wanted = {ord(character) for text in texts for character in text if character.isprintable()}
    plain, bold = _first_pair()
    lacking = wanted - plain.characters
    others: list[Font] = []
    for name in OTHERS:
        font = _installed(name) if lacking else None
        if font is not None and lacking & font.characters:
            others.append(font)
            lacking -= font.characters
    return Fonts(plain, bold, tuple(others), "".join(map(chr, sorted(lacking))))


def _first_pair() -> tuple[Font, Font]:
    for names in PAIRS:
        found = [_installed(name) for name in names]
        if found[0] is not None:
            return found[0], found[1] or found[0]
    own = Font(built_in(), f"{OWN_FAMILY}.ttf", _characters(built_in()))
    return own, own


@lru_cache(maxsize=32)
def _installed(name: str) -> Font | None:
    from PIL import ImageFont

    try:
        path = Path(str(ImageFont.truetype(name, 16).path))
        data = path.read_bytes()
        return Font(data, path.suffix, _characters(data))
    except OSError:
        return None


@lru_cache(maxsize=32)
def _characters(data: bytes) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(io.BytesIO(data), fontNumber=0, lazy=True) as font:
        return frozenset(font.getBestCmap())
