import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.labels import LabelSet
from granview.core.predictions.restored_picture import RestoredPicture
from granview.gui.paint.frame import Frame
from granview.gui.presenters.picture_presenter import DifferenceSide, difference_of
from granview.gui.presenters.pictures.restored_picture_difference import FULL_LEVELS
from granview.gui.style.theme import DARK

NO_CLASSES = LabelSet((), ())


def side(title: str, value: int, *, size: tuple[int, int] = (4, 6), scale: float = 1.0, is_reference: bool = False):
    pixels = np.full((*size, 3), 100, np.uint8)
    pixels[:, : size[1] // 2] = value
    return DifferenceSide(title, RestoredPicture(pixels, scale), NO_CLASSES, None, is_reference)


def painted(layer, width: int = 6, height: int = 4) -> np.ndarray:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    with QPainter(image) as canvas:
        layer.paint(canvas, Frame(QRectF(image.rect()), width, height, QPointF(width / 2, height / 2), 1.0))
    return np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4)[..., 2::-1].copy()


def test_without_a_reference_it_shows_how_far_they_differ(qapp: QApplication) -> None:
    layer = difference_of(side("a", 100), side("b", 100 + FULL_LEVELS), None)()
    assert [row.share for row in layer.rows] == [0.5, 0.5]
    assert [row.text for row in layer.rows] == ["Different", "Same (full colour: 16 levels)"]
    layer.set_colors(DARK, 0.5)
    shown, color = painted(layer), DARK.color("different")
    assert (shown[:, :3] == (color.red(), color.green(), color.blue())).all()
    assert (shown[:, 3:] == 0).all()


def test_a_small_difference_is_faint(qapp: QApplication) -> None:
    faint, strong = (difference_of(side("a", 100), side("b", 100 + levels), None)() for levels in (1, 15))
    for layer in (faint, strong):
        layer.set_colors(DARK, 0.5)
    assert 0 < painted(faint)[0, 0].sum() < painted(strong)[0, 0].sum()


def test_with_a_reference_it_shows_who_is_nearer(qapp: QApplication) -> None:
    truth = side("Reference", 110, is_reference=True)
    layer = difference_of(side("a", 111), side("b", 150), truth)()
    assert [row.role for row in layer.rows] == ["only_left", "only_right", ""]
    assert [row.share for row in layer.rows] == [0.5, 0.0, 0.5]
    assert [row.text for row in layer.rows] == ["a nearer", "b nearer", "As near (full colour: 16 levels)"]
    layer.set_colors(DARK, 0.5)
    assert painted(layer)[0, 0].any()
    other = difference_of(side("a", 150), side("b", 111), truth)()
    assert [row.share for row in other.rows] == [0.0, 0.5, 0.5]


def test_against_the_reference_itself_it_shows_the_error(qapp: QApplication) -> None:
    truth = side("Reference", 110, is_reference=True)
    layer = difference_of(truth, side("b", 150), truth)()
    assert [row.role for row in layer.rows] == ["different", ""]


@pytest.mark.parametrize("other", [{"size": (40, 60)}, {"scale": 2.0}])
def test_pictures_of_other_sizes_are_not_compared(other) -> None:
    assert "different sizes" in difference_of(side("a", 1), side("b", 1, **other), None)


def test_a_reference_of_another_size_tells_nothing(qapp: QApplication) -> None:
    layer = difference_of(side("a", 100), side("b", 120), side("Reference", 1, size=(40, 60), is_reference=True))()
    assert [row.role for row in layer.rows] == ["different", ""]


def test_at_another_scale_it_lies_over_its_sample(qapp: QApplication) -> None:
    layer = difference_of(side("a", 100, size=(8, 12), scale=2.0), side("b", 250, size=(8, 12), scale=2.0), None)()
    layer.set_colors(DARK, 0.5)
    assert painted(layer)[:, :3].any(axis=2).all()
    assert (painted(layer)[:, 3:] == 0).all()
