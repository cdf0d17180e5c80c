"""Classes of a picture as a whole: one that is right, or several that do not exclude each other."""

import math
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.class_scores import ClassScores
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.task_trait import task_params
from granview.core.truth import Truth, required_truth
from granview.core.truths.classes import ReferenceClasses
from granview.core.unit import Statistics, UnitTable
from granview.scoring.class_counts import class_places
from granview.scoring.probability_losses import loss_sums
from granview.scoring.ranked_precision import mean_average_precision
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.class_groups import ClassGroups
from granview.tasks.classification import Classification, Compared, compare_classes, joint_scores, predicted_columns
from granview.tasks.image_classification_columns import AGREEMENT, CLASS_COLUMNS, CLASS_SIZE, COLUMNS, UNIT_SCORE
from granview.tasks.text_units import repeated, units

NAME: Final = "image-classification"

_TOP: Final = 5
_COUNTS: Final = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1024.0, math.inf)
_SHARES: Final = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, math.inf)

OBJECT: Final = GrainAxis("object", "Part of the picture that the object takes", "", _SHARES)
RARITY: Final = GrainAxis("rarity", "Pictures of the class in the set", "", _COUNTS, is_count=True)
NEAREST: Final = GrainAxis(
    "nearest",
    "Other classes in its group",
    "",
    (0.0, *_COUNTS),
    is_count=True,
    harder="large",
)
PICTURE: Final = GrainAxis("picture", "Classes of the picture", "", (0.0, *_COUNTS), is_count=True, harder="large")


class ImageClassification(Classification):
    """The task ``image-classification``.

    Its statistics are those of ``Classification``, and: ``top`` (2,) int64, pictures whose class is among the first
    five, and those counted; ``loss`` (3,) float64, see ``granview.scoring.probability_losses``, of pictures whose class
    the model has; ``groups`` (2,) int64, pictures of which the group is right, and those whose class is in one; and of
    models whose classes do not exclude each other ``ranked[]`` (n, 3) float32: class, probability, whether it is true.
    """

    name: str = NAME
    title: str = "Image classification"
    short: str = "kinds"
    rank: int = 5
    kind: Kind = "image"
    truth_type: type[Truth] = ReferenceClasses
    inputs: TaskInputs = TaskInputs()
    writes_text: bool = False
    things: str = "pictures"
    grain_axes: tuple[GrainAxis, ...] = (RARITY, OBJECT, NEAREST, PICTURE)
    columns: tuple[Column, ...] = COLUMNS
    caption_columns: tuple[str, ...] = ("accuracy",)
    headline: tuple[str, ...] = ("accuracy",)
    class_columns: tuple[Column, ...] = CLASS_COLUMNS
    class_size: Column | None = CLASS_SIZE
    unit_columns: tuple[str, ...] = ("class",)
    unit_score: Column = UNIT_SCORE
    agreement_column: Column = AGREEMENT

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score class probabilities against the reference's classes, by name, with the edits of ``params``.

        The label set of the scores holds the model's classes and those of the reference's data set. A class that the
        model lacks counts as missed, with a notice. Where the model has too few of them, nothing is scored, see
        ``granview.core.class_matching``.
        """
        assert isinstance(prediction, ClassScores)
        truth = required_truth(truth, ReferenceClasses)
        chosen = task_params(NAME, params)
        compared = compare_classes(
            prediction, labels, truth.names, params.class_edits, truth.known, chosen["threshold"]
        )
        classes = compared.classes
        if not compared.is_scored:
            return Scores({}, _no_units(), classes.labels, classes.class_map, compared.notices)
        groups = ClassGroups(chosen["groups"], classes.labels.names)
        statistics = self.counts(prediction, compared) | _ranking(prediction, compared)
        statistics["groups"] = _group_counts(compared, groups)
        return Scores(
            statistics,
            _units(truth, compared, groups, predicted_columns(prediction, compared)),
            classes.labels,
            classes.class_map,
            compared.notices,
        )

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where it is undefined."""
        shared = super().metrics(statistics)
        if not statistics:
            return shared
        return shared | {
            "top5": _ratio(statistics["top"]),
            "map": mean_average_precision(statistics["ranked[]"]) if "ranked[]" in statistics else None,
            "nll": _ratio(statistics["loss"][[0, 2]]),
            "brier": _ratio(statistics["loss"][[1, 2]]),
            "group_accuracy": _ratio(statistics["groups"]),
        }

    def relabel(self, statistics: Statistics, labels: LabelSet, wanted: LabelSet) -> dict[str, NDArray[Any]]:
        """The counts, and the classes of ranked probabilities, moved to where ``wanted`` has them."""
        moved = super().relabel(statistics, labels, wanted)
        if "ranked[]" in moved:
            rows = moved["ranked[]"].copy()
            rows[:, 0] = np.asarray(class_places(labels, wanted), np.float32)[rows[:, 0].astype(np.intp)]
            moved["ranked[]"] = rows
        return moved


