"""A vector drawing as any writer draws it: lines, areas, dots and labels at places in px. Nothing here knows a format.

Colours are roles, which a writer has a colour for on light and on dark: ``ink``, ``muted``, ``rule``, ``ground``, or
the place of a lane among the series.
"""

from dataclasses import dataclass
from typing import Final, Literal

Role = Literal["ink", "muted", "rule", "ground"] | int
Anchor = Literal["start", "middle", "end"]
Place = tuple[float, float]

LETTER_PX: Final = 0.56
"""How wide a letter is on average, by the size of its font; one that fills a square, such as 图, is 1."""
_WIDE_FROM: Final = "\u2e80"


@dataclass(frozen=True)
class Line:
    """Straight lines from place to place."""

    places: tuple[Place, ...]
    role: Role = "rule"
    width: float = 1.0
    is_dashed: bool = False


@dataclass(frozen=True)
class Area:
    """A filled area within a line that closes."""

    places: tuple[Place, ...]
    role: Role
    opacity: float = 1.0


@dataclass(frozen=True)
class Dot:
    """A round mark; a hollow one is filled with the ground."""

    x: float
    y: float
    radius: float
    role: Role
    is_hollow: bool = False


@dataclass(frozen=True)
class Label:
    """A line of text; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    role: Role = "muted"
    size: float = 12.0
    is_strong: bool = False


Shape = Line | Area | Dot | Label


@dataclass(frozen=True)
class Drawing:
    """Shapes, drawn in order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def text_width(text: str, size: float) -> float:
    """About how wide a line of text is, in px, whatever its font is."""
    return sum(size if character >= _WIDE_FROM else size * LETTER_PX for character in text)


def wrapped(text: str, size: float, room: float) -> list[str]:
    """A text in lines of about ``room`` px, broken at spaces; a word that is wider stands whole."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
