"""How well colours stand out from each other, as WCAG 2.2 computes it, and the letters that do from a ground."""

from typing import Final

from PySide6.QtGui import QColor

LEGIBLE: Final = 4.5
"""The least contrast of letters to their ground, level AA of WCAG 2.2."""

_DARK: Final = (16, 18, 22)
_LIGHT: Final = (255, 255, 255)


def luminance(color: QColor) -> float:
    """Relative luminance of an opaque sRGB colour, 0 to 1 (WCAG 2.2)."""
    channels = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two opaque colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def laid_over(color: QColor, ground: QColor) -> QColor:
    """What is seen of a colour, by its opacity, over an opaque ground."""
    part = color.alphaF()
    pairs = ((color.red(), ground.red()), (color.green(), ground.green()), (color.blue(), ground.blue()))
    red, green, blue = (round(part * over + (1 - part) * under) for over, under in pairs)
    return QColor(red, green, blue)


def letters_on(ground: QColor) -> QColor:
    """Near-black or white, whichever has the higher contrast to an opaque ground."""
    return max((QColor(*_DARK), QColor(*_LIGHT)), key=lambda letters: contrast(letters, ground))
