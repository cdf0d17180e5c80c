"""Masks in class colours, with a file beside them, or beside the references, that says whose colour is which."""

from pathlib import Path
from typing import Final

import numpy as np

from granview.core.errors import InputError
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.class_files import FILE_NAMES, ClassFile, find_class_file
from granview.io.described_sample import DescribedSample
from granview.io.mask_values import labels_by_color
from granview.io.saved.class_names import classes_beside
from granview.io.saved.file_records import file_records
from granview.io.saved.listing import SavedListing
from granview.io.saved.pixels import IMAGE_SUFFIXES, over_picture, probe_values, read_pixels
from granview.io.saved.saved_prediction import (
    CERTAIN,
    PROBABLE,
    SAVED_FORMATS,
    Recognition,
    SavedFormat,
    SavedPrediction,
    SavedReader,
    SavedRecord,
)

MOST_COLORS: Final = 64
"""A picture of more colours is no mask of a few classes."""

_HINT: Final = f'Put {FILE_NAMES[0]} beside the masks: [{{"name": "road", "color": [128, 64, 128]}}, …].'


class ColorMasks(SavedFormat):
    """A colour is a class; every colour must be declared."""

    title = "colour masks"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """Pictures of a few colours."""
        paths = listing.of_suffix(*IMAGE_SUFFIXES)
        probe = probe_values(paths)
        if not probe.n_colored or probe.n_colors > MOST_COLORS:
            return None
        beside = classes_beside(listing)
        certainty = CERTAIN if beside is not None and beside[0].has_colors else PROBABLE
        note = f"{len(paths):,} masks of at most {probe.n_colors} colours in those that were looked at."
        return Recognition(certainty, ("image-segmentation",), note)

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return ColorMaskReader(listing)


class ColorMaskReader(SavedReader):
    """Masks by name."""

    def __init__(self, listing: SavedListing) -> None:
        self.records = file_records(listing.of_suffix(*IMAGE_SUFFIXES), listing)
        beside = classes_beside(listing)
        self._classes: ClassFile | None = None
        if beside is not None:
            self._take(beside[0], f"The colours are those of {beside[1]}.")

    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """A label map.

        Raises:
            InputError: it cannot be read, is of another size, or holds a colour that is no class's.
        """
        classes = self._classes or self._of_references(described)
        values, notices = over_picture(read_pixels(record.path), record, described)
        if values.ndim == 2 and values.dtype != np.uint8 and ((values < 0) | (values > 255)).any():
            raise InputError(f"{record.title} holds grey values of more than 8 bits, which are no colours.", _HINT)
        rgb = values if values.ndim == 3 else np.repeat(values.astype(np.uint8)[..., None], 3, axis=2)
        try:
            return SavedPrediction(LabelMap(labels_by_color(record.path, rgb, classes)), notices)
        except InputError as error:
            raise InputError(error.message.replace("The reference", "The saved prediction"), error.hint) from error

    def _of_references(self, described: DescribedSample) -> ClassFile:
        for reference in described.sample.references:
            beside = find_class_file(Path(reference.path)) if reference.path else None
            if beside is not None and beside.has_colors:
                self._take(beside, "Nothing beside them says whose colour is which: the references' colours are taken.")
                return beside
        raise InputError(
            f"{described.sample.filename}: the saved masks are in colour, and no class colours are known.", _HINT
        )

    def _take(self, classes: ClassFile, words: str) -> None:
        if not classes.has_colors:
            raise InputError("The saved masks are in colour, and the file beside them names no colours.", _HINT)
        self._classes, self.labels, self.notices = classes, classes.labels, (words,)


SAVED_FORMATS.register("color-masks")(ColorMasks())
