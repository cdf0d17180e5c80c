"""Types of predictions about pictures: each has a presenter, and one that nobody here can draw says so in words."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QThreadPool
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from granview.core.prediction import Prediction
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.model.view_state import ViewState
from granview.gui.paint.frame import Frame
from granview.gui.presenters.picture_presenter import (
    PICTURE_PRESENTERS,
    DifferenceRow,
    DifferenceSide,
    ViewChoice,
    choices_of,
    difference_of,
    presenter_of,
)
from tests.helpers.canvas import SHAPES, Sketch, flat_map


def side(prediction: Prediction, **others: Any) -> DifferenceSide[Any]:
    return DifferenceSide("a", prediction, SHAPES, **others)


def test_every_presenter_is_registered_under_its_own_type() -> None:
    assert "label-map" in PICTURE_PRESENTERS
    assert all(presenter.type_name == name for name, presenter in PICTURE_PRESENTERS.all().items())


def test_a_type_without_a_presenter_is_served_in_words(qapp: QApplication) -> None:
    presenter = presenter_of(Sketch())
    painter = presenter.painter(Sketch(), SHAPES, BackgroundPool(QThreadPool.globalInstance()), lambda: None)
    assert painter.notice.startswith("There is no painter for predictions of the type “sketch”")
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as onto:
        painter.paint(onto, Frame(QRectF(image.rect()), 8, 8, QPointF(4, 4), 1.0))
    assert image.pixelColor(4, 4).value() == 0
    assert presenter.readout(Sketch(), SHAPES, QPointF(1, 1)) is None
    assert not presenter.choices


def test_choices_are_those_that_act_on_any_prediction_and_all_while_there_is_none() -> None:
    assert choices_of([]) == set(ViewChoice)
    assert choices_of([Sketch()]) == set()
    assert choices_of([Sketch(), flat_map(4, 4, 1)]) == set(ViewChoice)


def test_choices_are_named_as_the_view_names_them(qapp: QApplication) -> None:
    assert all(hasattr(ViewState(), choice) for choice in ViewChoice)


def test_a_reference_of_another_type_tells_nothing(qapp: QApplication) -> None:
    job = difference_of(side(flat_map(4, 4, 1)), side(flat_map(4, 4, 2)), side(Sketch(), is_reference=True))
    assert not isinstance(job, str)
    assert [row.text for row in job().rows] == ["Different", "Same"]


def test_a_type_whose_differences_nobody_draws_says_so() -> None:
    found = difference_of(side(Sketch()), side(Sketch()), None)
    assert isinstance(found, str)
    assert "cannot be drawn" in found


def test_a_side_is_like_another_of_the_same_prediction_in_the_same_classes() -> None:
    said = flat_map(4, 4, 1)
    assert side(said).is_like(side(said))
    assert not side(said).is_like(side(flat_map(4, 4, 1)))
    assert not side(said).is_like(side(said, is_reference=True))


def test_a_trace_is_not_nothing() -> None:
    shares = [None, 0.0, 0.0002, 0.001, 0.5]
    assert [DifferenceRow("", "", share).percent for share in shares] == ["n/a", "0.0 %", "< 0.1 %", "0.1 %", "50.0 %"]
