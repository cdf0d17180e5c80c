"""Arrays of NumPy: label maps (H, W), or a value for each class and px, (C, H, W) or (H, W, C).

nnU-Net's ``.npz`` of probabilities are such files; the ``.pkl`` beside each is no array, and is never opened.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.labels import BACKGROUND, FOREGROUND
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.arrays import SUFFIXES, read_array, read_head, read_over_picture
from granview.io.saved.file_records import file_records
from granview.io.saved.listing import SavedListing
from granview.io.saved.mask_classes import MaskClasses
from granview.io.saved.pixels import spread
from granview.io.saved.saved_prediction import (
    POSSIBLE,
    PROBABLE,
    SAVED_FORMATS,
    Recognition,
    SavedFormat,
    SavedPrediction,
    SavedReader,
    SavedRecord,
    misfit,
)

_PROBED: Final = 8
_HALF: Final = 0.5
_CELLPOSE: Final = "_seg.npy"


class LabelArrays(SavedFormat):
    """Whole numbers are classes; of several values for a px, the greatest is its class."""

    title = "arrays of classes or probabilities"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """By the head of the first array.

        Raises:
            InputError: they are Cellpose's pickles.
        """
        paths = listing.of_suffix(*SUFFIXES)
        if not paths:
            return None
        if all(path.name.lower().endswith(_CELLPOSE) for path in paths):
            raise InputError(
                f"{paths[0].name} is a pickle of Cellpose, which may run code when it is read, and is not opened.",
                "Save the masks from Cellpose as PNG or TIFF (*_cp_masks.png).",
            )
        head = read_head(paths[0])
        shape = " x ".join(map(str, head.shape))
        if len(head.shape) == 3 and head.dtype.kind == "f":
            pickles = listing.of_suffix(".pkl")
            besides = " The .pkl files beside them are pickles, and are not opened." if pickles else ""
            note = f"{len(paths):,} arrays of a value for each class and px; the first is {shape}.{besides}"
            return Recognition(PROBABLE + 0.2, ("image-segmentation",), note)
        if len(head.shape) != 2:
            return None
        what = "classes" if head.is_whole else "one probability for each px"
        return Recognition(
            PROBABLE if head.is_whole else POSSIBLE,
            ("image-segmentation",),
            f"{len(paths):,} arrays of {what}; the first is {shape}.",
        )

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return LabelArrayReader(listing, reading)


class LabelArrayReader(SavedReader):
    """Arrays by name."""

    def __init__(self, listing: SavedListing, reading: SavedReading) -> None:
        paths = listing.of_suffix(*SUFFIXES)
        self.records = file_records(paths, listing)
        self._reading = reading
        self._classes = MaskClasses(listing, reading, self._values(paths))
        self.labels, self.notices = self._classes.labels, self._classes.notices

    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """A label map, with its confidence where the run asks for it and the values are probabilities.

        Raises:
            InputError: it cannot be read, is of another size, or holds a value that is no class.
        """
        self.labels = self._classes.for_sample(described)
        self.notices = self._classes.notices
        array = read_over_picture(record, described, self._reading.array)
        if array.ndim == 2 and array.dtype.kind in "iub":
            values = array.astype(np.uint8) if array.dtype == np.bool_ else array
            return SavedPrediction(LabelMap(self._classes.indices(values, record)))
        if array.ndim == 2:
            return self._of_one_probability(array, record)
        return self._of_scores(array, record, described, params.confidence)

    def _of_one_probability(self, array: NDArray[Any], record: SavedRecord) -> SavedPrediction:
        if not np.isfinite(array).all() or array.min() < 0 or array.max() > 1:
            raise InputError(
                f"{record.title} holds values from {array.min():.4g} to {array.max():.4g}, which are no probabilities.",
                "Save probabilities from 0 to 1, or a value for each class.",
            )
        threshold = _HALF if self._reading.threshold is None else self._reading.threshold
        names = self._name(1, FOREGROUND), self._name(0, BACKGROUND)
        words = f"Px of a probability of {threshold:g} or more are {names[0]}, others {names[1]}."
        return SavedPrediction(LabelMap((array >= threshold).astype(np.uint8)), (words,))

    def _of_scores(
        self, array: NDArray[Any], record: SavedRecord, described: DescribedSample, with_confidence: bool
    ) -> SavedPrediction:
        scores, words = _classes_first(array, record, described, len(self.labels))
        if not np.isfinite(scores).all():
            raise InputError(f"{record.title} holds values that are no numbers (NaN or infinite).", "Save it again.")
        labels = self._classes.indices(scores.argmax(axis=0).astype(np.uint16), record)
        confidence = _confidence(scores) if with_confidence else None
        return SavedPrediction(LabelMap(labels, confidence), words)

    def _name(self, place: int, otherwise: str) -> str:
        return self.labels.names[place] if place < len(self.labels) else otherwise

    def _values(self, paths: Any) -> list[int]:
        """Whole numbers that the first arrays hold, or as many as there are classes."""
        values: set[int] = set()
        for path in spread(paths, _PROBED):
            try:
                head = read_head(path, self._reading.array)
                if len(head.shape) == 2:
                    values.update(
                        np.unique(read_array(path, self._reading.array)).tolist() if head.is_whole else (0, 1)
                    )
                else:
                    values.update(range(min(head.shape[0], head.shape[-1])))
            except InputError:  # said where its sample is read
                continue
        return sorted(values)[:4096]


def _classes_first(
    array: NDArray[Any], record: SavedRecord, described: DescribedSample, n_classes: int
) -> tuple[NDArray[Any], tuple[str, ...]]:
    """The values as (classes, H, W), and what must be said of that.

    Raises:
        InputError: neither order fits the picture.
    """
    size = described.size
    if array.ndim != 3:
        raise InputError(f"{record.title} holds an array of the shape {array.shape}.", "Save (classes, height, width).")
    first, last = array.shape[1:] == size, array.shape[:2] == size
    if first and last and array.shape[0] != n_classes and array.shape[2] == n_classes:
        first = False
    if first:
        return array, ()
    if last:
        return np.moveaxis(array, -1, 0), ()
    raise misfit(record, (array.shape[1], array.shape[2]), described)


def _confidence(scores: NDArray[Any]) -> NDArray[np.uint8] | None:
    """The greatest probability of each px, 0 to 255; None where the values are no probabilities."""
    if scores.min() < 0 or abs(float(scores[:, 0, 0].sum()) - 1) > 1e-2:
        return None
    shares: NDArray[np.float32] = scores.max(axis=0).astype(np.float32)
    return np.asarray(np.round(shares * 255).clip(0, 255), np.uint8)


SAVED_FORMATS.register("label-arrays")(LabelArrays())
