"""What a value of a table of saved predictions says of a text, by task."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.offsets import offsets
from granview.core.predictions.answers import Answers
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.entities import Entities
from granview.core.predictions.generated_text import GeneratedText
from granview.core.text import Span
from granview.io.datasets.value_parsing import as_entities, as_labels, as_text, span_labels, split_labels
from granview.io.saved_prediction import SavedPrediction
from granview.io.saved_rows import Values

CLASSES: Final = "text-classification"
PICTURES: Final = "image-classification"
ENTITIES: Final = "token-classification"
ANSWERS: Final = "question-answering"
WRITING: Final = ("text-generation", "text2text-generation", "summarization", "translation")

_CERTAIN_CLASS: Final = "The table has no probabilities: the class that it names counts as certain."
_SLACK: Final = 1e-3

Read = Callable[[Any, Values, str, LabelSet], SavedPrediction]
"""From a value, its row, the text and the classes to a prediction."""


def names_in(task: str, value: Any) -> tuple[str, ...]:
    """The classes, or types of entities, that a value names."""
    if task == ENTITIES:
        return span_labels(value)
    if task in (CLASSES, PICTURES):
        scores = as_scores(value)
        return tuple(scores) if scores is not None else split_labels(as_labels(value, None) or ())
    return ()


def as_scores(value: Any) -> dict[str, float] | None:
    """Probabilities by class, from an object of them or a list of ``{"label", "score"}``; None for anything else."""
    if isinstance(value, Mapping) and value and all(isinstance(each, int | float) for each in value.values()):
        return {str(name): float(each) for name, each in value.items()}
    is_list = isinstance(value, list) and bool(value)
    if is_list and all(isinstance(each, Mapping) and {"label", "score"} <= set(each) for each in value):
        return {str(each["label"]): float(each["score"]) for each in value}
    return None


def _class_scores(value: Any, row: Values, text: str, labels: LabelSet) -> SavedPrediction:
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
    return SavedPrediction(ClassScores(values, multi_label=not excludes), notices)


def _entities(value: Any, row: Values, text: str, labels: LabelSet) -> SavedPrediction:
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


def _answers(value: Any, row: Values, text: str, labels: LabelSet) -> SavedPrediction:
    """Where the answer stands: at ``start`` if the row has one, else where it is first met."""
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


def _written(value: Any, row: Values, text: str, labels: LabelSet) -> SavedPrediction:
    one = value[0] if isinstance(value, list) and value else value
    written = "" if one is None else as_text(one, "text") if one != "" else ""
    return SavedPrediction(GeneratedText(written, offsets([]), np.zeros(0, np.float32)))


READ_VALUE: Final[Mapping[str, Read]] = {
    CLASSES: _class_scores,
    PICTURES: _class_scores,
    ENTITIES: _entities,
    ANSWERS: _answers,
    **dict.fromkeys(WRITING, _written),
}
"""By task."""
