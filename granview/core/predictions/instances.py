"""Instances: objects in a picture, each with its box and, where the model outlines them, its mask.

Boxes alone are what a detector says. The segments of panoptic segmentation are instances too, whose masks do not
overlap, and some of which are stuff.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.arrays import PackedArray, pack, unpack
from granview.core.errors import GranViewError, ShapeError
from granview.core.instance_params import COUNTED_SCORE, MAX_INSTANCES, SCORE_THRESHOLD
from granview.core.labels import LabelSet
from granview.core.offsets import check_finite, check_shape
from granview.core.prediction import ClassAmounts, Extent, Prediction, prediction_type
from granview.core.rle import Rle

MAX_COORDINATE_PX: Final = 1e7
"""No box lies farther from the picture's corner."""

_SEPARATOR: Final = b"\n"


@dataclass(frozen=True)
class Instances(Prediction):
    """Objects, in any order.

    Attributes:
        boxes_xyxy: (n, 4) float32: left, top, right, bottom in px from the picture's upper left corner, where the edges
            of pixels are whole numbers.
        class_ids: (n,) uint16, class of each in the lane's label set.
        scores: (n,) float32, how sure the model is of each; 1 in a reference.
        size: (height, width) of the picture in px.
        masks: A mask of the picture's size for each; None where there are boxes alone.
        is_crowd: (n,) bool, which are groups of objects that nobody has told apart; in references only.
        is_stuff: (n,) bool, which are segments of what cannot be counted, such as sky.
    """

    type_name: ClassVar[str] = "instances"

    boxes_xyxy: NDArray[np.float32]
    class_ids: NDArray[np.uint16]
    scores: NDArray[np.float32]
    size: tuple[int, int]
    masks: tuple[Rle, ...] | None
    is_crowd: NDArray[np.bool_]
    is_stuff: NDArray[np.bool_]

    def __post_init__(self) -> None:
        n = len(self.class_ids)
        check_shape("Boxes", self.boxes_xyxy, n, 4)
        check_shape("Classes", self.class_ids, n)
        check_shape("Scores", self.scores, n)
        check_shape("Marks of crowds", self.is_crowd, n)
        check_shape("Marks of stuff", self.is_stuff, n)
        check_finite("Boxes", self.boxes_xyxy)
        check_finite("Scores", self.scores)
        _check_boxes(self.boxes_xyxy)
        if self.masks is not None:
            _check_masks(self.masks, n, self.size)

    @classmethod
    def of_model(
        cls,
        boxes_xyxy: NDArray[Any],
        class_ids: NDArray[Any],
        scores: NDArray[Any],
        size: tuple[int, int],
        masks: tuple[Rle, ...] | None = None,
        is_stuff: NDArray[np.bool_] | None = None,
    ) -> Self:
        """What a model has found: without crowds, its numbers brought to the types of the attributes."""
        boxes = np.asarray(boxes_xyxy, np.float32).reshape(-1, 4)
        classes, sure = np.asarray(class_ids).astype(np.uint16), np.asarray(scores, np.float32)
        stuff = np.zeros(len(classes), bool) if is_stuff is None else is_stuff
        return cls(boxes, classes, sure, size, masks, np.zeros(len(classes), bool), stuff)

    def __len__(self) -> int:
        return len(self.class_ids)

    @property
    def size_bytes(self) -> int:
        """Bytes that its arrays and masks take in memory, about."""
        return super().size_bytes + sum(len(mask.counts) for mask in self.masks or ())

    def chosen(self, which: NDArray[Any]) -> Self:
        """Some of them.

        Args:
            which: (n,) booleans, or indices in the order wanted.
        """
        places = np.flatnonzero(which) if which.dtype == bool else which
        masks = None if self.masks is None else tuple(self.masks[place] for place in places.tolist())
        return type(self)(
            self.boxes_xyxy[places],
            self.class_ids[places],
            self.scores[places],
            self.size,
            masks,
            self.is_crowd[places],
            self.is_stuff[places],
        )

    def surer_than(self, least_score: float) -> Self:
        """Those with a score of ``least_score`` or more."""
        return self.chosen(self.scores >= least_score)

    def shown(self, params: Mapping[str, Any]) -> Self:
        """Those with the score from which objects are shown."""
        return self.surer_than(params.get(SCORE_THRESHOLD.name, SCORE_THRESHOLD.default))

    def areas_px(self) -> NDArray[np.float64]:
        """How large each is: (n,) float64, pixels of its mask, or its box's area in px² where there are no masks."""
        if self.masks is not None:
            return rle.areas(self.masks).astype(np.float64)
        width, height = (self.boxes_xyxy[:, 2:] - self.boxes_xyxy[:, :2]).astype(np.float64).T
        area: NDArray[np.float64] = width * height
        return area

    def fits(self, extent: Extent) -> bool:
        """Whether they are of a picture of ``extent`` (height, width) px."""
        return self.size == extent

    def class_amounts(self, labels: LabelSet) -> ClassAmounts:
        """How many of each class there are, without crowds and those whose score is below ``COUNTED_SCORE``."""
        is_counted = (self.scores >= COUNTED_SCORE) & ~self.is_crowd & (self.class_ids < len(labels))
        counts = np.bincount(self.class_ids[is_counted], minlength=len(labels)).tolist()
        return ClassAmounts("count", dict(zip(labels.names, counts, strict=True)))

    def packed(self) -> "PackedInstances":
        """Compressed losslessly."""
        counts = None if self.masks is None else _SEPARATOR.join(mask.counts for mask in self.masks)
        return PackedInstances(
            pack(self.boxes_xyxy),
            pack(self.class_ids),
            pack(self.scores),
            self.size,
            None if counts is None else pack(np.frombuffer(counts, np.uint8)),
            pack(self.is_crowd) if self.is_crowd.any() else None,
            pack(self.is_stuff) if self.is_stuff.any() else None,
        )


