"""Models with a class for every pixel."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from granview.core.errors import InputError
from granview.explain.adapter_subject import explains
from granview.explain.geometry.image_view import ImageView
from granview.explain.subject import Subject
from granview.models.adapter import DEFAULT_PARAMS, Image
from granview.models.families.hf_universal_segmentation import HfUniversalSegmentation
from granview.models.images.segmentation_adapter import SegmentationAdapter
from granview.models.images.tile_plan import tile_plan


@explains(SegmentationAdapter)
def segmentation_subject(adapter: SegmentationAdapter, sample_input: Image, written: str | None = None) -> Subject:
    """The picture, and the logits of each class for every pixel.

    Raises:
        InputError: the picture is so large that it is run in tiles.
    """
    size = sample_input.shape[0], sample_input.shape[1]
    if tile_plan(size, adapter.task, DEFAULT_PARAMS, adapter.resizing).n > 1:
        raise InputError(
            f"A picture of {size[1]} x {size[0]} px is run in tiles, and can be explained only as a whole.",
            "Give a part of it.",
        )
    batch = adapter.preprocess([sample_input])
    named: Mapping[str, Tensor] = batch if isinstance(batch, Mapping) else {_first_argument(adapter): batch}
    inputs = {name: _on_device(adapter, tensor) for name, tensor in named.items()}
    height, width = next(iter(named.values())).shape[-2:]
    return Subject(adapter.network, inputs, ImageView(sample_input.shape[:2], (int(height), int(width))))


@explains(HfUniversalSegmentation)
def universal_segmentation_subject(
    adapter: HfUniversalSegmentation, sample_input: Image, written: str | None = None
) -> Subject:
    """Pixels have the scores that the queries' classes and masks make together."""
    subject = segmentation_subject(adapter, sample_input, written)
    return replace(subject, logits=_scores_of_queries)


def _scores_of_queries(output: Any) -> Tensor:
    """Scores (1, classes, h, w): each query's mask times the probability of each class but the last, "no object"."""
    classes = output.class_queries_logits.float().softmax(dim=-1)[..., :-1]
    masks = output.masks_queries_logits.float().sigmoid()
    return torch.einsum("nqc,nqhw->nchw", classes, masks)


def _first_argument(adapter: SegmentationAdapter) -> str:
    """Transformers names its pixels; torchvision's and the zoo's networks take a bare tensor."""
    from transformers import PreTrainedModel

    return "pixel_values" if isinstance(adapter.network, PreTrainedModel) else ""


def _on_device(adapter: SegmentationAdapter, tensor: Tensor) -> Tensor:
    return adapter.on_device(tensor) if tensor.is_floating_point() else tensor.to(adapter.device)
