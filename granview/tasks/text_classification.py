"""Classes of a text as a whole: one that is right, or several that do not exclude each other."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.class_scores import ClassScores
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.truth import Truth, required_truth
from granview.core.truths.text import ReferenceText
from granview.core.unit import Statistics, UnitTable
from granview.scoring import ratios
from granview.scoring.agreement import Agreement
from granview.scoring.calibration import calibration_sums, expected_calibration_error
from granview.scoring.class_counts import (
    class_metrics,
    class_places,
    matthews_correlation,
    precision_recall_f1,
    relabelled,
    summed,
)
from granview.scoring.label_space import by_name, joint_labels
from granview.scoring.text_agreement import class_agreement
from granview.scoring.words import count_words
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.class_matching_notices import matching_notices, spelling_notices
from granview.tasks.missing_reference import missing_reference_notice
from granview.tasks.text_classes import JointClasses, join_classes
from granview.tasks.text_classification_columns import AGREEMENT, CLASS_COLUMNS, CLASS_SIZE, COLUMNS, UNIT_SCORE
from granview.tasks.text_units import NESTING, sample_units, units, word_axis

MAX_CONFUSION_CLASSES: Final = 40
"""With more classes no confusion matrix is kept, which would take more room for each text than all else."""


class TextClassification:
    """The task ``text-classification``.

    Its statistics are, over a label set of n classes: ``classes`` (n, 3), right, reference, predicted; ``texts`` (3,),
    right, all, and those with one class on either side; of the latter ``confusion`` (n, n), the reference's class in
    rows by that predicted, of at most ``MAX_CONFUSION_CLASSES``; these int64; and ``calibration`` (15, 3) float64, see
    ``granview.scoring.calibration``: of the class said, or, where classes do not exclude each other, of every class.
    """

    name: str = "text-classification"
    title: str = "Text classification"
    short: str = "classes"
    rank: int = 10
    kind: Kind = "text"
    truth_type: type[Truth] = ReferenceText
    inputs: TaskInputs = TaskInputs(facts=frozenset({"labels"}), optional=frozenset({"pair"}))
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (word_axis("text", "Text length"), NESTING)
    columns: tuple[Column, ...] = COLUMNS
    caption_columns: tuple[str, ...] = ("accuracy",)
    headline: tuple[str, ...] = ("accuracy",)
    class_columns: tuple[Column, ...] = CLASS_COLUMNS
    class_size: Column | None = CLASS_SIZE
    has_confusion: bool = True
    unit_columns: tuple[str, ...] = ("class",)
    unit_score: Column = UNIT_SCORE
    agreement_column: Column = AGREEMENT

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score class probabilities against the reference's labels, by name, with the edits of ``params``.

        The label set of the scores holds the model's classes and those of the reference's data set. A label that the
        model has no class for counts as missed, with a notice: who cannot say it is not right. Where too few of them
        have one, nothing is scored, see ``granview.core.class_matching``.
        """
        assert isinstance(prediction, ClassScores)
        truth = required_truth(truth, ReferenceText)
        wanted = truth.reference.labels
        if wanted is None:
            return Scores({}, _no_units(), labels, notices=missing_reference_notice(truth.reference, "labels"))
        classes = join_classes(labels, wanted, params.class_edits, truth.data_set.labels)
        matched = matching_notices(classes.match, labels.names, classes.known, classes.here, "class")
        notices = (*spelling_notices(classes.respelled), *matched)
        if not classes.match.is_settled:
            return Scores({}, _no_units(), classes.labels, classes.class_map, notices)
        predicted = {classes.targets()[index] for index in prediction.chosen(params.text.threshold)}
        true = set(classes.reference)
        exclusive = len(true) == len(predicted) == 1 and not prediction.multi_label
        statistics = {
            "classes": _class_counts(predicted, true, len(classes.labels)),
            "texts": np.array([predicted == true, 1, exclusive], dtype=np.int64),
            "calibration": _calibration(prediction, classes, predicted, true),
            **_confusion(predicted, true, exclusive, len(classes.labels)),
        }
        n_words = count_words(truth.text_input.text) + count_words(truth.text_input.pair or "")
        class_id = classes.reference[0] if classes.reference else -1
        table = sample_units("text", n_words, truth.reference.grain, float(predicted == true), {"class_id": class_id})
        return Scores(statistics, table, classes.labels, classes.class_map, notices)

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where it is undefined."""
        statistics = _comparable(statistics)
        if not statistics:
            return dict.fromkeys(column.name for column in self.columns)
        right, n, n_exclusive = statistics["texts"]
        macro = [ratios.mean(values) for values in precision_recall_f1(statistics["classes"])]
        micro = [ratios.mean(values) for values in precision_recall_f1(summed(statistics["classes"]))]
        return {
            "accuracy": float(right / n) if n else None,
            "f1_macro": macro[2],
            "precision_macro": macro[0],
            "recall_macro": macro[1],
            "f1_micro": micro[2],
            "precision_micro": micro[0],
            "recall_micro": micro[1],
            "mcc": matthews_correlation(statistics["classes"]) if n == n_exclusive else None,
            "ece": expected_calibration_error(statistics["calibration"]),
        }

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Every column, where anything could be compared."""
        return frozenset(column.name for column in self.columns) if _comparable(statistics) else frozenset()

    def class_metrics(self, statistics: Statistics) -> list[Metrics]:
        """Of each class: f1, precision, recall, and texts of the reference."""
        statistics = _comparable(statistics)
        return class_metrics(statistics["classes"], "texts") if statistics else []

    def confusion(self, statistics: Statistics) -> NDArray[Any] | None:
        """Texts with one class by the class predicted, (n, n); None of too many classes, or where nothing is scored."""
        return _comparable(statistics).get("confusion")

    def relabel(self, statistics: Statistics, labels: LabelSet, wanted: LabelSet) -> dict[str, NDArray[Any]]:
        """The counts moved to where ``wanted`` has the class of that name; classes in ``wanted`` alone get 0.

        Raises:
            ValueError: ``wanted`` lacks a class.
        """
        statistics = _comparable(statistics)
        if not statistics:
            return {}
        places, n = class_places(labels, wanted), len(wanted)
        kept = {name: array for name, array in statistics.items() if name not in ("confusion", "strangers")}
        if n <= MAX_CONFUSION_CLASSES:
            kept["confusion"] = relabelled(statistics["confusion"], places, n, (0, 1))
        return kept | {"classes": relabelled(statistics["classes"], places, n)}

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """One text by class, (n, n) or (n, 2, 2) int64; None without a class in common, or if one alone is multi-label.

        Classes of a multi-label model are said from a probability of 0.5.
        """
        assert isinstance(ours, ClassScores)
        assert isinstance(theirs, ClassScores)
        if ours.multi_label != theirs.multi_label or not by_name(our_labels, their_labels).matched:
            return None
        joint = joint_labels((our_labels, their_labels))
        left, right = _in_joint(ours, our_labels, joint), _in_joint(theirs, their_labels, joint)
        if ours.multi_label:
            tables = np.zeros((len(joint), 2, 2), dtype=np.int64)
            tables[np.arange(len(joint)), left.astype(np.intp), right.astype(np.intp)] = 1
            return tables
        return np.outer(left, right).astype(np.int64)

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """Cohen's kappa, and the share of texts that get different classes."""
        return class_agreement(counts)


