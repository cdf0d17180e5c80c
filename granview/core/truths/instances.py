"""Objects that somebody has marked in a picture: boxes, outlines, segments."""

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.offsets import check_finite, check_shape
from granview.core.prediction import Prediction
from granview.core.predictions.instances import Instances
from granview.core.prompt import ObjectPrompt, PointPrompt, PromptSource
from granview.core.rle import Rle, innermost_px
from granview.core.truth import Luminance, Truth


@dataclass(frozen=True)
class ReferenceInstances(Truth):
    """The ground truth of a picture.

    Attributes:
        instances: The objects; all scores are 1, and crowds are marked.
        label_set: The classes.
        areas_px: (n,) float64, how large each object is in px² as its file states it, by which the COCO API sorts
            objects by size; where a file states none, that of its mask, else of its box.
        notices: Sentences that the user must see, such as that some objects have no outline.
        luminance: (H, W) uint8, of the picture; None where there is none at hand.
    """

    noun: ClassVar[str] = "objects"
    instances: Instances
    label_set: LabelSet
    areas_px: NDArray[np.float64]
    notices: tuple[str, ...] = ()
    luminance: Luminance | None = None

    def __post_init__(self) -> None:
        check_shape("Areas", self.areas_px, len(self.instances))
        check_finite("Areas", self.areas_px)

    @classmethod
    def of_marks(
        cls,
        boxes_xyxy: NDArray[np.float32],
        class_ids: NDArray[np.uint16],
        label_set: LabelSet,
        size: tuple[int, int],
        masks: tuple[Rle, ...] | None,
        areas_px: NDArray[np.float64],
        is_crowd: NDArray[np.bool_],
        is_stuff: NDArray[np.bool_],
        notices: tuple[str, ...] = (),
    ) -> Self:
        """What somebody has marked; see ``Instances``. An area that is NaN is that of the mask, else of the box.

        Raises:
            GranViewError: the parts do not fit each other, or a box is none.
        """
        ones = np.ones(len(class_ids), np.float32)
        instances = Instances(boxes_xyxy, class_ids, ones, size, masks, is_crowd, is_stuff)
        areas = np.where(np.isnan(areas_px), instances.areas_px(), areas_px)
        return cls(instances, label_set, areas, notices)

    def things(self) -> Self:
        """Without stuff, which is not found object by object; itself where there is none."""
        is_stuff = self.instances.is_stuff
        if not is_stuff.any():
            return self
        return replace(self, instances=self.instances.chosen(~is_stuff), areas_px=self.areas_px[~is_stuff])

    def with_luminance(self, luminance: Luminance) -> Self:
        """The same beside its picture."""
        return replace(self, luminance=luminance)

    def as_prediction(self) -> tuple[Prediction, LabelSet]:
        """The objects themselves."""
        return self.instances, self.label_set

    def object_prompts(self, source: PromptSource) -> tuple[ObjectPrompt, ...]:
        """One for each object that is no crowd; where there are no masks, the middle of its box."""
        return tuple(self._prompt(place, source) for place in np.flatnonzero(~self.instances.is_crowd).tolist())

    def _prompt(self, place: int, source: PromptSource) -> ObjectPrompt:
        left, top, right, bottom = self.instances.boxes_xyxy[place].tolist()
        box = None if source == "centre" else (left, top, right, bottom)
        if source == "box":
            return ObjectPrompt(box_xyxy=box)
        masks = self.instances.masks
        x, y = ((left + right) / 2, (top + bottom) / 2) if masks is None else innermost_px(masks[place])
        return ObjectPrompt((PointPrompt(x, y),), box)


@dataclass(frozen=True)
class ReferencePanoptic(ReferenceInstances):
    """The ground truth of a picture in which every pixel that is judged belongs to one segment.

    Its masks do not overlap, and segments of stuff are marked; pixels of no segment are void.
    """

    noun: ClassVar[str] = "segments"
