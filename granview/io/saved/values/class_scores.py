"""Classes of a text or a picture from a value of a table: a name, several, or probabilities by name."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.predictions.class_scores import ClassScores
from granview.io.datasets.value_parsing import as_labels, split_labels
from granview.io.saved.rows import Values
from granview.io.saved.saved_prediction import SavedPrediction

_CERTAIN_CLASS: Final = "The table has no probabilities, only a class: calibration is not measured."
_SLACK: Final = 1e-3


def class_names_in(value: Any) -> tuple[str, ...]:
    """The classes that a value names."""
    scores = as_scores(value)
    return tuple(scores) if scores is not None else split_labels(as_labels(value, None) or ())


def as_scores(value: Any) -> dict[str, float] | None:
    """Probabilities by class, from an object of them or a list of ``{"label", "score"}``; None for anything else."""
    if isinstance(value, Mapping) and value and all(isinstance(each, int | float) for each in value.values()):
        return {str(name): float(each) for name, each in value.items()}
    is_list = isinstance(value, list) and bool(value)
    if is_list and all(isinstance(each, Mapping) and {"label", "score"} <= set(each) for each in value):
        return {str(each["label"]): float(each["score"]) for each in value}
    return None


def class_scores_of(value: Any, row: Values, text: str, labels: LabelSet) -> SavedPrediction:
    """The probability of every class; 1 for a class that is named alone.

    Raises:
        InputError: no class is named, or one that is not known.
    """
    scores = as_scores(value)
    notices: tuple[str, ...] = ()
    if scores is None:
        chosen = split_labels(as_labels(value, None) or ())
        if not chosen:
            raise InputError("has no class")
        scores, notices = dict.fromkeys(chosen, 1.0), (_CERTAIN_CLASS,)
    values = np.zeros(len(labels), np.float32)
    for name, score in scores.items():
        place = labels.index(name)
        if place is None:
            raise InputError(f"names the class {name}, which is not known")
        values[place] = score
    excludes = abs(float(values.sum(dtype=np.float64)) - 1) < _SLACK
    return SavedPrediction(ClassScores(values, not excludes, has_probabilities=not notices), notices)
