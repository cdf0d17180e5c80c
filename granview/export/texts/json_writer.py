"""Predictions about texts as JSON files, beside the words that they point at."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.export.texts.text_input import check_fits, text_input_of
from granview.io.text_writer import write_json

AsObject = Callable[[Any, TextInput, LabelSet], Any]
"""A prediction as JSON holds it, by its text and the lane's classes."""


def json_writer(as_object: AsObject) -> Callable[[Path, Prediction, Sample, LabelSet], None]:
    """What writes predictions of one type as JSON.

    It raises InputError where the sample's text cannot be read any more, or is shorter than when the lane ran, and
    GranViewError where the file cannot be written.
    """

    def write(path: Path, prediction: Prediction, sample: Sample, labels: LabelSet) -> None:
        text_input = text_input_of(sample)
        check_fits(prediction, text_input.text, sample)
        write_json(path, as_object(prediction, text_input, labels))

    return write
