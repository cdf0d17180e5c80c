"""Finding things in pictures as points: found, missed and invented ones, by class and by how crowded they stand."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.class_matching import match_classes
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.run_params import RunParams
from granview.core.truth import Truth, required_truth
from granview.core.unit import Statistics, UnitTable
from granview.scoring import ratios
from granview.scoring.agreement import Agreement
from granview.scoring.class_counts import class_metrics, class_places, precision_recall_f1, relabelled, summed
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview_points.core.predictions.labelled_points import LabelledPoints
from granview_points.core.truths.labelled_points import ReferencePoints
from granview_points.scoring.point_matching import TOLERANCE_PX, match_points

SPACING: Final = GrainAxis(
    "point", "Distance to the nearest other point", "px", (0.0, 4.0, 8.0, 16.0, 32.0, 64.0, math.inf)
)

_F1 = Column(
    "f1",
    "F1",
    better="higher",
    description=f"2 TP / (2 TP + FP + FN) over all points; one is found within {TOLERANCE_PX:g} px, in its class.",
)
_PRECISION = Column(
    "precision", "Precision", better="higher", description="Share of the predicted points that are right."
)
_RECALL = Column("recall", "Recall", better="higher", description="Share of the reference's points that are found.")
_COUNT_ERROR = Column(
    "count_error",
    "Count error",
    "points",
    "lower",
    1,
    "How far the number of points is from the reference's, without sign, on average over the samples.",
)
_POINTS = Column("points", "Points", digits=0, description="How many points of the class the references have.")


class PointDetection:
    """The task ``point-detection``.

    Its statistics, int64: ``points`` (classes, 3), right, reference, predicted; ``count_error`` (2,), the summed error
    of the counts, and samples.
    """

    name: str = "point-detection"
    title: str = "Points"
    short: str = "points"
    rank: int = 5
    kind: str = "image"
    truth_type: type[Truth] = ReferencePoints
    inputs: TaskInputs = TaskInputs()
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (SPACING,)
    columns: tuple[Column, ...] = (_F1, _PRECISION, _RECALL, _COUNT_ERROR)
    caption_columns: tuple[str, ...] = ("f1", "count_error")
    headline: tuple[str, ...] = ("f1",)
    class_columns: tuple[Column, ...] = (_F1, _PRECISION, _RECALL)
    class_size: Column | None = _POINTS
    has_confusion: bool = False
    unit_columns: tuple[str, ...] = ("class", "x", "y")
    unit_score: Column = Column("score", "Found", better="higher", description="1 where the point is found, else 0.")
    agreement_column: Column = Column("f1", "F1 of two lanes", better="higher", description="2 shared / all points.")

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Match each predicted point, the surest first, to the nearest free point of its class in the reference."""
        assert isinstance(prediction, LabelledPoints)
        truth = required_truth(truth, ReferencePoints)
        match = match_classes(labels, truth.label_set, params.class_edits)
        if not match.is_settled:
            words = "The model's classes are not those of the reference; match them to score it."
            return Scores({}, _units(truth.points, np.empty(0, bool)), truth.label_set, match.class_map, (words,))
        n = len(truth.label_set)
        classes = match.class_map.table(n)[prediction.classes]
        found, right = match_points(prediction, classes, truth.points)
        counts = [np.bincount(each, minlength=n + 1)[:n] for each in (classes[right], truth.points.classes, classes)]
        error = abs(len(prediction.xy_px) - len(truth.points.xy_px))
        statistics = {"points": np.stack(counts, axis=1).astype(np.int64), "count_error": np.array([error, 1])}
        return Scores(statistics, _units(truth.points, found), truth.label_set, match.class_map, truth.notices)

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where it is undefined."""
        if not statistics:
            return dict.fromkeys(column.name for column in self.columns)
        precision, recall, f1 = (ratios.or_none(each[0]) for each in precision_recall_f1(summed(statistics["points"])))
        error, n_samples = statistics["count_error"]
        return {"f1": f1, "precision": precision, "recall": recall, "count_error": float(error / n_samples)}

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Every column, where anything could be compared."""
        return frozenset(column.name for column in self.columns) if statistics else frozenset()

    def class_metrics(self, statistics: Statistics) -> list[Metrics]:
        """Of each class F1, precision and recall, and how many points the references have."""
        return class_metrics(statistics["points"], "points") if statistics else []

    def confusion(self, statistics: Statistics) -> NDArray[Any] | None:
        """None: which class was taken for which is not kept."""
        return None

    def relabel(self, statistics: Statistics, labels: LabelSet, wanted: LabelSet) -> dict[str, NDArray[Any]]:
        """The counts moved to where ``wanted`` has the class of that name."""
        places = class_places(labels, wanted)
        return {**statistics, "points": relabelled(statistics["points"], places, len(wanted))}

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """Shared points and all points of both lanes, (2,) int64; None without a class in common."""
        assert isinstance(ours, LabelledPoints)
        assert isinstance(theirs, LabelledPoints)
        class_map = match_classes(our_labels, their_labels).class_map
        if not class_map.matched:
            return None
        _, right = match_points(ours, class_map.table(len(their_labels))[ours.classes], theirs)
        return np.array([right.sum(), len(ours.xy_px) + len(theirs.xy_px)], np.int64)

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """F1 of one lane's points against the other's."""
        shared, both = counts.tolist()
        return Agreement(2 * shared / both, 1 - 2 * shared / both) if both else Agreement(None, None)


def _units(points: LabelledPoints, found: NDArray[np.bool_]) -> UnitTable:
    """A row per point of the reference: how far the next one is, and whether it was found."""
    n = len(found)
    xy = points.xy_px[:n]
    apart = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    grain = apart.min(axis=1, initial=np.inf).astype(np.float32)
    whole = {"class_id": points.classes[:n].astype(np.int32), "x": xy[:, 0], "y": xy[:, 1]}
    return UnitTable(
        (SPACING.kind,),
        np.zeros(n, np.uint8),
        np.where(np.isfinite(grain), grain, 1e4),
        found.astype(np.float32),
        whole,
    )


TASKS.register("point-detection")(PointDetection())
