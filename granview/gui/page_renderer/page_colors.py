"""The colours of drawn pages, on white: those of pages of pictures."""

from typing import Final

from PySide6.QtGui import QColor

from granview.core.labels import Color
from granview.export.layout import BAD, BEST, GROUND, HAIRLINE, INK, MUTED
from granview.export.texts.page_content import Role

ROLES: Final[dict[str, Color]] = {
    "text": INK,
    "muted": MUTED,
    "accent": BEST,
    "good": (24, 121, 78),
    "bad": BAD,
    "warn": (138, 90, 0),
    "rule": HAIRLINE,
    "track": (236, 239, 243),
    "ground": GROUND,
}
_DARK: Final = 0.55
_LUMA: Final = (0.299, 0.587, 0.114)


def page_color(color: Color | Role | str, opacity: float = 1.0) -> QColor:
    """A class's colour, or that of a role, at an opacity of 0 to 1."""
    made = QColor(*(ROLES[color] if isinstance(color, str) else color))
    made.setAlphaF(opacity)
    return made


def page_color_over(color: Color | Role, fill: float) -> QColor:
    """The colour of letters on a ground of a colour at an opacity: white where the ground is dark."""
    channels = ROLES[color] if isinstance(color, str) else color
    luma = sum(part * (255 + fill * (channel - 255)) for part, channel in zip(_LUMA, channels, strict=True)) / 255
    return page_color("ground" if luma < _DARK else "text")
