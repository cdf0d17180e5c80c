"""Contrast by the standard's formula, and letters that stand out."""

import pytest
from PySide6.QtGui import QColor

from granview.core.colormap import HEAT, SIGNED
from granview.gui.paint.contrast import LEGIBLE, contrast, laid_over, letters_on, luminance


def test_contrast_is_that_of_the_standard() -> None:
    black, white = QColor("black"), QColor("white")
    assert (luminance(black), luminance(white)) == (0.0, pytest.approx(1.0))
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21.0)
    # 0x77 on white: the known grey that just fails AA
    assert contrast(QColor(0x77, 0x77, 0x77), white) == pytest.approx(4.48, abs=0.01)
    assert contrast(QColor(0x76, 0x76, 0x76), white) == pytest.approx(4.54, abs=0.01)


def test_a_color_over_a_ground_is_mixed_by_its_opacity() -> None:
    half = QColor(255, 0, 0, 128)
    assert laid_over(half, QColor(0, 0, 255)).getRgb()[:3] == (128, 0, 127)
    assert laid_over(QColor(10, 20, 30), QColor(0, 0, 255)).getRgb()[:3] == (10, 20, 30)


def test_letters_stand_out_from_every_shade_of_the_maps() -> None:
    shades = [QColor(*map(int, row)) for table in (HEAT, SIGNED) for row in table]
    shades += [QColor(v, v, v) for v in range(256)]
    assert min(contrast(letters_on(shade), shade) for shade in shades) >= LEGIBLE * 0.95
    assert letters_on(QColor(240, 228, 66)).lightness() < 50
    assert letters_on(QColor(0, 60, 120)).lightness() > 200
