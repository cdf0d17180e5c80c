"""How many things there are in a picture: regions of a mask that are counted, whatever their outline."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.truth import Truth, required_truth
from granview.core.truths.mask import ReferenceMask
from granview.core.unit import Statistics, UnitTable
from granview.scoring.agreement import Agreement
from granview.scoring.components import find_components
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.classless import NO_CLASSES, Classless

BACKGROUND: Final = 0
"""What is not counted: the first class."""

_COUNT_ERROR = Column(
    "count_error",
    "Count error",
    "things",
    "lower",
    1,
    "How far the number of things is from the reference's, without sign; mean over the samples.",
)
_THINGS = Column("things", "Things", digits=1, description="Things that the reference holds; mean over the samples.")


class ObjectCounting(Classless):
    """The task ``object-counting``.

    Its statistic is ``counts`` (3,) float64: summed error, things in the references, samples.
    """

    name: str = "object-counting"
    title: str = "Counting"
    short: str = "counts"
    rank: int = 6
    kind: str = "image"
    truth_type: type[Truth] = ReferenceMask
    inputs: TaskInputs = TaskInputs()
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (
        GrainAxis("picture", "Things in the picture", "", (0, 1, 2, 5, 10, 20, 50, math.inf), True, "large"),
    )
    columns: tuple[Column, ...] = (_COUNT_ERROR, _THINGS)
    caption_columns: tuple[str, ...] = ("count_error",)
    headline: tuple[str, ...] = ("count_error",)
    unit_columns: tuple[str, ...] = ("predicted",)
    unit_score: Column = Column("score", "Score", better="higher", description="The smaller count by the larger one.")
    agreement_column: Column = Column("agreement", "Agreement", description="The smaller count by the larger one.")

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Count the connected regions of a label map (H, W) and of the reference that are not background."""
        assert isinstance(prediction, LabelMap)
        mask = required_truth(truth, ReferenceMask)
        predicted, there = count(prediction.labels), count(mask.labels, mask.label_set.void)
        counts = np.array([abs(predicted - there), there, 1], np.float64)
        units = UnitTable(
            ("picture",),
            kind=np.zeros(1, np.uint8),
            grain=np.array([there], np.float32),
            score=np.array([likeness(predicted, there)], np.float32),
            extra={"predicted": np.array([predicted], np.int32)},
        )
        return Scores({"counts": counts}, units, NO_CLASSES)

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, None where nothing was counted."""
        if not statistics:
            return {"count_error": None, "things": None}
        error, things, n = statistics["counts"].tolist()
        return {"count_error": error / n, "things": things / n}

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Both columns, where anything was counted."""
        return frozenset({"count_error", "things"}) if statistics else frozenset()

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any]:
        """Likeness of the two counts, and one sample: (2,) float64."""
        assert isinstance(ours, LabelMap)
        assert isinstance(theirs, LabelMap)
        return np.array([likeness(count(ours.labels), count(theirs.labels)), 1.0])

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """Mean likeness of the counts."""
        value = float(counts[0] / counts[1])
        return Agreement(value, 1 - value)


def count(labels: NDArray[Any], void: int | None = None) -> int:
    """Connected regions of a label map (H, W) that are neither background nor void."""
    found = find_components(labels).label
    return int(np.count_nonzero((found != BACKGROUND) & (found != (BACKGROUND if void is None else void))))


def likeness(one: int, other: int) -> float:
    """The smaller by the larger, 1 for equal ones."""
    return min(one, other) / max(one, other) if max(one, other) else 1.0


TASKS.register("object-counting")(ObjectCounting())
