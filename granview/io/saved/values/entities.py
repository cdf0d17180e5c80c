"""Entities of a text from a value of a table."""

from typing import Any

import numpy as np

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.offsets import offsets
from granview.core.predictions.entities import Entities
from granview.core.text import Span
from granview.io.datasets.value_parsing import as_entities
from granview.io.saved.rows import Values
from granview.io.saved.saved_prediction import SavedPrediction


def entities_of_value(value: Any, row: Values, text: str, labels: LabelSet) -> SavedPrediction:
    """The entities of a list of spans.

    Raises:
        InputError: one does not lie in the text, or is of a type that is not known.
    """
    spans = as_entities(value, text) or ()
    return SavedPrediction(entities_of_spans(spans, labels))


def entities_of_spans(spans: tuple[Span, ...], labels: LabelSet) -> Entities:
    """Entities that are certain, and no tags of tokens.

    Raises:
        InputError: one is of a type that is not known.
    """
    types = [labels.index(span.label) for span in spans]
    if None in types:
        raise InputError(f"names the type {spans[types.index(None)].label}, which is not known")
    empty = np.zeros(0, np.float32)
    return Entities(
        offsets([]),
        np.zeros(0, np.uint16),
        empty,
        (),
        offsets([(span.start, span.end) for span in spans]),
        np.array(types, np.uint16),
        np.ones(len(spans), np.float32),
    )
