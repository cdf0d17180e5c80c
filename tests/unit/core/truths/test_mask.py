import numpy as np

from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.core.truths.mask import ReferenceMask


def test_a_lane_that_said_the_mask_would_be_right() -> None:
    labels, names = np.eye(3, dtype=np.uint8), LabelSet(("ground", "cell"), ((0, 0, 0), (9, 9, 9)))

    prediction, label_set = ReferenceMask(labels, names).as_prediction()

    assert isinstance(prediction, LabelMap)
    assert prediction.labels is labels
    assert label_set is names
