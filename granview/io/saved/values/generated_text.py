"""A text that a model wrote from a value of a table."""

from typing import Any

import numpy as np

from granview.core.labels import LabelSet
from granview.core.offsets import offsets
from granview.core.predictions.generated_text import GeneratedText
from granview.io.datasets.value_parsing import as_text
from granview.io.saved.rows import Values
from granview.io.saved.saved_prediction import SavedPrediction


def text_of_value(value: Any, row: Values, text: str, labels: LabelSet) -> SavedPrediction:
    """The text, or the first of a list; nothing is an empty text.

    Raises:
        InputError: it is no text.
    """
    one = value[0] if isinstance(value, list) and value else value
    written = "" if one is None else as_text(one, "text") if one != "" else ""
    return SavedPrediction(GeneratedText(written, offsets([]), np.zeros(0, np.float32)))
