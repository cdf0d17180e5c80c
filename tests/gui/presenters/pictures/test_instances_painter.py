"""What is drawn of objects, pixel by pixel, and that choices act at once."""

import dataclasses
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QThreadPool
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.predictions.instances import Instances
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.picture_presenter import presenter_of
from granview.gui.presenters.pictures.instances_painter import InstancesPainter
from tests.helpers.canvas import settle
from tests.helpers.shown_instances import CELLS, discs, scattered

WIDTH, HEIGHT = 240, 120
QUIET = {"tags": "hovered"}


def two(**others: Any) -> Instances:
    """A nucleus on the left and a bubble on the right, the second less sure."""
    centres = np.array([(60.0, 60.0), (180.0, 60.0)])
    given: dict[str, Any] = {"class_ids": np.array([0, 1]), "scores": np.array([0.9, 0.6])}
    return discs(centres, np.array([30.0, 30.0]), (HEIGHT, WIDTH), **(given | others))


def prepared(app: QApplication, instances: Instances) -> InstancesPainter:
    background = BackgroundPool(QThreadPool.globalInstance())
    painter = presenter_of(instances).painter(instances, CELLS, background, lambda: None)
    assert isinstance(painter, InstancesPainter)
    settle(app)
    return painter


def painted(painter: InstancesPainter, scale: float = 1.0, times: int = 1, **choices: Any) -> QImage:
    """What is drawn on black."""
    painter.set_style(OverlayStyle(**({"opacity": 1.0, "options": QUIET} | choices)))
    size = painter.shapes.instances.size if painter.shapes else (HEIGHT, WIDTH)
    image = QImage(round(size[1] * scale), round(size[0] * scale), QImage.Format.Format_RGB32)
    frame = Frame(QRectF(image.rect()), size[1], size[0], QPointF(size[1] / 2, size[0] / 2), scale)
    for _ in range(times):
        image.fill(QColor(0, 0, 0))
        with QPainter(image) as canvas:
            painter.paint(canvas, frame)
    return image


def rgb(image: QImage, x: float, y: float) -> tuple[int, int, int]:
    color = image.pixelColor(round(x), round(y))
    return color.red(), color.green(), color.blue()


def test_areas_have_the_colours_of_their_classes(qapp: QApplication) -> None:
    image = painted(prepared(qapp, two()))
    assert rgb(image, 60, 60) == CELLS.colors[0]
    assert rgb(image, 180, 60) == CELLS.colors[1]
    assert rgb(image, 120, 60) == (0, 0, 0)


def test_the_second_painting_of_the_same_looks_the_same(qapp: QApplication) -> None:
    painter = prepared(qapp, two())
    once, again = painted(painter, options={}), painted(painter, times=3, options={})
    found = [np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (once, again)]
    assert np.abs(found[0] - found[1]).max() <= 2


def test_outlines_leave_the_inside(qapp: QApplication) -> None:
    image = painted(prepared(qapp, two()), outline_only=True)
    assert rgb(image, 60, 60) == (0, 0, 0)
    assert max(rgb(image, 30, 60)) > 100


def test_a_score_threshold_and_a_least_size_leave_objects_out(qapp: QApplication) -> None:
    painter = prepared(qapp, two())
    assert rgb(painted(painter, filters={"score": 0.7}), 180, 60) == (0, 0, 0)
    assert rgb(painted(painter, filters={"score": 0.7}), 60, 60) == CELLS.colors[0]
    assert rgb(painted(painter, filters={"score": 0.3}), 180, 60) == CELLS.colors[1]
    assert rgb(painted(painter, filters={"side": 99.0}), 60, 60) == (0, 0, 0)


def test_half_sure_ones_are_shown_where_nobody_has_chosen(qapp: QApplication) -> None:
    image = painted(prepared(qapp, two(scores=np.array([0.5, 0.49]))))
    assert rgb(image, 60, 60) == CELLS.colors[0]
    assert rgb(image, 180, 60) == (0, 0, 0)


