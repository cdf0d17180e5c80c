"""Words in the place of masks as JSON: ``{"masks": [{"start", "end", "candidates": [{"token_str", "score"}]}]}``."""

from typing import Any

import numpy as np

from granview.core.offsets import offsets
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.json_format import JsonFormat, JsonReader, span_in
from granview.io.saved.listing import SavedListing
from granview.io.saved.saved_prediction import SAVED_FORMATS, SavedReader, SavedRecord


class FilledMaskFiles(JsonFormat):
    """Candidates for each mask."""

    title = "words for masks"
    tasks = ("fill-mask",)

    def is_shape(self, value: Any) -> bool:
        """An object with a list of masks."""
        return isinstance(value, dict) and isinstance(value.get("masks"), list)

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return FilledMaskReader(listing, reading)


class FilledMaskReader(JsonReader):
    """Candidates by the names of texts."""

    def prediction(self, value: Any, record: SavedRecord, described: DescribedSample) -> FilledMasks:
        """The candidates; equally many for each mask."""
        length = len(described.text.text)
        masks = value["masks"]
        scores = [[one["score"] for one in mask["candidates"]] for mask in masks]
        width = len(scores[0]) if scores else 0
        return FilledMasks(
            offsets([span_in(mask, length, record) for mask in masks]),
            tuple(tuple(str(one["token_str"]) for one in mask["candidates"]) for mask in masks),
            np.array(scores, np.float32).reshape(len(masks), width),
        )


SAVED_FORMATS.register("filled-masks")(FilledMaskFiles())
