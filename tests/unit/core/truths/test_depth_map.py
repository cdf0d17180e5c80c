import numpy as np

from granview.core.predictions.depth_map import DepthMap
from granview.core.truths.depth_map import ReferenceDepth


def test_a_lane_that_gave_its_metres_would_be_right() -> None:
    metres = np.ones((4, 6), np.float32)
    prediction, labels = ReferenceDepth(metres).as_prediction()
    assert isinstance(prediction, DepthMap)
    assert prediction.values is metres
    assert prediction.kind == "metric"
    assert len(labels) == 0