def _comparable(statistics: Statistics) -> Statistics:
    """The statistics; none of texts of whose labels the model has no class, which earlier sessions counted as well."""
    strangers = statistics.get("strangers")
    return {} if strangers is not None and strangers[0] > 0 else statistics


def _no_units() -> UnitTable:
    return units((), [], [], [], {"class_id": np.empty(0, np.int32)})


def _confusion(predicted: set[int], true: set[int], exclusive: bool, n_classes: int) -> dict[str, NDArray[np.int64]]:
    if n_classes > MAX_CONFUSION_CLASSES:
        return {}
    matrix = np.zeros((n_classes, n_classes), dtype=np.int64)
    if exclusive:
        matrix[next(iter(true)), next(iter(predicted))] = 1
    return {"confusion": matrix}


def _class_counts(predicted: set[int], true: set[int], n_classes: int) -> NDArray[np.int64]:
    counts = np.zeros((n_classes, 3), dtype=np.int64)
    for column, classes in enumerate((predicted & true, true, predicted)):
        counts[list(classes), column] = 1
    return counts


def _calibration(
    prediction: ClassScores, classes: JointClasses, predicted: set[int], true: set[int]
) -> NDArray[np.float64]:
    """Of every class where they do not exclude each other, else of the one said, whose merged classes add up."""
    n_classes = len(classes.labels)
    scores = np.zeros(n_classes)
    if prediction.multi_label:
        np.maximum.at(scores, classes.targets(), prediction.scores)
        reached = np.unique(classes.targets())
        return calibration_sums(scores[reached], [index in true for index in reached.tolist()])
    np.add.at(scores, classes.targets(), prediction.scores)
    chosen = sorted(predicted)
    return calibration_sums(np.minimum(scores[chosen], 1.0), [index in true for index in chosen])


def _in_joint(prediction: ClassScores, own: LabelSet, joint: LabelSet) -> NDArray[np.bool_]:
    predicted = np.zeros(len(joint), dtype=bool)
    targets = by_name(own, joint).table(0)
    predicted[targets[list(prediction.chosen())]] = True
    return predicted


TASKS.register("text-classification")(TextClassification())
