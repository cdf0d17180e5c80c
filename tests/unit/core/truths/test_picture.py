import numpy as np

from granview.core.predictions.restored_picture import RestoredPicture
from granview.core.truths.picture import ReferencePicture


def test_a_lane_that_gave_back_the_picture_would_be_right() -> None:
    pixels = np.zeros((4, 6, 3), np.uint8)

    prediction, labels = ReferencePicture(pixels, 2.0).as_prediction()

    assert isinstance(prediction, RestoredPicture)
    assert prediction.pixels is pixels
    assert prediction.scale == 2.0
    assert len(labels) == 0
