"""An answer in a context from a value of a table."""

from typing import Any

import numpy as np

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.offsets import offsets
from granview.core.predictions.answers import Answers
from granview.io.saved.rows import Values
from granview.io.saved.saved_prediction import SavedPrediction


def answer_prediction(value: Any, row: Values, text: str, labels: LabelSet) -> SavedPrediction:
    """Where the answer stands: at ``start`` if the row has one, else where it is first met.

    Raises:
        InputError: it does not stand in the context.
    """
    answer = "" if value is None else str(value)
    if not answer:
        return SavedPrediction(Answers(offsets([]), np.zeros(0, np.float32), 1.0))
    start = row.get("start")
    place = start if isinstance(start, int) and text[start : start + len(answer)] == answer else text.find(answer)
    if place < 0:
        raise InputError("has an answer that does not stand in its context")
    notices = ("The answer stands more than once in its context; the first place is meant.",)
    is_vague = place != start and text.find(answer, place + 1) >= 0
    prediction = Answers(offsets([(place, place + len(answer))]), np.ones(1, np.float32))
    return SavedPrediction(prediction, notices if is_vague else ())
