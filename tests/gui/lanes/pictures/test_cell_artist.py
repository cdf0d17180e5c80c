"""What is on screen: colours of masks over the picture, and that choices change them."""

import dataclasses
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QCursor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.core.sample import Sample
from granview.gui.lanes.pictures.canvas import Canvas
from granview.gui.model.view_state import Mode, ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.style.theme import DARK, LIGHT
from tests.helpers.canvas import SHAPES, Sketch, blended, color_at, flat_map, grey_picture, halves, lane, settle, shot
from tests.helpers.grids import ShowGrid

GREY = (128, 128, 128)


@pytest.fixture(autouse=True)
def _pointer_aside(qapp: QApplication) -> Iterator[None]:
    """Where another test has left the pointer it would be over these widgets; afterwards it is there again."""
    before = QCursor.pos()
    QCursor.setPos(QPoint(20_000, 20_000))
    qapp.processEvents()
    yield
    QCursor.setPos(before)
    qapp.processEvents()


def middle(canvas: Canvas) -> QPoint:
    return canvas.rect().center()


def near(found: tuple[int, int, int], expected: tuple[float, float, float]) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(found, expected, strict=True))


@pytest.mark.parametrize("opacity", [0.0, 0.3, 1.0])
def test_masks_lie_over_the_picture_at_the_opacity(show: ShowGrid, view: ViewState, opacity: float) -> None:
    canvas = show(lane("a", flat_map(64, 64, 1), grey_picture(64, 64))).cells[0].canvas
    view.opacity = opacity
    assert near(color_at(canvas, middle(canvas)), blended(GREY, SHAPES.colors[1], opacity))


