"""Objects as files mark them, turned with their picture and gathered into what tasks compare with."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.errors import GranViewError, InputError
from granview.core.image_params import ImageParams
from granview.core.instance_params import MAX_INSTANCES
from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.rle import Rle
from granview.core.truths.instances import ReferenceInstances
from granview.core.truths.mask import Labels, ReferenceMask
from granview.io.orientation import UPRIGHT, Frame, UntaggedPicture, mask_placement, stored_view, upright_size

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in px."""

TruthT = TypeVar("TruthT", bound=ReferenceInstances)


@dataclass(frozen=True)
class MarkedObject:
    """An object; it has a box, a mask or both.

    Attributes:
        class_id: Its place in the label set.
        box: Its box; None: that of its mask.
        mask: Its mask; None where only a box was drawn.
        area_px: How large it is in px² as its file states it; None where that says nothing.
        is_crowd: Whether it is a group of objects that nobody has told apart.
        is_stuff: Whether it cannot be counted.
    """

    class_id: int
    box: Box | None = None
    mask: Rle | None = None
    area_px: float | None = None
    is_crowd: bool = False
    is_stuff: bool = False


@dataclass(frozen=True)
class MarkedPicture:
    """What a file marks in one picture.

    Attributes:
        path: The file.
        size: (height, width) in px of the picture that it was marked in.
        labels: The classes.
        objects: The objects.
        notices: What the user must know about them.
    """

    path: Path
    size: tuple[int, int]
    labels: LabelSet
    objects: Sequence[MarkedObject]
    notices: tuple[str, ...] = ()

    def as_truth(self, kind: type[TruthT], frame: Frame | None, params: ImageParams) -> TruthT:
        """The objects, turned as the picture is shown.

        Args:
            kind: The type of truth.
            frame: How the picture lies; None: as it was marked.
            params: How what was marked lies where nothing else tells.

        Raises:
            InputError: the picture has another size, or an object cannot be used.
        """
        height, width = self.size
        place = mask_placement(UntaggedPicture(self.path, (width, height)), frame, params.mask_frame)
        size = upright_size((width, height), place.orientation)[::-1]
        objects = [_turned(one, place.orientation, self.size) for one in self.objects]
        masks, words = _masks(objects, size)
        if len(objects) > MAX_INSTANCES:
            raise InputError(f"{self.path.name} marks more than {MAX_INSTANCES:,} objects in a picture.", "Split it.")
        of_masks = rle.boxes_xyxy(masks or ())
        boxes = [one.box or tuple(of_masks[index].tolist()) for index, one in enumerate(objects)]
        try:
            return kind.of_marks(
                np.array(boxes, np.float32).reshape(-1, 4),
                np.array([one.class_id for one in objects], np.uint16),
                self.labels,
                size,
                masks,
                np.array([math.nan if one.area_px is None else one.area_px for one in objects], np.float64),
                np.array([one.is_crowd for one in objects], bool),
                np.array([one.is_stuff for one in objects], bool),
                (*self.notices, *place.notices, *words),
            )
        except GranViewError as error:
            raise InputError(f"{self.path.name} holds an object that cannot be used: {error.message}", HINT) from error

    def as_mask(self, frame: Frame | None, params: ImageParams) -> ReferenceMask:
        """The class of every pixel: that of the last object over it, else background, turned as the picture is shown.

        Args:
            frame: How the picture lies; None: as it was marked.
            params: How what was marked lies where nothing else tells.

        Raises:
            InputError: the picture has another size, or nothing but boxes is marked.
        """
        height, width = self.size
        if self.objects and all(one.mask is None for one in self.objects):
            refusal = f"{self.path.name} marks boxes alone, which are no masks of classes."
            raise InputError(refusal, "Compare tasks of objects with it.")
        place = mask_placement(UntaggedPicture(self.path, (width, height)), frame, params.mask_frame)
        labels, first = _with_background(self.labels)
        stored: Labels = np.full((height, width), first.index(BACKGROUND), np.uint16)
        for one in self.objects:
            mask = one.mask if one.mask is not None else _filled(one.box, self.size)
            left, top, inside = rle.decode_part(mask)
            part = stored[top : top + inside.shape[0], left : left + inside.shape[1]]
            part[inside] = first.index(self.labels.names[one.class_id])
        shown = np.empty(upright_size((width, height), place.orientation)[::-1], np.uint16)
        stored_view(shown, place.orientation)[...] = stored
        bare = sum(one.mask is None for one in self.objects)
        words = (f"{bare} of {len(self.objects)} objects have no outline; all of their box counts.",) if bare else ()
        return ReferenceMask(shown, labels, (*self.notices, *place.notices, *words))


HINT: Final = "Correct the file, or export it again."
BACKGROUND: Final = "background"
"""The class of what no object covers."""


def _with_background(labels: LabelSet) -> tuple[LabelSet, list[str]]:
    """Classes with background among them, first where it is not there yet; and their names in that order."""
    names = list(labels.names) if BACKGROUND in labels.names else [BACKGROUND, *labels.names]
    return LabelSet(tuple(names), class_colors(names), None), names


def _masks(objects: Sequence[MarkedObject], size: tuple[int, int]) -> tuple[tuple[Rle, ...] | None, tuple[str, ...]]:
    """A mask for each object, or None where none has one; where only some have, boxes stand in, and that is said."""
    bare = sum(one.mask is None for one in objects)
    if bare and bare == len(objects):
        return None, ()
    masks = tuple(one.mask if one.mask is not None else _filled(one.box, size) for one in objects)
    words = f"{bare} of {len(objects)} objects have no outline; all of their box counts as their mask."
    return masks, (words,) if bare else ()


def _filled(box: Box | None, size: tuple[int, int]) -> Rle:
    height, width = size
    left, top, right, bottom = box or (0, 0, 0, 0)
    columns, rows = (
        np.clip(np.round((low, high)), 0, side) for low, high, side in ((left, right, width), (top, bottom, height))
    )
    inside: NDArray[np.bool_] = np.ones((int(rows[1] - rows[0]), int(columns[1] - columns[0])), bool)
    return rle.encode_within(inside, int(columns[0]), int(rows[0]), size)


def _turned(one: MarkedObject, orientation: int, size: tuple[int, int]) -> MarkedObject:
    """An object of a picture that is stored with this size and shown turned."""
    if orientation == UPRIGHT:
        return one
    box = None if one.box is None else _turned_box(one.box, orientation, size)
    return replace(one, box=box, mask=None if one.mask is None else _turned_mask(one.mask, orientation))


def _turned_mask(mask: Rle, orientation: int) -> Rle:
    stored = rle.decode(mask)
    width, height = upright_size((mask.size[1], mask.size[0]), orientation)
    upright = np.empty((height, width), bool)
    stored_view(upright, orientation)[...] = stored
    return rle.encode(upright)


_BACK_X: Final = frozenset({2, 3, 7, 6})
_BACK_Y: Final = frozenset({3, 4, 7, 8})
_SWAPPED: Final = frozenset({5, 6, 7, 8})


def _turned_box(box: Box, orientation: int, size: tuple[int, int]) -> Box:
    """By CIPA DC-008 (Exif 2.32), section 4.6.4, tag 274, as ``stored_view``."""
    width, height = upright_size((size[1], size[0]), orientation)
    left, top, right, bottom = box
    if orientation in _SWAPPED:
        left, top, right, bottom = top, left, bottom, right
    if orientation in _BACK_X:
        left, right = width - right, width - left
    if orientation in _BACK_Y:
        top, bottom = height - bottom, height - top
    return left, top, right, bottom
