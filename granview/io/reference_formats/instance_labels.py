"""Label images: each value is an object, 0 is background, as Cellpose, StarDist and ImageJ write them.

The same file is a mask of classes for tasks that compare with classes; where a class file lies beside it, it is one for
all, and refused here.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances
from granview.io.class_files import find_class_file
from granview.io.image_pages import page_notices
from granview.io.marked_objects import MarkedObject, MarkedPicture
from granview.io.opened_image import OpenedImage, open_image
from granview.io.orientation import Frame, stored_view, upright_size
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat
from granview.io.reference_masks import refuse_lossy

if TYPE_CHECKING:
    from PIL.Image import Image

CLASS_NAME: Final = "object"
"""The one class, since values say no more."""

_BACKGROUND: Final = 0
_WEIGHTS: Final = np.array([1, 256, 65536], np.uint32)
_GREY: Final = frozenset({"1", "L", "P", "I", "I;16", "I;16L", "I;16B", "I;16N", "F"})


class InstanceLabelsFormat(ReferenceFormat):
    """An object for each value, or for each colour of a picture in colour; black is background."""

    truth_type = ReferenceInstances
    suffixes = frozenset({".png", ".tif", ".tiff"})
    is_only_where_wanted = True

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceInstances:
        """The objects of a label image.

        Raises:
            InputError: it cannot be read, its format changes values, or its values are classes.
        """
        path = Path(reference.path)
        if find_class_file(path) is not None:
            words = f"{path.name} is a mask: its values are classes, by the class file that belongs to it."
            raise InputError(words, "Give a label image in which each object has a value of its own.")
        with open_image(path) as opened:
            refuse_lossy(opened)
            opened.load()
            values = _values(opened)
            notices = page_notices(opened, "The reference")
        found, masks = rle.encode_segments(values)
        objects = [
            MarkedObject(0, mask=mask)
            for value, mask in zip(found.tolist(), masks, strict=True)
            if value != _BACKGROUND
        ]
        many = f"{len(objects):,} {'object' if len(objects) == 1 else 'objects'}"
        words = f"Each value of {path.name} counts as an object: {many}."
        labels = LabelSet((CLASS_NAME,), class_colors((CLASS_NAME,)), None)
        size = (values.shape[0], values.shape[1])
        return MarkedPicture(path, size, labels, objects, (*notices, words)).as_truth(ReferenceInstances, frame, params)


def _values(opened: OpenedImage) -> NDArray[Any]:
    """(H, W) whole numbers, upright by the file's own tag."""
    image: Image = opened.image
    if image.mode in _GREY:
        values = np.asarray(image)
    else:
        values = (np.asarray(image.convert("RGB")) * _WEIGHTS).sum(axis=2, dtype=np.uint32)
    if values.dtype.kind == "f":
        values = _whole(opened.path, values)
    return _upright(values.astype(np.uint8) if values.dtype == np.bool_ else values, opened.orientation)


def _upright(stored: NDArray[Any], orientation: int) -> NDArray[Any]:
    width, height = upright_size((stored.shape[1], stored.shape[0]), orientation)
    upright = np.empty((height, width), stored.dtype)
    stored_view(upright, orientation)[...] = stored
    return upright


def _whole(path: Path, values: NDArray[Any]) -> NDArray[np.int64]:
    if not np.isfinite(values).all() or (values != np.round(values)).any():
        raise InputError(f"{path.name} holds values that are no whole numbers.", "Save the labels as whole numbers.")
    return values.astype(np.int64)


REFERENCE_FORMATS.register("instance-labels")(InstanceLabelsFormat())
