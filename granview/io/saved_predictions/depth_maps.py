"""Depth maps: arrays of NumPy, TIFFs of floating-point numbers, grey PNGs of 16 bits."""

from pathlib import Path
from typing import Any, Final, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from granview.core.errors import InputError
from granview.core.predictions.depth_map import DepthKind, DepthMap
from granview.core.run_params import RunParams
from granview.core.saved_reading import SavedReading
from granview.core.task_trait import task_params
from granview.io.described_sample import DescribedSample
from granview.io.regular_files import is_regular
from granview.io.saved.arrays import read_head, read_over_picture
from granview.io.saved.file_records import file_records
from granview.io.saved.listing import SavedListing
from granview.io.saved.pixels import over_picture, probe_values, read_pixels
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

TASK: Final = "depth-estimation"
_ARRAYS: Final = (".npy", ".npz")
_PICTURES: Final = (".png", ".tif", ".tiff")
_KINDS: Final = {"metric": "metres", "relative": "distances but for scale and shift", "inverse": "one by distances"}
_FEW: Final = 500
_METRIC: Final = "metres"


class DepthMaps(SavedFormat):
    """Whole numbers are divided by the task's ``depth_scale`` to be metres; others are what ``kind`` says."""

    title = "depth maps"

    def recognize(self, listing: SavedListing) -> Recognition | None:
        """Arrays or pictures of many values for one channel."""
        arrays, pictures = listing.of_suffix(*_ARRAYS), listing.of_suffix(*_PICTURES)
        if arrays:
            head = read_head(arrays[0])
            if len(head.shape) != 2 or head.dtype.kind == "b":
                return None
            is_own = any(_own_words(path.with_suffix(".png")) for path in arrays[:1])
            certainty = CERTAIN if is_own else POSSIBLE / 2 if head.is_whole else PROBABLE
            return Recognition(certainty, (TASK,), f"{len(arrays):,} arrays of a number for each px.")
        probe = probe_values(pictures)
        if not probe.n_files or probe.n_colored or not (probe.is_float or probe.is_wide):
            return None
        is_plausible = probe.is_float or len(probe.values) > _FEW
        return Recognition(
            PROBABLE + 0.1 if is_plausible else POSSIBLE / 2,
            (TASK,),
            f"{len(pictures):,} pictures of a number for each px.",
        )

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return DepthMapReader(listing, reading)


class DepthMapReader(SavedReader):
    """Depth maps by name; where there are arrays, those, whatever pictures lie beside them."""

    def __init__(self, listing: SavedListing, reading: SavedReading) -> None:
        arrays = listing.of_suffix(*_ARRAYS)
        self.records = file_records(arrays or listing.of_suffix(*_PICTURES), listing)
        self._reading = reading

    def read(self, record: SavedRecord, described: DescribedSample, params: RunParams) -> SavedPrediction:
        """A depth map.

        Raises:
            InputError: it cannot be read, is of another size, or holds no numbers of one channel.
        """
        values, notices = self._values(record, described)
        chosen = task_params(TASK, params)
        if values.dtype.kind in "iu":
            scale = self._reading.scale or float(chosen["depth_scale"])
            kind, words = self._kind(record, str(chosen["depth_kind"]), "metric")
            depths = np.where(values == 0, np.nan, values / np.float64(scale if kind == "metric" else 1.0)).astype(
                np.float32
            )
            words += (
                f" Whole numbers were divided by {scale:g}; 0 is unknown." if kind == "metric" else " 0 is unknown."
            )
        else:
            kind, words = self._kind(record, str(chosen["depth_kind"]), "metric")
            depths = np.asarray(values, np.float32)
        return SavedPrediction(DepthMap(np.ascontiguousarray(depths), cast("DepthKind", kind)), (*notices, words))

    def _values(self, record: SavedRecord, described: DescribedSample) -> tuple[NDArray[Any], tuple[str, ...]]:
        if record.path.suffix.lower() not in _ARRAYS:
            stored = read_pixels(record.path)
            if stored.is_colored:
                raise InputError(f"{record.title} is in colour: those are no distances.", "Save the values themselves.")
            return over_picture(stored, record, described)
        array = read_over_picture(record, described, self._reading.array)
        if array.ndim != 2 or array.dtype.kind not in "iuf":
            raise InputError(
                f"{record.title} holds {array.shape} of {array.dtype}.", "Save (height, width) of numbers."
            )
        return array, ()

    def _kind(self, record: SavedRecord, of_task: str, otherwise: str) -> tuple[str, str]:
        """What the values are, and why that is thought."""
        own = _own_words(record.path.with_suffix(".png"))
        if self._reading.kind:
            return self._reading.kind, f"As chosen, the values are {_KINDS[self._reading.kind]}."
        if own:
            kind = "metric" if own.startswith(_METRIC) else own.partition(":")[0]
            return kind, f"By {record.path.with_suffix('.png').name}, the values are {_KINDS.get(kind, kind)}."
        if of_task in _KINDS:
            return of_task, f"As set for the task, the values are {_KINDS[of_task]}."
        return otherwise, f"The values are taken for {_KINDS[otherwise]}: kind=relative or kind=inverse says otherwise."


def _own_words(path: Path) -> str:
    """What a depth map that GranView has written says of its values; empty for other files."""
    if not is_regular(path):
        return ""
    try:
        with Image.open(path) as image:
            return str(image.info.get("depth", ""))
    except (OSError, SyntaxError, ValueError):
        return ""


SAVED_FORMATS.register("depth-maps")(DepthMaps())
