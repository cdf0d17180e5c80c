import numpy as np
import pytest

from granview.core.errors import NotFinite, ShapeError
from granview.core.labels import LabelSet
from granview.core.predictions.instances import Instances
from granview.core.truths.instances import ReferenceInstances, ReferencePanoptic

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


def test_things_are_what_is_no_stuff() -> None:
    flags = np.array([False, True])
    both = Instances(
        np.array([[0, 0, 4, 5], [0, 0, 9, 9]], np.float32),
        np.zeros(2, np.uint16),
        np.ones(2, np.float32),
        (20, 30),
        None,
        np.zeros(2, bool),
        flags,
    )
    truth = ReferencePanoptic(both, LABELS, np.array([20.0, 81.0]), ("A word.",))

    things = truth.things()

    assert isinstance(things, ReferencePanoptic)
    assert things.areas_px.tolist() == [20]
    assert things.instances.boxes_xyxy.tolist() == [[0, 0, 4, 5]]
    assert things.notices == truth.notices
    assert things.things() is things


def test_areas_that_nobody_states_are_those_of_the_boxes() -> None:
    flags = np.zeros(1, bool)
    truth = ReferenceInstances.of_marks(
        ONE.boxes_xyxy, ONE.class_ids, LABELS, ONE.size, None, np.array([np.nan]), flags, flags, ("A word.",)
    )
    assert (truth.areas_px.tolist(), truth.instances.scores.tolist()) == ([20], [1])
