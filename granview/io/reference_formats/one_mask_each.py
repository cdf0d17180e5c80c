"""A mask for each object: every picture in a folder is one, white where the object is. Objects may overlap."""

from pathlib import Path
from typing import Final

from granview.core import rle
from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.instance_params import MAX_INSTANCES
from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.rle import Rle
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances
from granview.io.folder_names import FolderNames
from granview.io.label_images import read_labels
from granview.io.marked_objects import MarkedObject, MarkedPicture
from granview.io.orientation import Frame
from granview.io.picture_names import mask_suffixes
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat

_CLASS: Final = ("object",)


class OneMaskEachFormat(ReferenceFormat):
    """The folder that the reference's file lies in holds the masks; empty ones are no objects."""

    truth_type = ReferenceInstances
    suffixes = frozenset()

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceInstances:
        """The objects of a folder.

        Raises:
            InputError: a mask cannot be read, or is of another size than the others.
        """
        first = Path(reference.path)
        paths = _paths(first.parent)
        masks = [_mask(path) for path in paths]
        odd = next((path for path, mask in zip(paths, masks, strict=True) if mask.size != masks[0].size), None)
        if not masks or odd is not None:
            raise InputError(f"{(odd or first).name} is not of the size of the other masks.", "Export them again.")
        areas = rle.areas(masks).tolist()
        objects = [MarkedObject(0, mask=mask) for mask, area in zip(masks, areas, strict=True) if area]
        notices = _of_empty_ones(len(masks) - len(objects), first.parent.name)
        labels = LabelSet(_CLASS, class_colors(_CLASS), None)
        picture = MarkedPicture(first.parent, masks[0].size, labels, objects, notices)
        return picture.as_truth(ReferenceInstances, frame, params)


def _paths(folder: Path) -> list[Path]:
    names = FolderNames(folder).with_suffix(*mask_suffixes())
    if len(names) > MAX_INSTANCES:
        raise InputError(f"{folder} holds more than {MAX_INSTANCES:,} masks of a picture.", "Split it.")
    return [folder / name for name in names]


def _of_empty_ones(n: int, place: str) -> tuple[str, ...]:
    is_empty = "is empty, so it is no object" if n == 1 else "are empty, so they are no objects"
    return (f"{n} of the masks in {place} {is_empty}.",) if n else ()


def _mask(path: Path) -> Rle:
    values, _ = read_labels(path)
    return rle.encode(values != 0)


REFERENCE_FORMATS.register("one-mask-each")(OneMaskEachFormat())