def _ratio(sums: NDArray[Any]) -> float | None:
    value, n = sums.tolist()
    return value / n if n else None


def _no_units() -> UnitTable:
    return units((), [], [], [], {"class_id": np.empty(0, np.int32)})


def _ranking(prediction: ClassScores, compared: Compared) -> dict[str, NDArray[Any]]:
    """What is made of all probabilities, and not of the classes said alone."""
    top, loss = np.zeros(2, np.int64), np.zeros(3)
    scores = joint_scores(prediction, compared.classes)
    if prediction.multi_label:
        return {"top": top, "loss": loss, "ranked[]": _ranked_rows(scores, compared)}
    if len(compared.true) == 1:
        (true,) = compared.true
        if len(prediction.scores) > _TOP:
            top[:] = true in _most_probable(prediction, compared), 1
        if true in compared.classes.targets():
            loss = loss_sums(scores, true)
    return {"top": top, "loss": loss}


def _ranked_rows(scores: NDArray[np.float64], compared: Compared) -> NDArray[np.float32]:
    """Each class that the model has: (n, 3) float32."""
    own = np.unique(compared.classes.targets())
    return np.stack([own, scores[own], np.isin(own, list(compared.true))], axis=1).astype(np.float32)


def _most_probable(prediction: ClassScores, compared: Compared) -> set[int]:
    """The classes of the joint label set that the model's first five are."""
    targets = compared.classes.targets()
    first = np.argsort(-prediction.scores, kind="stable")[:_TOP]
    return {targets[index] for index in first.tolist()}


def _group_counts(compared: Compared, groups: ClassGroups) -> NDArray[np.int64]:
    if not compared.exclusive:
        return np.zeros(2, np.int64)
    (true,), (said,) = compared.true, compared.predicted
    return np.array([groups.is_near(true, said), groups.of(true) is not None], np.int64)


def _units(
    truth: ReferenceClasses, compared: Compared, groups: ClassGroups, predicted: Mapping[str, float]
) -> UnitTable:
    """The picture by each grain that is known of it."""
    single = compared.classes.reference[0] if len(compared.classes.reference) == 1 else None
    grains = {
        RARITY.kind: None if truth.n_alike is None else float(truth.n_alike),
        OBJECT.kind: truth.object_share,
        NEAREST.kind: None if single is None or groups.of(single) is None else float(groups.n_others(single)),
        PICTURE.kind: float(len(compared.true)),
    }
    known = {kind: grain for kind, grain in grains.items() if grain is not None}
    rows = len(known)
    extra = {"class_id": compared.classes.reference[0] if compared.classes.reference else -1, **predicted}
    columns = {name: repeated(value, rows) for name, value in extra.items()}
    return units(tuple(known), list(range(rows)), list(known.values()), [float(compared.is_right)] * rows, columns)


TASKS.register(NAME)(ImageClassification())
