"""The window's font: in the size that the user has chosen, with letters that it lacks from other fonts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

translate = QCoreApplication.translate

_FALLBACKS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "zh_CN": ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei"),
        "ar": ("Noto Sans Arabic", "Noto Naskh Arabic", "Segoe UI", "Geeza Pro"),
        "emoji": ("Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji"),
    }
)
"""Fonts by what they have, best first, as they are called on Linux, Windows and macOS."""


def window_font(base: QFont, percent: int) -> QFont:
    """The window's font.

    Args:
        base: The desktop's.
        percent: Its size, in percent of the desktop's.

    Returns:
        The font, followed by fonts for Chinese, Arabic and emoji: Qt would take whichever it finds, and letters of
        Chinese have other shapes in a font made for Japanese. A desktop may name its font by an alias such as
        "Sans Serif", which Qt passes over in a list: the family behind it stands first.
    """
    font = QFont(base)
    if base.pointSizeF() > 0:
        font.setPointSizeF(base.pointSizeF() * percent / 100)
    else:
        font.setPixelSize(max(round(base.pixelSize() * percent / 100), 1))
    others = (family for families in _FALLBACKS.values() for family in families)
    font.setFamilies(list(dict.fromkeys((QFontInfo(base).family(), *base.families(), *others))))
    return font


def missing_scripts() -> list[str]:
    """Sentences that say for which scripts this machine has no font, and what to install."""
    system = QFontDatabase.WritingSystem
    installed = QFontDatabase.families()
    has_emoji = any("emoji" in family.casefold() for family in installed)
    missing = [
        (translate("Fonts", "Chinese"), "Noto Sans CJK SC", bool(QFontDatabase.families(system.SimplifiedChinese))),
        (translate("Fonts", "Arabic"), "Noto Sans Arabic", bool(QFontDatabase.families(system.Arabic))),
        (translate("Fonts", "emoji"), "Noto Color Emoji", has_emoji),
    ]
    words = translate("Fonts", "No font here has {script}: such letters are shown as boxes. Install {font}.")
    return [words.format(script=script, font=font) for script, font, is_there in missing if not is_there]
