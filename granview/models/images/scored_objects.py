"""From what a network found in one picture to instances: the surest, cut to the picture, the surest first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import Tensor

from granview.core.instance_params import MAX_DETECTIONS
from granview.core.predictions.instances import Instances
from granview.core.rle import Rle
from granview.core.run_params import RunParams
from granview.core.task_trait import task_params
from granview.models.adapter import Size
from granview.models.finite import require_numbers

_EVERY: Final = 10_000
"""More than any network says of a picture: for tasks that keep all."""

MaskOf = Callable[[int], Rle]
"""The mask of an object by its place among those found."""


@dataclass(frozen=True)
class ScoredObjects:
    """What a network found in one picture, in any order; all that is said of scores holds from 0 on.

    Attributes:
        boxes_xyxy: (n, 4) float32 px of the picture, which may reach beyond it.
        class_ids: (n,) int64, the lane's classes.
        scores: (n,) float32, 0 to 1.
        mask_of: Makes an object's mask; None where there are boxes alone.
        notices: Sentences that the user must see beside the picture.
        is_stuff: (n,) bool, which are segments of what cannot be counted; None where none is.
    """

    boxes_xyxy: Tensor
    class_ids: Tensor
    scores: Tensor
    mask_of: MaskOf | None = None
    notices: tuple[str, ...] = ()
    is_stuff: Tensor | None = None


def most_detections(task: str, params: RunParams) -> int:
    """How many objects of a picture are kept in a run of a task; those of a panoptic segmentation all are."""
    return int(task_params(task, params).get(MAX_DETECTIONS.name, _EVERY))


def instances_of(objects: ScoredObjects, size: Size, at_most: int) -> Instances:
    """The objects as a prediction: by falling score, among equals in the network's own order.

    Args:
        objects: The objects.
        size: (height, width) of the picture in px; boxes are cut to it.
        at_most: How many are kept, the surest.

    Raises:
        NotFinite: a score or a box is NaN or infinite.
    """
    require_numbers(objects.scores)
    require_numbers(objects.boxes_xyxy)
    order = torch.sort(objects.scores, descending=True, stable=True).indices[:at_most]
    mask_of = objects.mask_of
    masks = None if mask_of is None else tuple(mask_of(place) for place in order.tolist())
    return Instances.of_model(
        _array(cut_to(objects.boxes_xyxy[order], size)),
        _array(objects.class_ids[order]),
        _array(objects.scores[order]),
        size,
        masks,
        None if objects.is_stuff is None else _array(objects.is_stuff[order]),
    )


def cut_to(boxes_xyxy: Tensor, size: Size) -> Tensor:
    """Boxes (n, 4) without what lies outside a picture of (height, width) px."""
    height, width = size
    limits = boxes_xyxy.new_tensor((width, height, width, height))
    return torch.minimum(boxes_xyxy.clamp(min=0), limits)


def _array(values: Tensor) -> Any:
    return values.cpu().numpy()
