"""Classes of a picture or text as JSON: ``[{"label", "score"}, …]``, as pipelines of transformers give them."""

from typing import Any, Final

import numpy as np

from granview.core.predictions.class_scores import ClassScores
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.json_format import JsonFormat, JsonReader
from granview.io.saved.listing import SavedListing
from granview.io.saved.saved_prediction import SAVED_FORMATS, SavedReader, SavedRecord

_SLACK: Final = 1e-3


class ClassScoreFiles(JsonFormat):
    """A list of classes with their probabilities."""

    title = "classes with probabilities"
    tasks = ("image-classification", "text-classification")

    def is_shape(self, value: Any) -> bool:
        """A list whose entries have a label and a score, and no place in a text."""
        return isinstance(value, list) and bool(value) and all(_is_class(entry) for entry in value)

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return ClassScoreReader(listing, reading, _names)


class ClassScoreReader(JsonReader):
    """Classes by the names of samples; probabilities that do not sum to 1 are each class's own."""

    def prediction(self, value: Any, record: SavedRecord, described: DescribedSample) -> ClassScores:
        """The probability of every class; 0 for one that is not listed; without scores the classes that are listed."""
        scores = np.zeros(len(self.labels), np.float32)
        if all(entry["score"] is None for entry in value):
            scores[[self.class_of(str(entry["label"]), record) for entry in value]] = 1.0
            return ClassScores(scores, multi_label=len(value) > 1, has_probabilities=False)
        for entry in value:
            scores[self.class_of(str(entry["label"]), record)] = entry["score"]
        excludes = abs(float(scores.sum(dtype=np.float64)) - 1) < _SLACK
        return ClassScores(scores, multi_label=not excludes and len(value) > 1)


def _is_class(entry: Any) -> bool:
    return isinstance(entry, dict) and {"label", "score"} <= set(entry) and not {"start", "box"} & set(entry)


def _names(value: Any) -> list[str]:
    return [str(entry["label"]) for entry in value or () if _is_class(entry)]


SAVED_FORMATS.register("class-scores")(ClassScoreFiles())