@prediction_type
class PackedInstances(msgspec.Struct, frozen=True, tag="instances"):
    """``Instances`` as they travel and as they are stored; the runs of all masks are compressed together."""

    boxes_xyxy: PackedArray
    class_ids: PackedArray
    scores: PackedArray
    size: tuple[int, int]
    counts: PackedArray | None = None
    is_crowd: PackedArray | None = None
    is_stuff: PackedArray | None = None

    def unpacked(self) -> Instances:
        """The instances; their arrays are read-only.

        Raises:
            GranViewError: they are damaged.
        """
        classes = unpack(self.class_ids)
        if len(classes.shape) != 1 or len(classes) > MAX_INSTANCES:
            raise GranViewError("A picture claims more objects than any has.", "The session is damaged.")
        masks = None if self.counts is None else _split(unpack(self.counts), len(classes), self.size)
        for mask in masks or ():
            rle.checked(mask)
        return Instances(
            unpack(self.boxes_xyxy),
            classes,
            unpack(self.scores),
            self.size,
            masks,
            _flags(self.is_crowd, len(classes)),
            _flags(self.is_stuff, len(classes)),
        )


def _flags(packed: PackedArray | None, n: int) -> NDArray[np.bool_]:
    flags = np.zeros(n, bool) if packed is None else unpack(packed)
    flags.flags.writeable = False
    return flags


def _split(joined: NDArray[Any], n: int, size: tuple[int, int]) -> tuple[Rle, ...]:
    """The masks whose runs were joined; the check of their number follows."""
    return tuple(Rle(size, counts) for counts in joined.tobytes().split(_SEPARATOR)) if n or joined.size else ()


def _check_boxes(boxes_xyxy: NDArray[np.float32]) -> None:
    if np.abs(boxes_xyxy).max(initial=0) > MAX_COORDINATE_PX:
        raise GranViewError("A box lies farther away than any picture reaches.")
    if (boxes_xyxy[:, 2:] < boxes_xyxy[:, :2]).any():
        raise GranViewError("A box ends before it begins: it must be left, top, right, bottom.")


def _check_masks(masks: tuple[Rle, ...], n: int, size: tuple[int, int]) -> None:
    if len(masks) != n:
        raise ShapeError("Masks", f"({n},)", (len(masks),))
    other = next((mask.size for mask in masks if tuple(mask.size) != size), None)
    if other is not None:
        raise ShapeError("A mask", str(size), other)
