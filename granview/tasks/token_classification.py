"""Named spans of a text: entities, found exactly or in part, and taken for the right type."""

import math
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.entities import Entities
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.text import TextInput
from granview.core.truth import Truth, required_truth
from granview.core.truths.text import ReferenceText
from granview.core.unit import CONFIDENCE, TAKEN_FOR, Statistics, UnitTable
from granview.scoring import ratios
from granview.scoring.agreement import Agreement
from granview.scoring.class_counts import class_metrics, class_places, precision_recall_f1, relabelled, summed
from granview.scoring.entity_overlap import (
    NONE,
    EntityOverlap,
    TypedSpans,
    boundary_counts,
    find_overlap,
    overlap_kinds,
    strict_counts,
    type_confusion,
)  # fmt: skip
from granview.scoring.label_space import by_name, joint_labels
from granview.scoring.text_agreement import entity_agreement, entity_counts
from granview.scoring.words import count_words
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.class_axes import class_axes
from granview.tasks.class_matching_notices import matching_notices, spelling_notices
from granview.tasks.missing_reference import missing_reference_notice
from granview.tasks.text_classes import join_classes
from granview.tasks.text_units import TEXT_MEASURES, repeated_columns, text_axes, text_measures
from granview.tasks.token_classification_columns import AGREEMENT, CLASS_COLUMNS, CLASS_SIZE, COLUMNS, UNIT_SCORE

ENTITY_LENGTH: Final = GrainAxis(
    "entity",
    "Entity length",
    "words",
    (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, math.inf),
    is_count=True,
    harder="large",
)


NESTED: Final = GrainAxis(
    *("entity", "Nested entities", "", (0.0, 1.0, 2.0, 3.0, math.inf)),
    is_count=True,
    harder="large",
    column="nested",
    description="Other entities of the text that it lies in, holds or overlaps.",
)


def nested_spans(spans: NDArray[np.int64]) -> NDArray[np.int32]:
    """How many others each of n spans shares a code point with: (n,) int32, of (n, 2) starts and ends."""
    starts, ends = np.sort(spans[:, 0]), np.sort(spans[:, 1])
    before_end = np.searchsorted(starts, spans[:, 1], side="left")
    before_start = np.searchsorted(ends, spans[:, 0], side="right")
    return (before_end - before_start - 1).astype(np.int32)


def entity_units(
    text: TextInput,
    reference: TypedSpans,
    predicted: TypedSpans | None = None,
    overlap: EntityOverlap | None = None,
    sure: Mapping[tuple[int, int], float] | None = None,
) -> UnitTable:
    """One row per entity: its length in words as grain, and as score 1 if it is found exactly, else 0.

    ``overlap`` is the part of both spans together that the predicted entity which stands for it shares with it, of
    whatever type; ``class_id``, ``start`` and ``end`` are the reference's; ``nested`` counts the text's other entities
    that share a code point with it. ``taken_for`` is the type of the entity that stands for it, and ``confidence`` what
    ``sure`` has for its span.
    """
    taken_for = np.full(len(reference), NONE, dtype=np.int32)
    confidence = np.full(len(reference), np.nan, dtype=np.float32)
    found = np.zeros(len(reference), dtype=np.float32)
    share = np.zeros(len(reference), dtype=np.float32)
    if predicted is not None and overlap is not None:
        paired = np.flatnonzero(overlap.partner != NONE)
        right = predicted.types[overlap.partner[paired]] == reference.types[paired]
        found[paired[right & (overlap.share[paired] == 1.0)]] = 1.0
        share[:] = overlap.share
        taken_for[paired] = predicted.types[overlap.partner[paired]]
        spans = predicted.spans[overlap.partner[paired]].tolist()
        confidence[paired] = [(sure or {}).get((start, end), np.nan) for start, end in spans]
    whole = text.text
    grain = [count_words(whole[start:end]) for start, end in reference.spans.tolist()]
    extra = {
        "class_id": reference.types.astype(np.int32),
        "start": reference.spans[:, 0].astype(np.int32),
        "end": reference.spans[:, 1].astype(np.int32),
        "overlap": share,
        TAKEN_FOR: taken_for,
        CONFIDENCE: confidence,
        "nested": nested_spans(reference.spans),
        **repeated_columns(text_measures(text), len(reference)),
    }
    kind = np.zeros(len(reference), dtype=np.uint8)
    return UnitTable((ENTITY_LENGTH.kind,), kind, np.array(grain, dtype=np.float32), found, extra)


