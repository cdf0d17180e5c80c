"""The text of a sample, as models were given it."""

from pathlib import Path

from granview.core.errors import InputError
from granview.core.prediction import Prediction
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.io.text_reader import read_text


def text_input_of(sample: Sample) -> TextInput:
    """The text that a sample carries, or that of its file.

    Raises:
        InputError: the file cannot be read.
    """
    return TextInput.of(read_text(Path(sample.path)).text) if sample.text is None else sample.text


def check_fits(prediction: Prediction, text: str, sample: Sample) -> None:
    """See that what a prediction points at is in the text.

    Raises:
        InputError: it is not, so the file has changed since.
    """
    if not prediction.fits((len(text),)):
        raise InputError(f"{sample.filename} is shorter now than when this ran.", "Run it again.")
