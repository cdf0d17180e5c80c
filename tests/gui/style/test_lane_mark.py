"""The marks of lanes: no two alike, none a square as classes have, sharp where the screen is dense."""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.palette import LANES_ON_LIGHT
from granview.gui.style.lane_mark import lane_mark, lane_mark_pixmap, paint_lane_mark

EDGE_PX = 40
RADIUS_PX = 16
LEAST_DIFFERENCE = 0.06
"""Of the px of two marks over each other, so many are of one alone."""


def shape(color: str) -> NDArray[np.bool_]:
    """The px that a mark covers: (40, 40)."""
    image = QImage(EDGE_PX, EDGE_PX, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        paint_lane_mark(painter, color, QPointF(EDGE_PX / 2, EDGE_PX / 2), RADIUS_PX)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(EDGE_PX, EDGE_PX, 4)
    return pixels[..., 3] > 127


def test_marks_differ_by_form_alone_and_none_is_a_square(qapp: QApplication) -> None:
    shapes = {color: shape(color) for color in LANES_ON_LIGHT}
    for one, other in combinations(shapes.values(), 2):
        assert np.count_nonzero(one ^ other) / np.count_nonzero(one | other) > LEAST_DIFFERENCE
    for color, covered in shapes.items():
        rows, columns = np.nonzero(covered)
        box = (np.ptp(rows) + 1) * (np.ptp(columns) + 1)
        assert len(rows) / box < 0.85, color
        bounds = lane_mark(color, QPointF(0, 0), RADIUS_PX).boundingRect()
        assert max(bounds.width(), bounds.height()) <= 2.4 * RADIUS_PX


def test_a_pixmap_has_two_px_of_the_device_for_each_of_its_own(qapp: QApplication) -> None:
    mark = lane_mark_pixmap(LANES_ON_LIGHT[2], 16, 4.5)
    assert (mark.devicePixelRatio(), mark.deviceIndependentSize().toSize().width()) == (2.0, 16)
