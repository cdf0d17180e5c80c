"""Answers in a context as JSON: ``{"answer", "start", "end", "score", "candidates", "no_answer"}``."""

from typing import Any

import numpy as np

from granview.core.offsets import offsets
from granview.core.predictions.answers import Answers
from granview.core.saved_reading import SavedReading
from granview.io.described_sample import DescribedSample
from granview.io.saved.json_format import JsonFormat, JsonReader, span_in
from granview.io.saved.listing import SavedListing
from granview.io.saved.saved_prediction import SAVED_FORMATS, SavedReader, SavedRecord


class AnswerFiles(JsonFormat):
    """The best answer and its rivals."""

    title = "answers"
    tasks = ("question-answering",)

    def is_shape(self, value: Any) -> bool:
        """An object with an answer and its place."""
        return isinstance(value, dict) and {"answer", "start", "end"} <= set(value)

    def open(self, listing: SavedListing, reading: SavedReading, task: str) -> SavedReader:
        """Reads each when it is asked for."""
        return AnswerReader(listing, reading)


class AnswerReader(JsonReader):
    """Answers by the names of texts."""

    def prediction(self, value: Any, record: SavedRecord, described: DescribedSample) -> Answers:
        """The candidates; without any, the answer alone, which is none where it is empty."""
        length = len(described.text.text)
        candidates = value.get("candidates")
        if candidates is None:
            candidates = [value] if value["answer"] else []
        no_answer = value.get("no_answer")
        if no_answer is None and not candidates:
            no_answer = value.get("score", 1.0)
        return Answers(
            offsets([span_in(one, length, record) for one in candidates]),
            np.array([one.get("score", 1.0) for one in candidates], np.float32),
            None if no_answer is None else float(np.float32(no_answer)),
        )


SAVED_FORMATS.register("answers")(AnswerFiles())
