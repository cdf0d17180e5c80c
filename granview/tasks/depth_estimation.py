"""Depth estimation: distances against measured ones, by distance and by how near to a depth edge."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.depth_map import DepthMap
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.task_trait import task_params
from granview.core.truth import Truth, required_truth
from granview.core.truths.depth_map import ReferenceDepth
from granview.core.unit import Statistics
from granview.scoring.agreement import Agreement
from granview.scoring.depth_errors import DISTANCES_M, FROM_EDGE_PX
from granview.scoring.rank_correlation import rank_correlation
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.classless import NO_CLASSES, Classless
from granview.tasks.depth_estimation_columns import AGREEMENT, COLUMNS, UNIT_SCORE
from granview.tasks.depth_estimation_scores import ALIGNED, OF_PICTURES, measure, no_units

TASK: Final = "depth-estimation"
_NAMES: Final = tuple(column.name for column in COLUMNS)
_MEANS: Final = (*OF_PICTURES, *(f"{name}{ALIGNED}" for name in OF_PICTURES))
_GRID_PX: Final = 256


class DepthEstimation(Classless):
    """The task ``depth-estimation``.

    Its statistics, all float64, are sums with their numbers: ``abs_rel``, ``rmse``, ``delta1``, and the same with
    ``_aligned``, (2,) over pictures; ``places``, (2, 2) the relative error at depth edges and elsewhere, over px.
    """

    name: str = TASK
    title: str = "Depth"
    short: str = "depth"
    rank: int = 7
    kind: Kind = "image"
    truth_type: type[Truth] = ReferenceDepth
    inputs: TaskInputs = TaskInputs()
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (
        GrainAxis("distance", "Distance", "m", (*DISTANCES_M, math.inf), harder="large"),
        GrainAxis("edge", "Distance from depth edges", "px", (*FROM_EDGE_PX, math.inf)),
    )
    columns: tuple[Column, ...] = COLUMNS
    caption_columns: tuple[str, ...] = ("abs_rel", "abs_rel_aligned", "delta1_aligned")
    headline: tuple[str, ...] = ("delta1_aligned",)
    unit_columns: tuple[str, ...] = ()
    unit_score: Column = UNIT_SCORE
    agreement_column: Column = AGREEMENT

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score a depth map against measured distances, as it stands where it is in metres, and aligned."""
        assert isinstance(prediction, DepthMap)
        truth = required_truth(truth, ReferenceDepth)
        if prediction.size != truth.metres.shape:
            return Scores({}, no_units(), NO_CLASSES, None, (_of_other_sizes(prediction, truth),))
        measured = measure(prediction, truth, task_params(TASK, params)["depth_cap_m"])
        return Scores(measured.statistics, measured.units, NO_CLASSES, None, measured.notices)

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where it is undefined, such as metres of a model that says none."""
        if not statistics:
            return dict.fromkeys(_NAMES)
        places = statistics["places"]
        means = {name: _mean(statistics[name]) for name in _MEANS}
        return {**means, "abs_rel_edges": _mean(places[0]), "abs_rel_smooth": _mean(places[1])}

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Every column; none where no distance is known."""
        return frozenset(_NAMES) if statistics else frozenset()

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """Rank correlation of two lanes' maps, and one sample: (2,) float64; None where it is undefined."""
        assert isinstance(ours, DepthMap)
        assert isinstance(theirs, DepthMap)
        if ours.size != theirs.size:
            return None
        correlation = rank_correlation(_nearness(ours), _nearness(theirs))
        return None if correlation is None else np.array([correlation, 1.0])

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """Their mean rank correlation; what is left to 1, halved, so that opposite orders disagree wholly."""
        total, n = counts.tolist()
        return Agreement(total / n, (1 - total / n) / 2) if n else Agreement(None, None)


def _mean(sum_and_n: NDArray[Any]) -> float | None:
    return float(sum_and_n[0] / sum_and_n[1]) if sum_and_n[1] else None


def _nearness(depth: DepthMap) -> NDArray[np.float32]:
    """Values that grow towards the camera, on an even grid."""
    step = max(math.ceil(max(depth.size) / _GRID_PX), 1)
    grid = depth.values[::step, ::step].ravel()
    return grid if depth.kind == "inverse" else -grid


def _of_other_sizes(depth: DepthMap, truth: ReferenceDepth) -> str:
    (height, width), (rows, columns) = depth.size, truth.metres.shape
    return f"The depth map is {width} x {height} px and its reference {columns} x {rows} px: they are not compared."


TASKS.register(TASK)(DepthEstimation())
