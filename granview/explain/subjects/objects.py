"""Models that find objects by queries: a place has the score of the surest object there, for each class."""

from dataclasses import replace
from functools import partial
from typing import Any, Final

import torch
from torch import Tensor

from granview.explain.adapter_subject import explains
from granview.explain.geometry.image_view import ImageView
from granview.explain.subject import Subject
from granview.models.adapter import Image
from granview.models.families.hf_object_detection import HfObjectDetection
from granview.models.images.mask_queries import MaskQueries
from granview.models.images.queried_pictures import PIXELS, QueriedPictures
from granview.models.images.query_scores import class_scores
from granview.models.loading.object_labels import ObjectLabels

GRID: Final = 16
"""Boxes are laid over the picture on GRID x GRID cells, and lie on each that they touch."""


@explains(HfObjectDetection)
def detector_subject(adapter: HfObjectDetection, sample_input: Image, written: str | None = None) -> Subject:
    """The picture, and on a grid over it the score of the surest box at each place, for each class."""
    subject = _pictured(adapter, sample_input)
    return replace(subject, logits=partial(box_scores, classes=adapter.classes))


@explains(MaskQueries)
def mask_queries_subject(adapter: MaskQueries, sample_input: Image, written: str | None = None) -> Subject:
    """The picture, and for each pixel of the masks the score of the surest query there, for each class."""
    subject = _pictured(adapter, sample_input)
    return replace(subject, logits=partial(mask_scores, classes=adapter.classes))


def box_scores(output: Any, classes: ObjectLabels) -> Tensor:
    """Scores (1, classes, GRID, GRID) float32, 0 to 1: of each class the highest of all boxes on a cell, else 0."""
    scores = class_scores(output.logits[0], classes)
    edges = torch.linspace(0, 1, GRID + 1, device=scores.device)
    boxes = output.pred_boxes[0].detach().float()
    rows, columns = (_touched(boxes[:, axis], boxes[:, axis + 2], edges) for axis in (1, 0))
    lies_on = (rows[:, :, None] & columns[:, None, :]).flatten(1)
    highest: Tensor = (scores[:, :, None] * lies_on[:, None]).amax(0)
    return highest.reshape(1, -1, GRID, GRID)


def mask_scores(output: Any, classes: ObjectLabels) -> Tensor:
    """Scores (1, classes, h, w) float32, 0 to 1: of each class the highest of all queries, times the mask's own."""
    universal = hasattr(output, "class_queries_logits")
    scores = class_scores((output.class_queries_logits if universal else output.logits)[0], classes)
    masks = (output.masks_queries_logits if universal else output.pred_masks)[0].float().sigmoid()
    return torch.stack([(scores[:, place, None, None] * masks).amax(0) for place in range(scores.shape[1])])[None]


def _touched(centre: Tensor, extent: Tensor, edges: Tensor) -> Tensor:
    """Which cells along an axis each box touches: (boxes, cells) bool."""
    start, end = (centre - extent / 2)[:, None], (centre + extent / 2)[:, None]
    return (end > edges[:-1]) & (start < edges[1:])


def _pictured(adapter: QueriedPictures, sample_input: Image) -> Subject:
    batch = adapter.preprocess([sample_input])
    inputs = {name: adapter.on_device(tensor) for name, tensor in batch.items() if name in adapter.takes}
    height, width = batch[PIXELS].shape[-2:]
    down, across = batch["shown"][0].tolist() if "shown" in batch else (1.0, 1.0)
    own_height, own_width = sample_input.shape[:2]
    shown = None if (down, across) == (1.0, 1.0) else (0.0, 0.0, own_width / across, own_height / down)
    view = ImageView((own_height, own_width), (int(height), int(width)), shown)
    return Subject(adapter.network, inputs, view, has_backbone=True)
