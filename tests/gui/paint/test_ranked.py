import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.gui.paint.frame import Frame
from granview.gui.paint.indexed import pyramid
from granview.gui.paint.ranked import RankedPainter, on_edge, premultiplied, with_lines

RED, CLEAR = 0xFFFF0000, 0


def painted(painter: RankedPainter, scale: float, side: int) -> QImage:
    image = QImage(round(side * scale), round(side * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    with QPainter(image) as canvas:
        painter.paint(canvas, Frame(QRectF(image.rect()), side, side, QPointF(side / 2, side / 2), scale))
    return image


def squares() -> np.ndarray:
    ranks = np.zeros((64, 64), np.uint16)
    ranks[8:32, 8:32] = 1
    ranks[32:48, 32:48] = 700
    return ranks


def table(**colors: int) -> np.ndarray:
    found = np.zeros(701, np.uint32)
    for name, color in colors.items():
        found[int(name[1:])] = color
    return found


def test_each_object_has_its_colour_and_one_left_out_none(qapp: QApplication) -> None:
    painter = RankedPainter(pyramid(with_lines(squares())))
    painter.set_table(table(_700=RED), table(_700=RED))
    image = painted(painter, 1.0, 64)
    assert image.pixelColor(40, 40).getRgb()[:3] == (255, 0, 0)
    assert image.pixelColor(20, 20).getRgb()[:3] == (0, 0, 0)
    painter.set_table(table(_1=RED), table(_1=RED))
    image = painted(painter, 1.0, 64)
    assert image.pixelColor(20, 20).getRgb()[:3] == (255, 0, 0)
    assert image.pixelColor(40, 40).getRgb()[:3] == (0, 0, 0)


def test_lines_run_along_the_inside(qapp: QApplication) -> None:
    painter = RankedPainter(pyramid(with_lines(squares())))
    painter.set_table(table(), table(_1=RED))
    image = painted(painter, 1.0, 64)
    assert image.pixelColor(8, 20).red() == image.pixelColor(31, 20).red() == 255
    assert image.pixelColor(7, 20).red() == image.pixelColor(9, 20).red() == 0


def test_from_afar_and_close_up_it_lies_where_it_is(qapp: QApplication) -> None:
    painter = RankedPainter(pyramid(with_lines(squares())))
    painter.set_table(table(_1=RED), table(_1=RED))
    for scale in (0.25, 0.6, 3.0):
        image = painted(painter, scale, 64)
        assert image.pixelColor(round(20 * scale), round(20 * scale)).red() == 255
        assert image.pixelColor(round(56 * scale), round(56 * scale)).red() == 0


def test_the_edge_of_the_map_is_no_edge() -> None:
    ranks = np.ones((3, 4), np.uint16)
    assert not on_edge(ranks).any()
    ranks[1, 1] = 2
    assert on_edge(ranks).sum() == 5


def test_colours_are_premultiplied() -> None:
    found = premultiplied(np.array([[255, 128, 0], [10, 20, 30]], np.uint8), np.array([0.5, 0.0]))
    assert found.tolist() == [0x80804000, 0]
