"""Label images: each value is an object, 0 is background, as Cellpose, StarDist and ImageJ write them."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.prediction import Prediction
from granview.core.predictions.instances import Instances
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.file_records import file_records
from granview.io.saved.listing import SavedListing
from granview.io.saved.pixels import IMAGE_SUFFIXES, over_picture, probe_values, read_pixels
from granview.io.saved.saved_prediction import (
    CERTAIN,
    POSSIBLE,
    PROBABLE,
    SAVED_FORMATS,
    Recognition,
    SavedFormat,
    SavedPrediction,
    SavedReader,
    SavedRecord,
)

_CELLPOSE: Final = "_cp_masks"
_CLASS: Final = "object"
_MANY: Final = 1000
_WEIGHTS: Final = np.array([1, 256, 65536], np.uint32)


class InstanceIds(SavedFormat):
    """Objects of one class, which is called as those of references of this kind are."""

    title = "label images of objects"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """Cellpose's names, or whole numbers of more than 8 bits; other index masks where the task asks for objects."""
        paths = listing.of_suffix(*IMAGE_SUFFIXES)
        named = [path for path in paths if path.stem.lower().endswith(_CELLPOSE)]
        probe = probe_values(named or paths)
        if not probe.n_files or probe.is_float or probe.n_colored or not probe.values or len(probe.values) > _MANY * 4:
            return None
        note = f"{len(named or paths):,} label images; each value but 0 counts as an object."
        if named:
            return Recognition(CERTAIN, ("instance-segmentation", "object-detection"), note)
        wide = probe.is_wide and len(probe.values) <= _MANY
        certainty = PROBABLE if wide and len(probe.values) > 2 else POSSIBLE / 2
        return Recognition(certainty, ("instance-segmentation", "object-detection"), note)

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return InstanceIdReader(listing, reading)


class InstanceIdReader(SavedReader):
    """Label images by name; of a folder with Cellpose's masks, those alone."""

    def __init__(self, listing: SavedListing, reading: SavedReading) -> None:
        paths = listing.of_suffix(*IMAGE_SUFFIXES)
        named = [path for path in paths if path.stem.lower().endswith(_CELLPOSE)]
        self.records = file_records(named or paths, listing)
        names = reading.classes[:1] or (_CLASS,)
        self.labels = LabelSet(names, class_colors(names), None)
        self.notices = (
            f"Each value is an object of the class {names[0]}. They have no scores: all count as sure (1).",
        )

    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """The objects.

        Raises:
            InputError: it cannot be read, is of another size, or holds numbers that are not whole.
        """
        values, notices = over_picture(read_pixels(record.path), record, described)
        places, masks = rle.encode_segments(_whole(values, record))
        objects = tuple(mask for value, mask in zip(places.tolist(), masks, strict=True) if value != 0)
        size = (values.shape[0], values.shape[1])
        return SavedPrediction(_instances(objects, size), notices)

    def empty(self, described: DescribedSample) -> Prediction:
        """No objects."""
        return _instances((), described.size)


def _instances(masks: tuple[rle.Rle, ...], size: tuple[int, int]) -> Instances:
    boxes = rle.boxes_xyxy(masks) if masks else np.empty((0, 4), np.float32)
    return Instances.of_model(boxes, np.zeros(len(masks)), np.ones(len(masks)), size, masks)


def _whole(values: NDArray[Any], record: SavedRecord) -> NDArray[Any]:
    if values.ndim == 3:
        codes: NDArray[Any] = (values * _WEIGHTS).sum(axis=2, dtype=np.uint32)
        return codes
    if values.dtype.kind != "f":
        return values
    if not np.isfinite(values).all() or (values != np.round(values)).any():
        raise InputError(f"{record.title} holds values that are no whole numbers.", "Save the labels as whole numbers.")
    whole: NDArray[Any] = values.astype(np.int64)
    return whole


SAVED_FORMATS.register("instance-ids")(InstanceIds())
