import numpy as np
import pytest

from granview.core.errors import NotFinite, ShapeError
from granview.core.labels import LabelSet
from granview.core.predictions.instances import Instances
from granview.core.truths.instances import ReferenceInstances

LABELS = LabelSet(("cell",), ((0, 0, 0),))
ONE = Instances.of_model([[0, 0, 4, 5]], [0], [1], (20, 30))


def test_a_lane_that_said_the_objects_would_be_right() -> None:
    prediction, labels = ReferenceInstances(ONE, LABELS, np.array([12.5])).as_prediction()

    assert prediction is ONE
    assert labels is LABELS


def test_each_object_has_an_area() -> None:
    with pytest.raises(ShapeError):
        ReferenceInstances(ONE, LABELS, np.array([1.0, 2.0]))
    with pytest.raises(NotFinite):
        ReferenceInstances(ONE, LABELS, np.array([np.nan]))
