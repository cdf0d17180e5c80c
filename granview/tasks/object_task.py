"""What the tasks that find single objects share: boxes and masks are scored alike, but for how far they overlap."""

import math
from typing import Any, Final

from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.instances import Instances
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.task_trait import task_params
from granview.core.truth import Truth, required_truth
from granview.core.truths.instances import ReferenceInstances
from granview.core.unit import Statistics
from granview.scoring.agreement import Agreement
from granview.scoring.instances.counting import count_objects
from granview.tasks.base import Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.object_classes import match_object_classes, uncounted_objects
from granview.tasks.object_columns import AGREEMENT, CLASS_COLUMNS, CLASS_SIZE, COLUMNS, UNIT_SCORE
from granview.tasks.object_scores import (
    KIND,
    no_units,
    object_units,
    pair_objects,
    shared_agreement,
    shared_objects,
)  # fmt: skip
from granview.tasks.object_statistics import (
    in_labels,
    object_class_metrics,
    object_confusion,
    object_metrics,
    object_statistics,
)  # fmt: skip
from granview.tasks.shape_axes import SHAPES, object_axes

OBJECT_SIZE: Final = GrainAxis(
    *(KIND, "Object size", "px", (0.0, 8.0, 16.0, 32.0, 64.0, 96.0, 128.0, 256.0, math.inf)),
    is_root_area=True,
    description="Square root of the object's area.",
)
"""The square root of an object's area, with the bounds of COCO's small, medium and large objects among the edges."""


_EVERY: Final = frozenset(column.name for column in COLUMNS)


class ObjectTask:
    """A task that finds single objects; its statistics are those of ``granview.tasks.object_statistics``."""

    kind: Kind = "image"
    truth_type: type[Truth] = ReferenceInstances
    inputs: TaskInputs = TaskInputs()
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (OBJECT_SIZE, *object_axes(KIND))
    columns: tuple[Column, ...] = COLUMNS
    caption_columns: tuple[str, ...] = ("ap50", "f1")
    headline: tuple[str, ...] = ("ap",)
    class_columns: tuple[Column, ...] = CLASS_COLUMNS
    class_size: Column | None = CLASS_SIZE
    has_confusion: bool = True
    unit_columns: tuple[str, ...] = ("class", "iou", "x", "y", "w", "h", "area_px", *SHAPES)
    unit_score: Column = UNIT_SCORE
    agreement_column: Column = AGREEMENT

    def __init__(self, name: str, title: str, short: str, rank: int, by_mask: bool) -> None:
        """Declare a task.

        Args:
            name: Its name on the hub.
            title: Its name on screen.
            short: What its models say, in a word.
            rank: Where choosers list it.
            by_mask: Whether masks are compared, and not boxes.
        """
        self.name, self.title, self.short, self.rank = name, title, short, rank
        self._by_mask = by_mask

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score objects against those of the reference.

        Classes are matched by name, with the edits of ``params``; where one side has but the class ``object``, all are
        of that one. What is of a class that the reference does not have counts for nothing. Where too few classes
        match, or masks are asked for and there are none, the scores are empty, with a notice.

        Raises:
            ShapeError: prediction and reference are of pictures of different size.
        """
        assert isinstance(prediction, Instances)
        truth = required_truth(truth, ReferenceInstances).things()
        classes = match_object_classes(labels, truth.label_set, params.class_edits)
        lacking = self._lacks_masks(prediction, truth.instances)
        if lacking or not classes.is_settled:
            return Scores({}, no_units(), classes.labels, classes.class_map, (*classes.notices, *lacking))
        own = task_params(self.name, params)
        pair, kept = pair_objects(prediction, truth, classes, self._by_mask)
        counted = count_objects(pair.at_confidence(own["count_confidence"]), own["iou_threshold"])
        sure = prediction.surer_than(own["count_confidence"]).class_ids
        notices = (*classes.notices, *uncounted_objects(sure, classes.of_model(sure), labels))
        statistics = object_statistics(pair, counted, len(classes.labels), own["max_detections"])
        return Scores(statistics, object_units(truth, kept, counted), classes.labels, classes.class_map, notices)

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where it is undefined."""
        return object_metrics(statistics) if statistics else dict.fromkeys(_EVERY)

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Every column, where anything was compared: what is found in a picture without objects is wrong."""
        return _EVERY if statistics else frozenset()

    def class_metrics(self, statistics: Statistics) -> list[Metrics]:
        """Of each class AP, recall, what is counted, and how many objects there are."""
        return object_class_metrics(statistics) if statistics else []

    def confusion(self, statistics: Statistics) -> NDArray[Any] | None:
        """Objects by the class of what stands for them, (n + 1, n + 1)."""
        return object_confusion(statistics) if statistics else None

    def relabel(self, statistics: Statistics, labels: LabelSet, wanted: LabelSet) -> dict[str, NDArray[Any]]:
        """The counts and lists in the classes of ``wanted``.

        Raises:
            ValueError: ``wanted`` lacks a class.
        """
        return in_labels(statistics, labels, wanted)

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """Shared objects, ours and theirs of each joint class, (n, 3) int64; None without a class in common."""
        assert isinstance(ours, Instances)
        assert isinstance(theirs, Instances)
        return shared_objects(ours, our_labels, theirs, their_labels, self._by_mask)

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """F1 of one lane's objects against the other's."""
        return shared_agreement(counts)

    def _lacks_masks(self, prediction: Instances, there: Instances) -> tuple[str, ...]:
        if not self._by_mask:
            return ()
        if there.masks is None and len(there):
            return ("The reference has boxes alone, so outlines cannot be scored; choose the task object-detection.",)
        if prediction.masks is None and len(prediction):
            return ("The model says boxes alone, so its outlines cannot be scored; choose the task object-detection.",)
        return ()
