"""What networks with masks by queries are given besides pixels, by their model type."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor

from granview.core.lane import LaneSpec
from granview.io.model_config import read_config
from granview.models.adapter import Size
from granview.models.device import Placement
from granview.models.images.query_masks import WHOLE
from granview.models.loading.pretrained import LoadedObjects, load_objects
from granview.models.loading.source import ResolvedSource
from granview.models.texts.tokenizer import load_tokenizer

_TASK_WORDS: Final = {"instance-segmentation": "instance", "panoptic-segmentation": "panoptic"}


class UniversalInputs:
    """What most networks are given: pixels, and a mask of those that are no padding.

    Attributes:
        processing: What the image processor is to do otherwise than its file says.
    """

    processing: Mapping[str, Any] = {}

    def more(self, pictures: int) -> dict[str, Tensor]:
        """Further inputs for so many pictures, by name."""
        return {}

    def shown(self, processor: Any, batch: Mapping[str, Tensor], sizes: Sequence[Size]) -> Tensor:
        """Which shares of the input's height and width each picture takes: (N, 2) float32."""
        if "pixel_mask" not in batch:
            return torch.tensor([WHOLE] * len(sizes))
        is_picture = batch["pixel_mask"].bool()
        down, across = is_picture.any(2).float().mean(1), is_picture.any(1).float().mean(1)
        return torch.stack((down, across), dim=1)


class EomtInputs(UniversalInputs):
    """EoMT (arXiv:2503.19108) is given the whole picture, brought to fit a square and padded at the end.

    Its image processor gives no mask of the padding, so it is told from the picture's size; it may also cut a picture
    into squares, which semantic segmentation alone makes use of.
    """

    processing: Mapping[str, Any] = {"do_split_image": False, "do_pad": True}

    def shown(self, processor: Any, batch: Mapping[str, Tensor], sizes: Sequence[Size]) -> Tensor:
        """By the size that the image processor brings a picture to before it pads."""
        from transformers.image_transforms import get_size_with_aspect_ratio

        height, width = batch["pixel_values"].shape[-2:]
        edges = processor.size["shortest_edge"], processor.size["longest_edge"]
        resized = [get_size_with_aspect_ratio(size, *edges) for size in sizes]
        return torch.tensor([(down / height, across / width) for down, across in resized])


class OneFormerInputs(UniversalInputs):
    """OneFormer (arXiv:2211.06220) is told its task in words.

    The list of classes that its image processor would download serves training alone.

    Args:
        folder: The model's folder, with its tokenizer.
        task: The lane's task.
    """

    processing: Mapping[str, Any] = {"class_info_file": None}

    def __init__(self, folder: Path, task: str) -> None:
        length = int(read_config(folder).get("task_seq_len", 77))
        words = f"the task is {_TASK_WORDS[task]}"
        tokens = load_tokenizer(folder)(words, padding="max_length", max_length=length, truncation=True)
        self._tokens = torch.tensor(tokens["input_ids"]) * torch.tensor(tokens["attention_mask"])

    def more(self, pictures: int) -> dict[str, Tensor]:
        """The tokens of the task's words, for each picture."""
        return {"task_inputs": self._tokens.expand(pictures, -1)}


_INPUTS: Final[Mapping[str, Callable[[Path, str], UniversalInputs]]] = {
    "eomt": lambda folder, task: EomtInputs(),
    "eomt_dinov3": lambda folder, task: EomtInputs(),
    "oneformer": OneFormerInputs,
}
"""By model type; the others take what all take."""


def load_universal(
    resolved: ResolvedSource, spec: LaneSpec, placement: Placement
) -> tuple[LoadedObjects, UniversalInputs]:
    """A network with masks by queries, and what it is given.

    Raises:
        ModelError: it is another kind of model, or cannot be loaded.
    """
    assert resolved.folder is not None
    make = _INPUTS.get(str(read_config(resolved.folder).get("model_type")))
    inputs = UniversalInputs() if make is None else make(resolved.folder, spec.task)
    return load_objects(resolved, spec, placement, **inputs.processing), inputs
