"""The table of presenters, of texts beside that of pictures."""

from granview.core.prediction import PREDICTION_TYPES
from granview.gui.presenters.picture_presenter import PICTURE_PRESENTERS
from granview.gui.presenters.text_presenter import TEXT_PRESENTERS


def test_every_type_of_prediction_has_a_presenter() -> None:
    assert set(PREDICTION_TYPES.all()) == {*PICTURE_PRESENTERS.all(), *TEXT_PRESENTERS.all()}
