"""Masks: images whose values or colours are classes, in formats that keep exact values."""

from pathlib import Path
from typing import Final

from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.mask import ReferenceMask
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat
from granview.io.reference_masks import read_reference

LOSSLESS_SUFFIXES: Final = frozenset({".png", ".tif", ".tiff", ".bmp"})
"""Lower-case suffixes of the formats in which a mask keeps its exact values."""


class MaskFormat(ReferenceFormat):
    """Index masks and masks in class colours."""

    truth_type = ReferenceMask
    suffixes = LOSSLESS_SUFFIXES
    has_mask_values = True

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceMask:
        """A class for every pixel."""
        return read_reference(Path(reference.path), frame, by_index, params)


REFERENCE_FORMATS.register("mask")(MaskFormat())
