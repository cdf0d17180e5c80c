"""Pascal VOC's masks of objects: a value, or a colour, for each; its class is that of its pixels in the other mask.

The border of 5 px round objects, 255 or its colour, belongs to no object.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import BACKGROUND, LabelSet, normalized
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances
from granview.core.truths.mask import ReferenceMask
from granview.io.label_images import color_value, read_labels
from granview.io.marked_objects import MarkedObject, MarkedPicture
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat
from granview.io.reference_masks import read_reference
from granview.io.regular_files import is_regular
from granview.io.voc_folders import CLASS_MASKS, OBJECT_MASKS, VOC_OBJECTS

_NONE: Final = (0, 255, color_value(224, 224, 192))
"""Background, and the border, as a value and as a colour."""

_NO_CLASS: Final = -1


class VocObjectsFormat(ReferenceFormat):
    """Objects with masks; their classes are read from the mask of classes of the same name."""

    truth_type = ReferenceInstances
    suffixes = frozenset()

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceInstances:
        """The objects of a mask.

        Raises:
            InputError: it cannot be read, or there is no mask of classes of its name and size.
        """
        path = Path(reference.path)
        values, notices = read_labels(path)
        classes = _classes(path, by_index, params, values.shape)
        objects, n_bare = _objects(values, classes)
        notices = (*notices, *classes.notices, *_of_bare_ones(n_bare, path.name))
        size = (values.shape[0], values.shape[1])
        labels = _without_background(classes.label_set)
        return MarkedPicture(path, size, labels, objects, notices).as_truth(ReferenceInstances, frame, params)


def _classes(path: Path, by_index: LabelSet | None, params: ImageParams, shape: Sequence[int]) -> ReferenceMask:
    beside = _class_mask(path)
    if beside is None or not is_regular(beside):
        raise InputError(
            f"{path.name} has no mask in {CLASS_MASKS}, so nothing says the classes of its objects.",
            f"Put the mask of the same name into {CLASS_MASKS}, or choose boxes.",
        )
    mask = read_reference(beside, None, by_index, params)
    if mask.labels.shape != tuple(shape):
        raise InputError(f"{path.name} and its mask in {CLASS_MASKS} are not of one size.", "Export both again.")
    return mask


def _class_mask(path: Path) -> Path | None:
    """The mask of classes of the same place and name."""
    top = next((folder for folder in path.parents if folder.name.casefold() == OBJECT_MASKS.casefold()), None)
    return None if top is None else top.parent / CLASS_MASKS / path.relative_to(top)


def _objects(values: NDArray[Any], classes: ReferenceMask) -> tuple[list[MarkedObject], int]:
    """The objects, and how many values lie on no class."""
    found, masks = rle.encode_segments(values)
    places = _places(classes.label_set)
    held = [
        (places.get(index), mask)
        for value, index, mask in zip(found.tolist(), _class_indices(values, found, classes), masks, strict=True)
        if value not in _NONE
    ]
    objects = [MarkedObject(place, mask=mask) for place, mask in held if place is not None]
    return objects, len(held) - len(objects)


def _of_bare_ones(n: int, name: str) -> tuple[str, ...]:
    is_bare = "lies on no class, so it is no object" if n == 1 else "lie on no class, so they are no objects"
    return (f"{n} of the values of {name} {is_bare}.",) if n else ()


def _class_indices(values: NDArray[Any], distinct: NDArray[Any], classes: ReferenceMask) -> list[int]:
    """For each value the class that most of its pixels have, void pixels aside; -1 where it has no others."""
    n = len(classes.label_set)
    labels = classes.labels.astype(np.int64)
    is_class = labels < n
    rows = np.searchsorted(distinct, values[is_class])
    counts = np.bincount(rows * n + labels[is_class], minlength=len(distinct) * n).reshape(len(distinct), n)
    best = counts.argmax(axis=1)
    return [int(index) if row[index] else _NO_CLASS for index, row in zip(best, counts, strict=True)]


def _places(labels: LabelSet) -> dict[int, int]:
    """Where classes of the mask stand among those of objects: the background is none."""
    kept = [index for index, name in enumerate(labels.names) if not _is_background(name)]
    return {index: place for place, index in enumerate(kept)}


def _without_background(labels: LabelSet) -> LabelSet:
    kept = list(_places(labels))
    return LabelSet(tuple(labels.names[i] for i in kept), tuple(labels.colors[i] for i in kept), None)


def _is_background(name: str) -> bool:
    return normalized(name) == BACKGROUND


REFERENCE_FORMATS.register(VOC_OBJECTS)(VocObjectsFormat())
