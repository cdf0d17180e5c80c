"""Index masks: pictures whose values are classes, as PNG, TIFF or BMP; black and white ones too.

nnU-Net's output of 2-D data is such a folder: ``dataset.json``, beside it or one folder up, names its classes.
"""

from granview.core.errors import InputError
from granview.core.labels import VOID
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.file_records import file_records
from granview.io.saved.listing import SavedListing
from granview.io.saved.mask_classes import MaskClasses
from granview.io.saved.pixels import IMAGE_SUFFIXES, over_picture, probe_values, read_pixels
from granview.io.saved.saved_prediction import (
    POSSIBLE,
    PROBABLE,
    SAVED_FORMATS,
    Recognition,
    SavedFormat,
    SavedPrediction,
    SavedReader,
    SavedRecord,
)

_TASKS = ("image-segmentation",)


class IndexMasks(SavedFormat):
    """A value is the index of its class, unless it is chosen otherwise; 0 and 255 alone are black and white."""

    title = "index masks"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """Grey or palette pictures of few values."""
        paths = listing.of_suffix(*IMAGE_SUFFIXES)
        if not paths:
            return None
        probe = probe_values(paths)
        if not probe.n_files or probe.n_colored or probe.is_float or not probe.values:
            return None
        values, has_names = probe.values, any(path.name.lower() != "readme.md" for path in listing.beside)
        n_classes = len([value for value in values if value != VOID])
        shown = ", ".join(str(value) for value in values[:8]) + (", …" if len(values) > 8 else "")
        note = f"{len(paths):,} index masks; the first that were looked at hold the values {shown}."
        certainty = POSSIBLE if probe.is_wide or n_classes > 64 else PROBABLE
        return Recognition(certainty + 0.2 * (has_names or probe.has_palette), _TASKS, note)

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return IndexMaskReader(listing, reading)


class IndexMaskReader(SavedReader):
    """Masks by name."""

    def __init__(self, listing: SavedListing, reading: SavedReading) -> None:
        paths = listing.of_suffix(*IMAGE_SUFFIXES)
        self.records = file_records(paths, listing)
        self._classes = MaskClasses(listing, reading, probe_values(paths).values)
        self.labels, self.notices = self._classes.labels, self._classes.notices

    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """A label map.

        Raises:
            InputError: it cannot be read, is of another size, or holds a value that is no class.
        """
        stored = read_pixels(record.path)
        if stored.is_colored or stored.values.dtype.kind == "f":
            raise InputError(
                f"{record.title} holds no indices of classes.", "Save it as an index mask, as the others are."
            )
        self.labels = self._classes.for_sample(described)
        self.notices = self._classes.notices
        values, notices = over_picture(stored, record, described)
        return SavedPrediction(LabelMap(self._classes.indices(values, record)), notices)


SAVED_FORMATS.register("index-masks")(IndexMasks())
