"""Masks in arrays of NumPy, ``x.npy``: whole numbers of the shape (height, width), each the index of a class."""

from pathlib import Path

import numpy as np

from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.mask import ReferenceMask
from granview.io.class_files import find_class_file
from granview.io.label_arrays import ARRAY, class_array
from granview.io.mask_values import MaskSource, named_mask
from granview.io.orientation import Frame, UntaggedPicture, mask_placement, stored_view, upright_size
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat


class LabelArrayFormat(ReferenceFormat):
    """Index masks; -1 is void as 255 is."""

    truth_type = ReferenceMask
    suffixes = frozenset({ARRAY})
    has_mask_values = True
    is_only_where_wanted = True

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceMask:
        """A class for every pixel.

        Raises:
            InputError: it cannot be read, has another size, or holds a value that is no class.
        """
        path = Path(reference.path)
        stored = class_array(path)
        size = (stored.shape[1], stored.shape[0])
        place = mask_placement(UntaggedPicture(path, size), frame, params.mask_frame)
        upright = np.empty(upright_size(size, place.orientation)[::-1], stored.dtype)
        stored_view(upright, place.orientation)[...] = stored
        mask = named_mask(upright, MaskSource(path, find_class_file(path), by_index, ()), params.values_of(path))
        return ReferenceMask(mask.labels, mask.label_set, (*place.notices, *mask.notices))


REFERENCE_FORMATS.register("label-array")(LabelArrayFormat())
