"""Panoptic segmentation: every pixel in a segment, things apart from each other, stuff as a whole."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.instances import Instances
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.task_trait import task_params
from granview.core.truth import Truth, required_truth
from granview.core.truths.instances import ReferenceInstances, ReferencePanoptic
from granview.core.unit import Statistics
from granview.scoring import ratios
from granview.scoring.agreement import Agreement
from granview.scoring.class_counts import class_places, relabelled
from granview.scoring.instances.panoptic_quality import match_segments, panoptic_counts, quality
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.object_classes import match_object_classes, uncounted_objects
from granview.tasks.object_scores import (
    KIND,
    no_units,
    object_units,
    pair_objects,
    shared_agreement,
    shared_objects,
)  # fmt: skip
from granview.tasks.object_statistics import NO_CLASS, class_pair_matrix, moved_classes
from granview.tasks.panoptic_columns import (
    AGREEMENT,
    CLASS_COLUMNS,
    CLASS_SIZE,
    COLUMNS,
    GROUPS,
    UNIT_SCORE,
    column_name,
)  # fmt: skip
from granview.tasks.shape_axes import SHAPES, object_axes

_EVERY: Final = frozenset(column.name for column in COLUMNS)


class PanopticSegmentation:
    """The task ``panoptic-segmentation``.

    Its statistics, over a label set of n classes: ``segments`` (n, 4) float64, summed IoU of matches, matches, invented
    and missed segments; ``nature`` (n, 4) int64, things and stuff of the references, crowds among them, and things and
    stuff that were predicted; and the list ``class_pair[]``, as in ``granview.tasks.object_statistics``.
    """

    name: str = "panoptic-segmentation"
    title: str = "Panoptic segmentation"
    short: str = "segments"
    rank: int = 2
    kind: Kind = "image"
    truth_type: type[Truth] = ReferencePanoptic
    inputs: TaskInputs = TaskInputs()
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (
        GrainAxis(
            *(KIND, "Segment size", "px", (0.0, 8.0, 16.0, 32.0, 64.0, 96.0, 128.0, 256.0, 512.0, math.inf)),
            is_root_area=True,
            description="Square root of the segment's area.",
        ),
        *object_axes(KIND),
    )
    columns: tuple[Column, ...] = COLUMNS
    caption_columns: tuple[str, ...] = ("pq",)
    headline: tuple[str, ...] = ("pq",)
    class_columns: tuple[Column, ...] = CLASS_COLUMNS
    class_size: Column | None = CLASS_SIZE
    has_confusion: bool = True
    unit_columns: tuple[str, ...] = ("class", "iou", "x", "y", "w", "h", "area_px", *SHAPES)
    unit_score: Column = UNIT_SCORE
    agreement_column: Column = AGREEMENT

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score segments, which must not overlap each other, against those of the reference.

        Classes are matched as in ``ObjectTask.score``. Where the prediction's segments overlap, or the reference's,
        they are scored with a notice: the quality is defined for segments that do not.

        Raises:
            ShapeError: prediction and reference are of pictures of different size.
        """
        assert isinstance(prediction, Instances)
        truth = required_truth(truth, ReferenceInstances)
        classes = match_object_classes(labels, truth.label_set, params.class_edits)
        lacking = _lacks_masks(prediction, truth.instances)
        if lacking or not classes.is_settled:
            return Scores({}, no_units(), classes.labels, classes.class_map, (*classes.notices, *lacking))
        sure = prediction.surer_than(task_params(self.name, params)["count_confidence"])
        pair, kept = pair_objects(sure, truth, classes, by_mask=True)
        found = match_segments(pair)
        notices = (
            *classes.notices,
            *uncounted_objects(sure.class_ids, classes.of_model(sure.class_ids), labels),
            *_overlapping(sure, "predicted segments"),
            *_overlapping(truth.instances.chosen(~truth.instances.is_crowd), "reference's segments"),
        )
        n = len(classes.labels)
        statistics: dict[str, NDArray[Any]] = {
            "segments": panoptic_counts(found, n),
            "nature": np.concatenate(
                [
                    _nature(pair.reference_class, truth.instances.is_stuff[kept], n),
                    _nature(classes.of_model(sure.class_ids), sure.is_stuff, n),
                ],
                axis=1,
            ),
            "class_pair[]": found.class_pairs(NO_CLASS),
        }
        return Scores(statistics, object_units(truth, kept, found), classes.labels, classes.class_map, notices)

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where it is undefined, such as without any thing."""
        if not statistics:
            return dict.fromkeys(_EVERY)
        is_stuff = _is_stuff(np.asarray(statistics["nature"]))
        groups = {"": np.ones(len(is_stuff), bool), "things": ~is_stuff, "stuff": is_stuff}
        found = dict(zip(("pq", "sq", "rq"), quality(statistics["segments"]), strict=True))
        return {
            column_name(name, group): ratios.mean(values[groups[group]])
            for name, values in found.items()
            for group in GROUPS
        }

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Every column, where anything was compared."""
        return _EVERY if statistics else frozenset()

    def class_metrics(self, statistics: Statistics) -> list[Metrics]:
        """Of each class pq, sq, rq, and segments of the reference."""
        if not statistics:
            return []
        segments = np.asarray(statistics["segments"], np.float64)
        columns = dict(zip(("pq", "sq", "rq"), quality(segments), strict=True))
        columns["segments"] = segments[:, 1] + segments[:, 3]
        return [{name: ratios.or_none(values[i]) for name, values in columns.items()} for i in range(len(segments))]

    def confusion(self, statistics: Statistics) -> NDArray[Any] | None:
        """Segments by the class of what stands for them, (n + 1, n + 1)."""
        return class_pair_matrix(statistics["class_pair[]"], len(statistics["segments"])) if statistics else None

    def relabel(self, statistics: Statistics, labels: LabelSet, wanted: LabelSet) -> dict[str, NDArray[Any]]:
        """The counts and lists in the classes of ``wanted``.

        Raises:
            ValueError: ``wanted`` lacks a class.
        """
        places, n = class_places(labels, wanted), len(wanted)
        sums = {name: relabelled(statistics[name], places, n) for name in ("segments", "nature")}
        return {**statistics, **sums, "class_pair[]": moved_classes(statistics["class_pair[]"], places)}

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """Shared segments, ours and theirs of each joint class, (n, 3) int64; None without a class in common."""
        assert isinstance(ours, Instances)
        assert isinstance(theirs, Instances)
        return shared_objects(ours, our_labels, theirs, their_labels, by_mask=True)

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """F1 of one lane's segments against the other's."""
        return shared_agreement(counts)


