"""The fonts of drawn pages: the one that pages of pictures have, and whatever the system has for letters it lacks."""

from itertools import chain, islice
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from granview.export.typeface import built_in

PASSAGE_PX: Final = 16
DETAIL_PX: Final = 13
LABEL_PX: Final = 10.5
TITLE_PX: Final = 17
HEADING_PX: Final = 24
FOOTER_PX: Final = 11

_FIXED: Final = (
    "SF Mono",
    "Menlo",
    "Cascadia Mono",
    "Consolas",
    "DejaVu Sans Mono",
    "Noto Sans Mono",
    "Liberation Mono",
)
"""Families for code, as they are called on macOS, Windows and Linux."""


class Fonts:
    """Fonts by size in px; made once the application runs."""

    def __init__(self) -> None:
        number = QFontDatabase.addApplicationFontFromData(QByteArray(built_in()))
        own = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._families = [*own, system]
        self._fixed = [*_fixed_pitch(), *self._families]

    def plain(self, size_px: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The font of everything but code."""
        return _font(self._families, size_px, weight)

    def code(self, size_px: float) -> QFont:
        """A font whose letters are equally wide."""
        font = _font(self._fixed, size_px * 0.94, QFont.Weight.Normal)
        font.setStyleHint(QFont.StyleHint.Monospace)
        return font


def _fixed_pitch() -> list[str]:
    """One installed family whose letters are equally wide; none where there is none."""
    installed = QFontDatabase.families()
    named = (str(family) for family in _FIXED if family in installed)
    others = (family for family in installed if QFontDatabase.isFixedPitch(family))
    return list(islice(chain(named, others), 1))


def _font(families: list[str], size_px: float, weight: QFont.Weight) -> QFont:
    font = QFont(families)
    font.setPixelSize(round(size_px))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
