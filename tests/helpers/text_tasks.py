"""Predictions and ground truths of texts for tests of tasks and reports."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from granview.core.labels import LabelSet
from granview.core.offsets import offsets
from granview.core.palette import class_colors
from granview.core.predictions.answers import Answers
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.entities import Entities
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.predictions.generated_text import GeneratedText
from granview.core.text import NO_NAMES, DataSetNames, Span, TextInput, TextReference
from granview.core.truths.text import ReferenceText

NO_LABELS = LabelSet((), (), void=None)


def classes(*names: str) -> LabelSet:
    """A label set without void."""
    return LabelSet(names, class_colors(names), void=None)


def truth(
    text: str = "a text", pair: str | None = None, data_set: DataSetNames = NO_NAMES, **reference: Any
) -> ReferenceText:
    """A text and what is true of it."""
    return ReferenceText(TextInput.of(text, pair), TextReference(**reference), data_set=data_set)


def class_scores(*scores: float, multi_label: bool = False) -> ClassScores:
    """Probabilities of classes."""
    return ClassScores(np.array(scores, dtype=np.float32), multi_label)


def entities(labels: LabelSet, *found: tuple[int, int, str]) -> Entities:
    """Entities by start, end and type, each a token of its own."""
    spans = offsets([(start, end) for start, end, _ in found])
    types = np.array([labels.names.index(name) for *_, name in found], dtype=np.uint16)
    ones = np.ones(len(found), dtype=np.float32)
    return Entities(spans, types, ones, tuple(f"B-{name}" for name in labels.names), spans, types, ones)


def true_entities(*found: tuple[int, int, str]) -> tuple[Span, ...]:
    """Entities of a reference."""
    return tuple(Span(*each) for each in found)


def answer(start: int | None, end: int | None = None, score: float = 0.9) -> Answers:
    """One answer, or that there is none."""
    if start is None or end is None:
        return Answers(offsets([]), np.empty(0, np.float32), no_answer=0.9)
    return Answers(offsets([(start, end)]), np.array([score], dtype=np.float32), no_answer=0.1)


def written(text: str, **more: Any) -> GeneratedText:
    """A generated text without tokens."""
    return GeneratedText(text, offsets([]), np.empty(0, np.float32), **more)


def filled(*rows: Sequence[str]) -> FilledMasks:
    """Candidates of masks that stand one after the other."""
    width = len(rows[0]) if rows else 0
    spans = offsets([(7 * index, 7 * index + 6) for index in range(len(rows))])
    return FilledMasks(spans, tuple(tuple(row) for row in rows), np.full((len(rows), width), 0.1, np.float32))