def _nature(classes: NDArray[np.int64], is_stuff: NDArray[np.bool_], n: int) -> NDArray[np.int64]:
    each = ((classes >= 0) & which for which in (~is_stuff, is_stuff))
    return np.stack([np.bincount(classes[which], minlength=n) for which in each], axis=1)


def _is_stuff(nature: NDArray[Any]) -> NDArray[np.bool_]:
    """(n,) bool: which classes are stuff by the references; by the predictions where no reference has them."""
    things, stuff, our_things, our_stuff = nature.T
    is_stuff: NDArray[np.bool_] = np.where(things + stuff > 0, stuff > things, our_stuff > our_things)
    return is_stuff


def _lacks_masks(prediction: Instances, there: Instances) -> tuple[str, ...]:
    """Boxes alone are no segments, but a picture without any object has none to be drawn."""
    for side, words in ((there, "The reference"), (prediction, "The model")):
        if side.masks is None and len(side):
            return (f"{words} has boxes alone, so segments cannot be scored; choose the task object-detection.",)
    return ()


def _overlapping(segments: Instances, words: str) -> tuple[str, ...]:
    """A notice where segments lie over each other."""
    if not segments.masks:
        return ()
    n_twice = int(segments.areas_px().sum()) - int(rle.areas([rle.merge(segments.masks)])[0])
    if n_twice <= 0:
        return ()
    return (
        f"{n_twice} px belong to several of the {words}; panoptic quality is defined for segments that do not overlap.",
    )


TASKS.register("panoptic-segmentation")(PanopticSegmentation())
