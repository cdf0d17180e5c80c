from dataclasses import replace

import numpy as np
import pytest

from granview.core.errors import ShapeError
from granview.scoring.instances.overlaps import Overlaps
from tests.helpers.instance_sets import coco_picture

BOX = [0, 0, 10, 10]


def test_the_surest_come_first_and_equal_ones_stay_in_order():
    pair = coco_picture([BOX], [BOX] * 4, [0.5, 0.9, 0.5, 0.7], found_classes=[0, 1, 2, 3]).pair()
    assert pair.predicted_class.tolist() == [1, 3, 0, 2]
    assert pair.at_confidence(0.7).predicted_class.tolist() == [1, 3]
    assert pair.at_confidence(0.7).iou.shape == (2, 1)
    assert pair.at_confidence(0.0) is pair


def test_what_does_not_fit_together_is_refused():
    pair = coco_picture([BOX], [BOX, BOX], [0.9, 0.8]).pair()
    with pytest.raises(ShapeError):
        replace(pair, overlaps=Overlaps(np.zeros((1, 1)), np.zeros((1, 1))))
    with pytest.raises(ValueError, match="surest"):
        replace(pair, score=pair.score[::-1])
