"""The text of a sample, as models were given it."""

from pathlib import Path

import numpy as np

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.core.text_prediction import Answers, Entities, FilledMasks, TextPrediction
from granview.io.texts import read_text


def given_text(sample: Sample) -> TextInput:
    """The text that a sample carries, or that of its file.

    Raises:
        InputError: the file cannot be read.
    """
    return TextInput.of(read_text(Path(sample.path)).text) if sample.text is None else sample.text


def check_fits(prediction: TextPrediction, text: str, sample: Sample) -> None:
    """See that what a prediction points at is in the text.

    Raises:
        InputError: it is not, so the file has changed since.
    """
    if not isinstance(prediction, Entities | Answers | FilledMasks):
        return
    if int(np.max(prediction.spans, initial=0)) > len(text):
        raise InputError(f"{sample.filename} is shorter now than when this ran.", "Run it again.")
