"""What the tasks share whose models say the classes of a sample as a whole, be it a text or a picture."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.class_scores import ClassScores
from granview.core.unit import CONFIDENCE, TAKEN_FOR, Statistics
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
from granview.tasks.base import Column, Metrics
from granview.tasks.class_matching_notices import matching_notices, spelling_notices
from granview.tasks.text_classes import JointClasses, join_classes

MAX_CONFUSION_CLASSES: Final = 40
"""With more classes no confusion matrix is kept, which would take more room for each sample than all else."""

CALIBRATION: Final = "calibration"
"""The statistic that a reliability plot is drawn of; see ``granview.scoring.calibration``."""


@dataclass(frozen=True)
class Compared:
    """A prediction and what is true of its sample, in one label set.

    Attributes:
        classes: The label set, and how the model's classes went into it.
        predicted: The classes that the model says, as indices of it.
        true: Those that the reference says.
        exclusive: Whether either says one class, of classes that exclude each other.
        notices: What must be said of how they were brought together.
    """

    classes: JointClasses
    predicted: frozenset[int]
    true: frozenset[int]
    exclusive: bool
    notices: tuple[str, ...]

    @property
    def is_scored(self) -> bool:
        """Whether enough of the reference's classes are the model's."""
        return self.classes.match.is_settled

    @property
    def is_right(self) -> bool:
        """Whether the model says the reference's classes and no other."""
        return self.predicted == self.true


def compare_classes(
    prediction: ClassScores,
    labels: LabelSet,
    wanted: Sequence[str],
    edits: Mapping[str, str],
    known: Sequence[str],
    threshold: float,
) -> Compared:
    """Bring what a model says and what is true together; see ``granview.tasks.text_classes``.

    Args:
        prediction: What the model says.
        labels: Its classes.
        wanted: The classes that are true of the sample.
        edits: The class map.
        known: All classes of the reference's data set; empty where they are not known.
        threshold: The probability from which a class is said where classes do not exclude each other.
    """
    classes = join_classes(labels, wanted, edits, known)
    matched = matching_notices(classes.match, labels.names, classes.known, classes.here, "class")
    notices = (*spelling_notices(classes.respelled), *matched)
    if not classes.match.is_settled:
        return Compared(classes, frozenset(), frozenset(), False, notices)
    targets = classes.targets()
    predicted, true = frozenset(targets[index] for index in prediction.chosen(threshold)), frozenset(classes.reference)
    exclusive = len(true) == len(predicted) == 1 and not prediction.multi_label
    return Compared(classes, predicted, true, exclusive, notices)


def predicted_columns(prediction: ClassScores, compared: Compared) -> dict[str, float]:
    """What a lane says of a sample, as columns of its units: the class, where it is one, and how probable that is."""
    targets, own = compared.classes.targets(), prediction.scores
    sure = [float(own[place]) for place, target in enumerate(targets) if target in compared.predicted]
    known = bool(sure) and prediction.has_probabilities
    only = next(iter(compared.predicted)) if len(compared.predicted) == 1 else -1
    return {TAKEN_FOR: only, CONFIDENCE: max(sure) if known else math.nan}


