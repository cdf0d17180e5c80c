"""What a lane's model finds in pictures, and how it compares with what its own library says."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.predictions.instances import Instances
from granview.core.run_params import RunParams


def found(adapter: Any, pictures: Sequence[NDArray[np.uint8]], **params: Any) -> list[Any]:
    """What an adapter says of pictures, in one batch: instances, or the errors."""
    run = RunParams(of_task={adapter.task: params})
    output = adapter.forward(adapter.preprocess(pictures, run))
    said = adapter.postprocess(output, [picture.shape[:2] for picture in pictures], run)
    return [getattr(one, "prediction", one) for one in said]


def assert_same(
    said: Instances, boxes: NDArray[np.float32], class_ids: NDArray[np.int64], scores: NDArray[np.float32]
) -> None:
    """The surest of what was said are these objects, which are given in any order, cut to the picture."""
    order = np.argsort(-scores, kind="stable")
    height, width = said.size
    cut = np.clip(boxes[order], 0, [width, height, width, height])
    n = len(order)
    assert n > 3
    np.testing.assert_allclose(said.scores[:n], scores[order], atol=1e-6)
    np.testing.assert_allclose(said.boxes_xyxy[:n], cut, atol=1e-3)
    np.testing.assert_array_equal(said.class_ids[:n], class_ids[order])