def test_hidden_classes_are_not_drawn_and_a_highlighted_one_stands_out(qapp: QApplication) -> None:
    painter = prepared(qapp, two())
    assert rgb(painted(painter, hidden=frozenset({"Nucleus"})), 60, 60) == (0, 0, 0)
    image = painted(painter, highlighted="bubble")
    assert rgb(image, 180, 60) == CELLS.colors[1]
    assert 0 < sum(rgb(image, 60, 60)) < sum(CELLS.colors[0]) / 2


def test_boxes_alone_are_faint_inside(qapp: QApplication) -> None:
    image = painted(prepared(qapp, two(has_masks=False)))
    assert 0 < sum(rgb(image, 60, 60)) < sum(CELLS.colors[0]) / 2
    corner = max(sum(rgb(image, 30 + dx, 30 + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
    assert corner > sum(rgb(image, 60, 60))


def test_a_crowd_is_hatched(qapp: QApplication) -> None:
    image = painted(prepared(qapp, two(is_crowd=np.array([True, False]))))
    inside = {rgb(image, x, y) for x in range(50, 70) for y in range(50, 70)}
    assert (0, 0, 0) in inside
    assert len(inside) > 1
    assert rgb(image, 180, 60) == CELLS.colors[1]


def test_objects_can_each_have_a_colour(qapp: QApplication) -> None:
    image = painted(prepared(qapp, two(class_ids=np.array([0, 0]))), options=QUIET | {"color_by": "object"})
    assert rgb(image, 60, 60) != rgb(image, 180, 60)


def test_labels_are_drawn_where_there_is_room_and_not_on_small_objects(qapp: QApplication) -> None:
    painter = prepared(qapp, two())
    assert painted(painter, options={}) != painted(painter)
    assert painted(painter, 0.2, options={}) == painted(painter, 0.2)


def test_close_up_the_edges_of_pixels_are_seen(qapp: QApplication) -> None:
    mask = np.zeros((6, 6), bool)
    mask[2, 3] = True
    one = discs(np.array([(3.5, 2.5)]), np.array([0.4]), (6, 6))
    image = painted(prepared(qapp, one), 20.0)
    assert rgb(image, 70, 50) != (0, 0, 0)


def test_very_many_are_drawn_as_a_map_of_the_same_colours(qapp: QApplication) -> None:
    many = scattered(600, (600, 600), radius_px=(3, 6))
    painter = prepared(qapp, many)
    assert painter.shapes is not None
    assert painter.shapes.ranked is not None
    image = painted(painter)
    ranks, places = painter.shapes.ranked.levels[0] // 2, painter.shapes.ranked.places
    shown = np.frombuffer(image.constBits(), np.uint8).reshape(600, 600, 4)[:, :, 2::-1]
    inside = ranks > 0
    wanted = np.array(CELLS.colors, np.uint8)[many.class_ids[places[ranks[inside].astype(int) - 1]]]
    assert np.mean(np.all(shown[inside] == wanted, axis=1)) > 0.99
    assert not shown[~inside].any()
    gone = painted(painter, filters={"side": 100.0})
    assert not np.frombuffer(gone.constBits(), np.uint8).reshape(600, 600, 4)[:, :, :3].any()


def test_an_empty_picture_is_drawn(qapp: QApplication) -> None:
    nothing = two().chosen(np.zeros(2, bool))
    assert rgb(painted(prepared(qapp, nothing)), 60, 60) == (0, 0, 0)


def test_what_cannot_be_drawn_says_so(qapp: QApplication) -> None:
    broken = two()
    assert broken.masks is not None
    damaged = tuple(type(mask)(mask.size, b"\x01\x02") for mask in broken.masks)
    painter = prepared(qapp, dataclasses.replace(broken, masks=damaged))
    assert "no runs" in painter.notice


@pytest.mark.parametrize("scale", [0.3, 1.0, 5.0])
def test_nothing_is_drawn_outside_of_what_is_shown(qapp: QApplication, scale: float) -> None:
    image = painted(prepared(qapp, two()), scale)
    assert rgb(image, 120 * scale, 60 * scale) == (0, 0, 0)
