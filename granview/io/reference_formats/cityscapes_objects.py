"""Cityscapes' ``instanceIds``: 1000 times the class's id and a number for each object; the id alone for all else.

Of the 19 evaluated classes, the eight of people and vehicles are things, the others stuff. A group of things that
nobody has told apart has the id alone: it is treated as COCO treats a crowd. All other classes are void.
"""

from pathlib import Path
from typing import Final

from granview.core import rle
from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.instances import ReferencePanoptic
from granview.io.cityscapes_files import OBJECTS
from granview.io.known_classes import known_classes
from granview.io.label_images import read_labels
from granview.io.marked_objects import MarkedObject, MarkedPicture
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat

_PER_CLASS: Final = 1000
_FIRST_THING: Final = 11
"""Of the 19 classes, ``person`` and those behind it are things."""

_HINT: Final = "Take instanceIds.png as Cityscapes has them."


class CityscapesObjects(ReferenceFormat):
    """Objects and stuff of the evaluated classes."""

    truth_type = ReferencePanoptic
    suffixes = frozenset()

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferencePanoptic:
        """The objects and stuff of a mask.

        Raises:
            InputError: it cannot be read, or holds a value that Cityscapes has not.
        """
        path = Path(reference.path)
        values, notices = read_labels(path)
        classes = known_classes("cityscapes")
        places = classes.values or {}
        found, masks = rle.encode_segments(values)
        marked = [
            MarkedObject(place, mask=mask, is_crowd=_is_group(value, place), is_stuff=place < _FIRST_THING)
            for value, mask in zip(found.tolist(), masks, strict=True)
            if (place := _place(path, value, places)) is not None
        ]
        size = (values.shape[0], values.shape[1])
        labels = LabelSet(classes.labels.names, classes.labels.colors, None)
        return MarkedPicture(path, size, labels, marked, notices).as_truth(ReferencePanoptic, frame, params)


def _place(path: Path, value: int, places: dict[int, int | None]) -> int | None:
    """The class of a value, None for void."""
    identifier = value if value < _PER_CLASS else value // _PER_CLASS
    if identifier not in places:
        raise InputError(f"{path.name} holds the value {value}, which stands for no class of Cityscapes.", _HINT)
    return places.get(identifier)


def _is_group(value: int, place: int) -> bool:
    return value < _PER_CLASS and place >= _FIRST_THING


REFERENCE_FORMATS.register(OBJECTS)(CityscapesObjects())
