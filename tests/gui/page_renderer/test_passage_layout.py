"""Where letters and marks of a passage stand."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.export.texts.page_content import TextFormat, TextRun
from granview.gui.page_renderer.fonts import Fonts
from granview.gui.page_renderer.page_colors import page_color_over
from granview.gui.page_renderer.passage_layout import PassageLayout

GROUND = TextFormat((255, 0, 0), 1.0, is_plain=True)
WIDTH = 400


@pytest.fixture
def fonts(qapp: QApplication) -> Fonts:
    return Fonts()


def _lettering(fonts: Fonts, *runs: TextRun, width: float = WIDTH) -> PassageLayout:
    return PassageLayout(runs, fonts.plain(16), fonts.plain(10, QFont.Weight.Bold), width)


def _columns(lettering: PassageLayout) -> list[int]:
    """Columns of px in which the marked ground is seen."""
    image = QImage(WIDTH, int(lettering.height) + 1, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    lettering.draw(painter, QPointF(0, 0))
    painter.end()
    red = QColor(255, 0, 0).rgb()
    return [x for x in range(WIDTH) if any(image.pixel(x, y) == red for y in range(image.height()))]


def test_text_that_runs_from_the_left_begins_there_and_other_text_on_the_right(fonts: Fonts) -> None:
    latin = _columns(_lettering(fonts, TextRun("first", (GROUND,)), TextRun(" and more")))
    arabic = _columns(_lettering(fonts, TextRun("مرحبا", (GROUND,)), TextRun(" بالعالم كله")))
    assert latin[0] <= 1
    assert arabic[-1] >= WIDTH - 3


def test_a_word_of_the_other_direction_keeps_its_place_among_the_others(fonts: Fonts) -> None:
    before = _columns(_lettering(fonts, TextRun("مرحبا ", (GROUND,)), TextRun("UNESCO"), TextRun(" عالم")))
    word = _columns(_lettering(fonts, TextRun("مرحبا "), TextRun("UNESCO", (GROUND,)), TextRun(" عالم")))
    after = _columns(_lettering(fonts, TextRun("مرحبا "), TextRun("UNESCO"), TextRun(" عالم", (GROUND,))))
    assert min(before) >= max(word) - 1
    assert min(word) >= max(after) - 1


def test_a_label_widens_the_stretch_that_it_names(fonts: Fonts) -> None:
    bare = _columns(_lettering(fonts, TextRun("Rome", (GROUND,))))
    named = _columns(_lettering(fonts, TextRun("Rome", (GROUND,), "LOCATION")))
    assert named[0] == bare[0]
    assert len(named) > len(bare) + 30


def test_a_stretch_in_two_runs_is_one(fonts: Fonts) -> None:
    columns = _columns(
        _lettering(fonts, TextRun("New ", (GROUND,)), TextRun("York", (GROUND, TextFormat("bad", under="dashed"))))
    )
    assert columns == list(range(columns[0], columns[-1] + 1))


def test_narrow_columns_have_more_lines_and_line_ends_begin_new_ones(fonts: Fonts) -> None:
    wide, narrow = (_lettering(fonts, TextRun("some words to wrap"), width=width).height for width in (WIDTH, 60))
    two = _lettering(fonts, TextRun("some words\nto wrap")).height
    assert narrow > two == pytest.approx(2 * wide)


def test_lines_of_other_scripts_stand_as_far_apart(fonts: Fonts) -> None:
    heights = {_lettering(fonts, TextRun(text)).height for text in ("plain", "مرحبا", "北京")}
    assert max(heights) - min(heights) < 6


def test_letters_on_a_dark_ground_are_white() -> None:
    assert page_color_over((0, 0, 0), 0.85) == QColor(255, 255, 255)
    assert page_color_over((0, 0, 0), 0.1) != QColor(255, 255, 255)
    assert page_color_over((255, 255, 0), 1.0) != QColor(255, 255, 255)