class TokenClassification:
    """The task ``token-classification``.

    Its statistics are int64 and, over a label set of n types: ``entities`` (n, 3), right, reference, predicted,
    strictly; ``boundaries`` (3,), the same without types; ``overlaps`` (5,), exact, type wrong, overlapping, missed,
    invented; and ``confusion`` (n + 1, n + 1), the reference's type in rows by that of the predicted entity that stands
    for it, with invented ones in the last row and missed ones in the last column.
    """

    name: str = "token-classification"
    title: str = "Entities"
    short: str = "entities"
    rank: int = 20
    kind: Kind = "text"
    truth_type: type[Truth] = ReferenceText
    inputs: TaskInputs = TaskInputs(facts=frozenset({"entities"}))
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (
        *(ENTITY_LENGTH, NESTED),
        *class_axes("entity"),
        *text_axes("entity", of_part=True),
    )
    columns: tuple[Column, ...] = COLUMNS
    caption_columns: tuple[str, ...] = ("entity_f1", "boundary_f1")
    headline: tuple[str, ...] = ("entity_f1",)
    class_columns: tuple[Column, ...] = CLASS_COLUMNS
    class_size: Column | None = CLASS_SIZE
    has_confusion: bool = True
    unit_columns: tuple[str, ...] = ("class", "start", "end", "overlap", "nested", *TEXT_MEASURES)
    unit_score: Column = UNIT_SCORE
    agreement_column: Column = AGREEMENT

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score entities against the reference's, types by name, with the edits of ``params``.

        The label set of the scores holds the model's types and those of the reference's data set. A type that the
        model does not know counts as missed, with a notice; where too few are known, nothing is scored, see
        ``granview.core.class_matching``.
        """
        assert isinstance(prediction, Entities)
        truth = required_truth(truth, ReferenceText)
        wanted = truth.reference.entities
        if wanted is None:
            return Scores(
                {},
                entity_units(truth.text_input, _nothing()),
                labels,
                notices=missing_reference_notice(truth.reference, "entities"),
            )
        own = [span.label for span in wanted]
        classes = join_classes(labels, own, params.class_edits, truth.data_set.types)
        matched = matching_notices(classes.match, labels.names, classes.known, classes.here, "type")
        notices = (*spelling_notices(classes.respelled), *matched)
        if not classes.match.is_settled:
            return Scores({}, entity_units(truth.text_input, _nothing()), classes.labels, classes.class_map, notices)
        spans = np.array([(span.start, span.end) for span in wanted], dtype=np.int64).reshape(-1, 2)
        ours = TypedSpans(spans, np.array(classes.reference, dtype=np.int64)).distinct
        theirs = TypedSpans(prediction.spans, np.array(classes.targets(), np.int64)[prediction.types]).distinct
        overlap, n_types = find_overlap(ours, theirs), len(classes.labels)
        statistics = {
            "entities": strict_counts(ours, theirs, n_types),
            "boundaries": boundary_counts(ours, theirs),
            "overlaps": overlap_kinds(ours, theirs, overlap),
            "confusion": type_confusion(ours, theirs, overlap, n_types),
        }
        sure = dict(zip(map(tuple, prediction.spans.tolist()), prediction.scores.tolist(), strict=True))
        table = entity_units(truth.text_input, ours, theirs, overlap, sure)
        return Scores(statistics, table, classes.labels, classes.class_map, notices)

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where it is undefined, such as without any entity."""
        if not statistics:
            return dict.fromkeys(column.name for column in self.columns)
        precision, recall, f1 = (values[0] for values in precision_recall_f1(summed(statistics["entities"])))
        boundary = ratios.dice(*statistics["boundaries"][:, None])[0]
        by_type = precision_recall_f1(statistics["entities"])[2]
        exact, type_wrong, overlapping, missed, invented = statistics["overlaps"]
        n_reference, found = exact + type_wrong + overlapping + missed, exact + type_wrong + overlapping
        whole = np.array([n_reference, n_reference, n_reference, found + invented])
        shares = ratios.ratio(np.array([type_wrong, overlapping, missed, invented]), whole)
        values = (f1, precision, recall, np.nan, boundary, *shares)
        metrics = {column.name: ratios.or_none(value) for column, value in zip(self.columns, values, strict=True)}
        return metrics | {"entity_f1_macro": ratios.mean(by_type)}

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Every column, where anything could be compared."""
        return frozenset(column.name for column in self.columns) if statistics else frozenset()

    def class_metrics(self, statistics: Statistics) -> list[Metrics]:
        """Of each type: f1, precision, recall, strictly, and entities of the reference."""
        return class_metrics(statistics["entities"], "entities") if statistics else []

    def confusion(self, statistics: Statistics) -> NDArray[Any] | None:
        """Entities by the type of that which was predicted in their place, (n + 1, n + 1)."""
        return statistics.get("confusion")

    def relabel(self, statistics: Statistics, labels: LabelSet, wanted: LabelSet) -> dict[str, NDArray[Any]]:
        """The counts moved to where ``wanted`` has the type of that name; types in ``wanted`` alone get 0.

        Raises:
            ValueError: ``wanted`` lacks a type.
        """
        places, n = class_places(labels, wanted), len(wanted)
        return {
            **statistics,
            "entities": relabelled(statistics["entities"], places, n),
            "confusion": relabelled(statistics["confusion"], [*places, n], n + 1, (0, 1)),
        }

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """Shared entities, ours and theirs of each joint type, (n, 3) float64; None without a type in common."""
        assert isinstance(ours, Entities)
        assert isinstance(theirs, Entities)
        if not by_name(our_labels, their_labels).matched:
            return None
        joint = joint_labels((our_labels, their_labels))
        left, right = _in_joint(ours, our_labels, joint), _in_joint(theirs, their_labels, joint)
        return entity_counts(left, right, len(joint))

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """F1 of overlapping entities."""
        return entity_agreement(counts)


def _nothing() -> TypedSpans:
    return TypedSpans(np.empty((0, 2), np.int64), np.empty(0, np.int64))


def _in_joint(entities: Entities, own: LabelSet, joint: LabelSet) -> TypedSpans:
    table = by_name(own, joint).table(0).astype(np.int64)
    return TypedSpans(entities.spans, table[entities.types]).distinct


TASKS.register("token-classification")(TokenClassification())
