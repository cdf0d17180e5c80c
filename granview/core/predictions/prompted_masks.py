"""Prompted masks: the outlines that a model gives for the objects that it was asked for."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.arrays import PackedArray, pack, unpack
from granview.core.errors import GranViewError, ShapeError
from granview.core.instance_params import MAX_INSTANCES
from granview.core.labels import LabelSet
from granview.core.offsets import check_finite, check_shape
from granview.core.prediction import ClassAmounts, Extent, Prediction, prediction_type
from granview.core.predictions.instances import Instances
from granview.core.prompt import ObjectPrompt
from granview.core.rle import Rle

PROMPTED: Final = LabelSet(("prompted",), ((0, 158, 115),))
"""The one class of what was asked for: a model that is prompted knows no others."""


@dataclass(frozen=True)
class PromptedMasks(Prediction):
    """Masks, in the order of the prompts that they answer.

    Attributes:
        prompts: What was asked for.
        masks: A mask of the picture's size for each answer.
        of_prompt: (n,) uint16, the prompt that each mask answers; a phrase may have several answers, or none.
        scores: (n,) float32, how good the model thinks each mask is: the IoU that it expects, or its
            confidence, about 0 to 1.
        size: (height, width) of the picture in px.
    """

    type_name: ClassVar[str] = "prompted-masks"

    prompts: tuple[ObjectPrompt, ...]
    masks: tuple[Rle, ...]
    of_prompt: NDArray[np.uint16]
    scores: NDArray[np.float32]
    size: tuple[int, int]

    def __post_init__(self) -> None:
        n = len(self.masks)
        check_shape("Prompts of masks", self.of_prompt, n)
        check_shape("Scores of masks", self.scores, n)
        check_finite("Scores of masks", self.scores)
        if n and int(self.of_prompt.max()) >= len(self.prompts):
            raise ShapeError("Prompts", f"more than {int(self.of_prompt.max())}", (len(self.prompts),))
        other = next((mask.size for mask in self.masks if tuple(mask.size) != self.size), None)
        if other is not None:
            raise ShapeError("A mask", str(self.size), other)

    def __len__(self) -> int:
        return len(self.masks)

    def best_of(self, prompt: int) -> Rle | None:
        """The mask that the model finds best for a prompt; None where it gave none."""
        places = np.flatnonzero(self.of_prompt == prompt)
        return self.masks[int(places[self.scores[places].argmax()])] if len(places) else None

    def as_instances(self) -> Instances:
        """The masks as objects of the one class ``PROMPTED``."""
        boxes, classes = rle.boxes_xyxy(self.masks), np.zeros(len(self), np.uint16)
        return Instances.of_model(boxes, classes, self.scores, self.size, self.masks)

    def fits(self, extent: Extent) -> bool:
        """Whether they are of a picture of ``extent`` (height, width) px."""
        return self.size == extent

    def class_amounts(self, labels: LabelSet) -> ClassAmounts:
        """How many masks there are, whatever their scores."""
        return ClassAmounts("count", {name: float(len(self)) for name in labels.names[:1]})

    @property
    def size_bytes(self) -> int:
        """Bytes that its arrays and masks take in memory, about."""
        return super().size_bytes + sum(len(mask.counts) for mask in self.masks)

    def packed(self) -> "PackedPromptedMasks":
        """Compressed losslessly."""
        counts = tuple(mask.counts for mask in self.masks)
        return PackedPromptedMasks(self.prompts, counts, pack(self.of_prompt), pack(self.scores), self.size)


@prediction_type
class PackedPromptedMasks(msgspec.Struct, frozen=True, tag="prompted-masks"):
    """``PromptedMasks`` as they travel and as they are stored."""

    prompts: tuple[ObjectPrompt, ...]
    counts: tuple[bytes, ...]
    of_prompt: PackedArray
    scores: PackedArray
    size: tuple[int, int]

    def unpacked(self) -> PromptedMasks:
        """The masks; arrays are read-only.

        Raises:
            GranViewError: they are damaged.
        """
        if len(self.counts) > MAX_INSTANCES:
            raise GranViewError("A picture claims more masks than any has.", "The session is damaged.")
        masks = tuple(rle.checked(Rle(self.size, counts)) for counts in self.counts)
        of_prompt: NDArray[Any] = unpack(self.of_prompt)
        return PromptedMasks(self.prompts, masks, of_prompt, unpack(self.scores), self.size)
