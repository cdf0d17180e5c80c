"""The font of comparison pages: Aileron (CC0), which Pillow brings, so that pages look alike everywhere.

It has English letters only: where a name has another character, the whole page is set in the first installed font that
has them all, or else lacks the fewest.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

INSTALLED: Final = (
    "NotoSansCJK-Regular.ttc", "NotoSansSC-Regular.otf", "SourceHanSansSC-Regular.otf", "PingFang.ttc", "msyh.ttc",
    "wqy-microhei.ttc", "Arial Unicode.ttf", "DejaVuSans.ttf", "NotoSans-Regular.ttf", "segoeui.ttf",
    "NotoSansArabic-Regular.ttf",
)  # fmt: skip
"""File names of fonts that cover more of Unicode, as they are called on Linux, macOS and Windows."""

OWN_FAMILY: Final = "Aileron"
"""What the built-in font is called."""

ENLARGEMENT: Final = 4

_ELLIPSIS = "…"


def one_line(text: str) -> str:
    """A text whose breaks of lines are spaces: a name with one in it is a line of a page all the same."""
    return re.sub(r"[\r\n\v\f\x85\u2028\u2029]", " ", text)


@dataclass(frozen=True)
class Typeface:
    """A font, at any size.

    Attributes:
        family: Its name.
        data: The font file's bytes.
        covers_all: Whether it has every character of the texts that it was chosen for.
    """

    family: str
    data: bytes
    covers_all: bool

    def enlarged(self, size_px: float) -> FreeTypeFont:
        """The font at ``ENLARGEMENT`` times a size: there, rounding each letter's place to whole px does not show."""
        return _sized(self.data, round(size_px * ENLARGEMENT))

    def width(self, text: str, size_px: float) -> float:
        """How wide a line of text is, in px."""
        return float(self.enlarged(size_px).getlength(one_line(text))) / ENLARGEMENT

    def clipped(self, text: str, size_px: float, width_px: float) -> str:
        """The text, its end replaced by an ellipsis where it is wider than ``width_px``."""
        if self.width(text, size_px) <= width_px:
            return text
        while text and self.width(text + _ELLIPSIS, size_px) > width_px:
            text = text[:-1]
        return text.rstrip() + _ELLIPSIS

    def wrapped(self, text: str, size_px: float, width_px: float, max_lines: int) -> list[str]:
        """The text in lines of at most ``width_px``, broken at spaces; the last one clipped when there are too many."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if self.width(longer, size_px) <= width_px or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        if len(lines) > max_lines:
            lines[max_lines - 1 :] = [" ".join(lines[max_lines - 1 :])]
        return [self.clipped(line, size_px, width_px) for line in lines]


def choose_typeface(texts: Iterable[str], installed: Iterable[str] = INSTALLED) -> Typeface:
    """The built-in font if it has every character, else the first installed one that has.

    Where none has them all, such as for Chinese, Arabic and emoji together, it is the one that lacks the fewest.
    """
    wanted = {ord(character) for text in texts for character in text if character.isprintable()}
    own = built_in()
    if wanted <= _characters(own):
        return Typeface(OWN_FAMILY, own, True)
    best, fewest = Typeface(OWN_FAMILY, own, False), len(wanted - _characters(own))
    for name in installed:
        found = _installed(name)
        if found is None:
            continue
        n_missing = len(wanted - _characters(found[1]))
        if not n_missing:
            return Typeface(*found, True)
        if n_missing < fewest:
            best, fewest = Typeface(*found, False), n_missing
    return best


@lru_cache(maxsize=1)
def built_in() -> bytes:
    """The built-in font's file."""
    from PIL import ImageFont

    font = ImageFont.load_default(16)
    if not isinstance(font, ImageFont.FreeTypeFont) or not isinstance(font.path, io.BytesIO):
        raise RuntimeError("Pillow was built without FreeType, so that it has no scalable font.")
    return font.path.getvalue()


@lru_cache(maxsize=16)
def _installed(name: str) -> tuple[str, bytes] | None:
    from pathlib import Path

    from PIL import ImageFont

    try:
        font = ImageFont.truetype(name, 16)
    except OSError:
        return None
    return font.getname()[0] or name, Path(str(font.path)).read_bytes()


@lru_cache(maxsize=4)
def _characters(data: bytes) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(io.BytesIO(data), fontNumber=0, lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=64)
def _sized(data: bytes, size_px: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(io.BytesIO(data), size_px)