def test_nothing_is_drawn_while_the_picture_is_being_opened(show: ShowGrid) -> None:
    content = dataclasses.replace(lane("a", flat_map(64, 64, 1), grey_picture(64, 64)), picture=None)
    cell = show(content).cells[0]
    drawn = shot(cell.canvas)
    ground = LIGHT.color("canvas").name(), DARK.color("canvas").name()
    middles = [drawn.pixelColor(x, drawn.height() // 2 + 24).name() for x in range(4, drawn.width() - 4, 8)]
    assert set(middles) <= set(ground)


def test_a_hidden_class_shows_the_picture(show: ShowGrid, view: ViewState) -> None:
    canvas = show(lane("a", flat_map(64, 64, 1), grey_picture(64, 64))).cells[0].canvas
    view.hidden_classes = frozenset({"Disc"})
    assert color_at(canvas, middle(canvas)) == GREY
    view.hidden_classes = frozenset()
    assert color_at(canvas, middle(canvas)) != GREY


def test_a_highlighted_class_stands_out(show: ShowGrid, view: ViewState) -> None:
    canvas = show(lane("a", halves(64, 64, 1, 2), grey_picture(64, 64))).cells[0].canvas
    points = [canvas.frame.to_screen(QPointF(x, 32)) for x in (10, 54)]
    disc, line = (color_at(canvas, point) for point in points)
    view.highlighted_class = "disc"
    lit, back = (color_at(canvas, point) for point in points)

    def strength(color: tuple[int, int, int]) -> int:
        return sum(abs(a - b) for a, b in zip(color, GREY, strict=True))

    assert strength(lit) > strength(disc)
    assert strength(back) < strength(line)


def test_outline_only_leaves_the_inside(qapp: QApplication, show: ShowGrid, view: ViewState) -> None:
    labels = np.zeros((64, 64), np.uint8)
    labels[16:48, 16:48] = 1
    canvas = show(lane("a", LabelMap(labels), grey_picture(64, 64))).cells[0].canvas
    view.outline_only = True
    settle(qapp)
    assert color_at(canvas, canvas.frame.to_screen(QPointF(32, 32))) == GREY
    assert color_at(canvas, canvas.frame.to_screen(QPointF(16.5, 32.5))) != GREY


def test_an_older_mask_is_never_shown_on_another_picture(qapp: QApplication, show: ShowGrid) -> None:
    grid = show(lane("a", flat_map(64, 64, 1), grey_picture(64, 64)))
    grid.show_cells([lane("a", flat_map(64, 64, 2), grey_picture(64, 64, 10))])
    canvas = grid.cells[0].canvas
    assert color_at(canvas, middle(canvas)) == (10, 10, 10)
    settle(qapp)
    assert near(color_at(canvas, middle(canvas)), blended((10, 10, 10), SHAPES.colors[2], 0.55))


def test_showing_the_same_again_keeps_cells_and_painters(show: ShowGrid) -> None:
    content = lane("a", flat_map(64, 64, 1), grey_picture(64, 64))
    grid = show(content)
    cell = grid.cells[0]
    seen = shot(cell.canvas)
    grid.show_cells([content])
    assert grid.cells[0] is cell
    assert shot(cell.canvas) == seen


def test_the_same_prediction_in_another_content_is_not_prepared_again(qapp: QApplication, show: ShowGrid) -> None:
    mask, picture = flat_map(64, 64, 1), grey_picture(64, 64)
    grid = show(lane("a", mask, picture))
    canvas = grid.cells[0].canvas
    seen = shot(canvas)
    grid.show_cells([lane("a", mask, picture, progress=0.5)])
    assert shot(canvas) == seen


def test_the_same_pixels_in_another_wrapper_are_not_prepared_again(qapp: QApplication, show: ShowGrid) -> None:
    mask, picture = flat_map(64, 64, 1), grey_picture(64, 64)
    grid = show(lane("a", mask, picture))
    canvas = grid.cells[0].canvas
    seen = shot(canvas)
    grid.show_cells([lane("a", LabelMap(mask.labels), picture)])
    assert shot(canvas) == seen


def test_other_colours_for_the_same_mask_are_shown_at_once(show: ShowGrid, view: ViewState) -> None:
    mask, picture = flat_map(64, 64, 1), grey_picture(64, 64)
    view.opacity = 1.0
    content = lane("a", mask, picture)
    grid = show(content)
    canvas = grid.cells[0].canvas
    recolored = LabelSet(SHAPES.names, ((1, 1, 1), (9, 8, 7), (3, 3, 3)))
    grid.show_cells([dataclasses.replace(content, labels=recolored)])
    assert color_at(canvas, middle(canvas)) == (9, 8, 7)


def test_another_void_value_has_the_mask_prepared_again(qapp: QApplication, show: ShowGrid, view: ViewState) -> None:
    content = lane("a", flat_map(64, 64, 1), grey_picture(64, 64))
    grid = show(content)
    canvas = grid.cells[0].canvas
    void_one = LabelSet(SHAPES.names, SHAPES.colors, void=1)
    grid.show_cells([dataclasses.replace(content, labels=void_one)])
    settle(qapp)
    assert color_at(canvas, middle(canvas)) == GREY


@pytest.mark.parametrize("mode", list(Mode))
def test_what_nobody_can_draw_is_said_below_the_picture(show: ShowGrid, view: ViewState, mode: Mode) -> None:
    view.mode, view.blink_paused = mode, True
    cell = show(*(lane(key, Sketch(), grey_picture(64, 64)) for key in "ab")).cells[0]
    assert "“sketch”" in cell.foot.text
    assert color_at(cell.canvas, cell.canvas.frame.to_screen(QPointF(20, 50))) == GREY


def test_themes_change_the_ground(show: ShowGrid) -> None:
    grid = show(lane("a", flat_map(200, 20, 1), grey_picture(200, 20)))
    canvas = grid.cells[0].canvas
    corner = QPoint(2, 2)
    assert shot(canvas).pixelColor(corner).name() == DARK.canvas
    grid.set_theme(LIGHT)
    assert shot(canvas).pixelColor(corner).name() == LIGHT.canvas


def test_what_is_on_screen_can_be_drawn_elsewhere_at_another_size(show: ShowGrid, viewport: Viewport) -> None:
    grid = show(lane("a", flat_map(64, 64, 1), grey_picture(64, 64)))
    image = QImage(1600, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    grid.render_to(painter, QRect(0, 0, 1600, 800))
    painter.end()
    canvas = grid.cells[0].canvas
    at = canvas.mapTo(grid, middle(canvas)) * 2
    found = image.pixelColor(at)
    assert near((found.red(), found.green(), found.blue()), blended(GREY, SHAPES.colors[1], 0.55))
    assert image.pixelColor(1598, 798) != QColor("white")


def test_an_empty_grid_is_bare_until_there_is_a_sample_of_which_it_says_that_it_cannot_show_it(show: ShowGrid) -> None:
    grid = show()
    assert grid.cells == ()
    bare = shot(grid)
    assert {bare.pixelColor(x, y).name() for x in range(0, bare.width(), 3) for y in range(0, bare.height(), 3)} == {
        DARK.window
    }
    grid.show_sample(Sample("bark", "/data/bark.wav", kind="sound"))
    worded = shot(grid)
    middle_rows = range(grid.height() // 2 - 10, grid.height() // 2 + 10)
    assert DARK.muted in {worded.pixelColor(x, y).name() for x in range(worded.width()) for y in middle_rows}