class Classification:
    """The part of the ``Task`` protocol that is the same for every kind of sample.

    Its statistics are, over a label set of n classes: ``classes`` (n, 3), right, reference, predicted; under the name
    ``things`` (3,), right, all, and those with one class on either side; of the latter ``confusion`` (n, n), the
    reference's class in rows by that predicted, of at most ``MAX_CONFUSION_CLASSES``; these int64; and ``calibration``
    (15, 3) float64, see ``granview.scoring.calibration``: of the class said, or, where classes do not exclude each
    other, of every class.

    Attributes:
        things: What is classified, in a word: the name of that statistic, and of the size of a class.
    """

    things: str
    columns: tuple[Column, ...]
    has_confusion: bool = True

    def counts(self, prediction: ClassScores, compared: Compared) -> dict[str, NDArray[Any]]:
        """The statistics of one sample."""
        n_classes = len(compared.classes.labels)
        return {
            "classes": _class_counts(compared, n_classes),
            self.things: np.array([compared.is_right, 1, compared.exclusive], dtype=np.int64),
            CALIBRATION: _calibration(prediction, compared),
            **_confusion(compared, n_classes),
        }

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where it is undefined."""
        statistics = self.comparable(statistics)
        if not statistics:
            return dict.fromkeys(column.name for column in self.columns)
        right, n, n_exclusive = statistics[self.things]
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
            "ece": expected_calibration_error(statistics[CALIBRATION]),
        }

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Every column, where anything could be compared."""
        return frozenset(column.name for column in self.columns) if self.comparable(statistics) else frozenset()

    def class_metrics(self, statistics: Statistics) -> list[Metrics]:
        """Of each class: f1, precision, recall, and how often the reference has it."""
        statistics = self.comparable(statistics)
        return class_metrics(statistics["classes"], self.things) if statistics else []

    def confusion(self, statistics: Statistics) -> NDArray[Any] | None:
        """Samples with one class by the class predicted, (n, n); None of too many classes, or of nothing scored."""
        return self.comparable(statistics).get("confusion")

    def relabel(self, statistics: Statistics, labels: LabelSet, wanted: LabelSet) -> dict[str, NDArray[Any]]:
        """The counts moved to where ``wanted`` has the class of that name; classes in ``wanted`` alone get 0.

        Raises:
            ValueError: ``wanted`` lacks a class.
        """
        statistics = self.comparable(statistics)
        if not statistics:
            return {}
        places, n = class_places(labels, wanted), len(wanted)
        kept = {name: array for name, array in statistics.items() if name not in ("confusion", "strangers")}
        if n <= MAX_CONFUSION_CLASSES:
            kept["confusion"] = relabelled(statistics["confusion"], places, n, (0, 1))
        return kept | {"classes": relabelled(statistics["classes"], places, n)}

    def comparable(self, statistics: Statistics) -> Statistics:
        """The statistics that can be measured: all, where nothing else is said."""
        return statistics

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """One sample by class, (n, n) or (n, 2, 2) int64; None without a class in common, or if one is multi-label.

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
        """Cohen's kappa, and the share of samples that get different classes."""
        return class_agreement(counts)


def joint_scores(prediction: ClassScores, classes: JointClasses) -> NDArray[np.float64]:
    """The probability of each class of the joint label set, (n,): 0 of those that the model lacks.

    Of the model's classes that are one class of the reference, probabilities add up; where classes do not exclude each
    other, the highest counts.
    """
    scores = np.zeros(len(classes.labels))
    if prediction.multi_label:
        np.maximum.at(scores, classes.targets(), prediction.scores)
        return scores
    np.add.at(scores, classes.targets(), prediction.scores)
    return np.minimum(scores, 1.0)


def _confusion(compared: Compared, n_classes: int) -> dict[str, NDArray[np.int64]]:
    if n_classes > MAX_CONFUSION_CLASSES:
        return {}
    matrix = np.zeros((n_classes, n_classes), dtype=np.int64)
    if compared.exclusive:
        matrix[next(iter(compared.true)), next(iter(compared.predicted))] = 1
    return {"confusion": matrix}


def _class_counts(compared: Compared, n_classes: int) -> NDArray[np.int64]:
    counts = np.zeros((n_classes, 3), dtype=np.int64)
    for column, classes in enumerate((compared.predicted & compared.true, compared.true, compared.predicted)):
        counts[list(classes), column] = 1
    return counts


def _calibration(prediction: ClassScores, compared: Compared) -> NDArray[np.float64]:
    """Of every class where they do not exclude each other, else of the one said, whose merged classes add up.

    Where no probabilities were said there is nothing to calibrate.
    """
    if not prediction.has_probabilities:
        return calibration_sums(np.zeros(0), [])
    scores = joint_scores(prediction, compared.classes)
    asked = np.unique(compared.classes.targets()) if prediction.multi_label else np.array(sorted(compared.predicted))
    asked = asked.astype(np.intp)
    return calibration_sums(scores[asked], [index in compared.true for index in asked.tolist()])


def _in_joint(prediction: ClassScores, own: LabelSet, joint: LabelSet) -> NDArray[np.bool_]:
    predicted = np.zeros(len(joint), dtype=bool)
    targets = by_name(own, joint).table(0)
    predicted[targets[list(prediction.chosen())]] = True
    return predicted
