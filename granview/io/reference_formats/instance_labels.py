"""Label images and arrays: each value is an object, 0 is background, as Cellpose, StarDist and ImageJ write them.

The same file is a mask of classes for tasks that compare with classes; where a class file lies beside it, it is one for
all, and refused here.
"""

from pathlib import Path
from typing import Final

from granview.core import rle
from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances
from granview.io.class_files import find_class_file
from granview.io.label_images import read_labels
from granview.io.marked_objects import MarkedObject, MarkedPicture
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat

CLASS_NAME: Final = "object"
"""The one class, since values say no more."""

_BACKGROUND: Final = 0


class InstanceLabelsFormat(ReferenceFormat):
    """An object for each value, or for each colour of a picture in colour; black is background."""

    truth_type = ReferenceInstances
    suffixes = frozenset({".png", ".tif", ".tiff", ".npy"})
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
        values, notices = read_labels(path)
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


REFERENCE_FORMATS.register("instance-labels")(InstanceLabelsFormat())
