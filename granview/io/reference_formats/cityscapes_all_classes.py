"""Cityscapes' ``labelIds`` as masks of all 34 classes, those that are not evaluated too."""

from pathlib import Path

from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.mask import ReferenceMask
from granview.io.cityscapes_files import ALL_MASKS
from granview.io.known_classes import known_classes
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat
from granview.io.reference_masks import read_reference


class CityscapesAllClasses(ReferenceFormat):
    """Index masks whose classes are fixed; whoever wants them names the format."""

    truth_type = ReferenceMask
    suffixes = frozenset()

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceMask:
        """A class for every pixel."""
        values = ImageParams(params.range, None, params.mask_frame)
        return read_reference(Path(reference.path), frame, by_index, values, known_classes("cityscapes-all"))


REFERENCE_FORMATS.register(ALL_MASKS)(CityscapesAllClasses())
