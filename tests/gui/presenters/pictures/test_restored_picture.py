import numpy as np
from PySide6.QtCore import QPointF

from granview.core.labels import LabelSet
from granview.core.predictions.restored_picture import RestoredPicture
from granview.gui.presenters.picture_presenter import choices_of, presenter_of

NO_CLASSES = LabelSet((), ())


def test_the_px_under_the_cursor_is_read_in_the_pictures_own_px() -> None:
    pixels = np.zeros((8, 8, 3), np.uint8)
    pixels[2, 5] = (10, 20, 30)
    picture = RestoredPicture(pixels, 2.0)
    read = presenter_of(picture).readout(picture, NO_CLASSES, QPointF(2.6, 1.2))
    assert read.text == "10, 20, 30"
    assert read.color == (10, 20, 30)
    assert presenter_of(picture).readout(picture, NO_CLASSES, QPointF(4.1, 1)) is None


def test_no_choice_of_the_view_acts_on_it() -> None:
    assert choices_of([RestoredPicture(np.zeros((2, 2, 3), np.uint8))]) == frozenset()


def test_it_is_called_what_it_is() -> None:
    picture = RestoredPicture(np.zeros((2, 2, 3), np.uint8))
    assert presenter_of(picture).plural == "restored pictures"
