"""Masks of what is pointed at: how well each covers the object that is meant, and what was spent to say it."""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.prompted_masks import PromptedMasks
from granview.core.rle import Rle
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.truth import Truth, required_truth
from granview.core.truths.instances import ReferenceInstances
from granview.core.unit import Statistics, UnitTable
from granview.scoring.agreement import Agreement
from granview.scoring.prompt_targets import MaskedObjects, mask_iou, target_of
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.classless import NO_CLASSES, Classless
from granview.tasks.unscored import NOTHING_SCORED

_TARGET: Final = (
    "A prompt means the object whose box overlaps its own most; without a box, the smallest object that holds its "
    "first point; by a phrase, all objects of that class. Prompts that mean nothing of the reference are not scored."
)
_COLUMNS: Final = (
    Column(
        "iou",
        "IoU",
        better="higher",
        description=f"Intersection over union with the object that is meant, mean over prompts; 0 without a mask. "
        f"{_TARGET}",
    ),
    Column(
        "iou_50",
        "IoU ≥ 0.5",
        better="higher",
        description=f"Share of prompts answered by an IoU of 0.5 or more. {_TARGET}",
    ),
    Column(
        "iou_75",
        "IoU ≥ 0.75",
        better="higher",
        description=f"Share of prompts answered by an IoU of 0.75 or more. {_TARGET}",
    ),
    Column(
        "prompts_spent",
        "Spent",
        better="lower",
        digits=2,
        description="Points, boxes and phrases given for each object; mean over prompts that are scored.",
    ),
    Column(
        "expected_error",
        "Expected IoU off by",
        better="lower",
        description="How far the model's own score of its best mask lies from the IoU that it has, without sign; mean "
        "over prompts with a mask.",
    ),
)
_KINDS: Final = ("object",)
_EXTRA: Final = ("x", "y", "w", "h", "area_px", "spent")


class MaskGeneration(Classless):
    """The task ``mask-generation``.

    Its statistics are float64: ``prompts`` (5,), summed IoU, prompts with IoU of 0.5 and of 0.75 or more, prompts
    spent, and scored prompts; ``expected`` (2,), summed error of the model's own scores, and masks.
    """

    name: str = "mask-generation"
    title: str = "Prompted masks"
    short: str = "prompted"
    rank: int = 4
    kind: Kind = "image"
    truth_type: type[Truth] = ReferenceInstances
    inputs: TaskInputs = TaskInputs()
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (
        GrainAxis(
            *("object", "Object size", "px", (0.0, 4.0, 8.0, 16.0, 32.0, 64.0, 96.0, 192.0, math.inf)),
            is_root_area=True,
            description="Square root of the object's area.",
        ),
    )
    columns: tuple[Column, ...] = _COLUMNS
    caption_columns: tuple[str, ...] = ("iou", "prompts_spent")
    headline: tuple[str, ...] = ("iou",)
    unit_columns: tuple[str, ...] = _EXTRA
    unit_score: Column = Column(
        "score", "IoU", better="higher", description="Intersection over union with the object that the prompt means."
    )
    agreement_column: Column = Column(
        "agreement",
        "Agreement",
        better="higher",
        description="IoU of the best masks of two lanes for the same prompt, mean over prompts and over each other "
        "lane. It needs no reference.",
    )

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Compare each prompt's mask with the object that the prompt means; units are the prompts that mean one.

        A phrase is answered by all its masks together, points and a box by the mask that the model finds best.
        """
        assert isinstance(prediction, PromptedMasks)
        truth = required_truth(truth, ReferenceInstances)
        if truth.instances.masks is None:
            notice = f"The reference has boxes alone, and masks are compared with outlines; {NOTHING_SCORED}."
            return Scores({}, _units([], []), NO_CLASSES, notices=(notice, *truth.notices))
        objects = _objects(truth)
        meant = [(place, target_of(prompt, objects)) for place, prompt in enumerate(prediction.prompts)]
        scored = [(place, target) for place, target in meant if target is not None]
        compared = [_compared_mask(prediction, place) for place, _ in scored]
        iou = np.array([_overlap(mask, target) for mask, (_, target) in zip(compared, scored, strict=True)])
        spent = [prediction.prompts[place].n_prompts for place, _ in scored]
        counts = np.array([iou.sum(), (iou >= 0.5).sum(), (iou >= 0.75).sum(), sum(spent), len(scored)], np.float64)
        expected = _expected(prediction, [place for place, _ in scored], iou)
        units = _units([target for _, target in scored], spent, iou)
        return Scores({"prompts": counts, "expected": expected}, units, NO_CLASSES, notices=_notices(meant))

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where nothing of it was scored."""
        if not statistics or not statistics["prompts"][-1]:
            return dict.fromkeys(column.name for column in self.columns)
        *sums, n = statistics["prompts"].tolist()
        error, n_masks = statistics["expected"].tolist()
        values = [*(total / n for total in sums), error / n_masks if n_masks else None]
        return {column.name: value for column, value in zip(self.columns, values, strict=True)}

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Every column, where a prompt means something of the reference."""
        is_scored = bool(statistics) and bool(statistics["prompts"][-1])
        return frozenset(column.name for column in self.columns) if is_scored else frozenset()

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """Summed IoU of both lanes' answers and prompts, (2,) float64; None if they were asked differently."""
        assert isinstance(ours, PromptedMasks)
        assert isinstance(theirs, PromptedMasks)
        if ours.prompts != theirs.prompts or ours.size != theirs.size:
            return None
        pairs = [(_compared_mask(ours, place), _compared_mask(theirs, place)) for place in range(len(ours.prompts))]
        shared = [1.0 if one is other is None else _overlap(one, other) for one, other in pairs]
        return np.array([sum(shared), len(pairs)], np.float64)

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """Mean IoU of two lanes' answers."""
        shared, n = counts.tolist()
        return Agreement(shared / n, 1 - shared / n) if n else Agreement(None, None)


def _objects(truth: ReferenceInstances) -> MaskedObjects:
    known = truth.instances.chosen(~truth.instances.is_crowd)
    return MaskedObjects(known.masks or (), known.boxes_xyxy, known.areas_px(), known.class_ids, truth.label_set)


def _compared_mask(prediction: PromptedMasks, place: int) -> Rle | None:
    """What is compared for a prompt: all masks of a phrase, the best mask of points and a box."""
    prompt = prediction.prompts[place]
    if prompt.points or prompt.box_xyxy is not None:
        return prediction.best_of(place)
    own = [mask for mask, of in zip(prediction.masks, prediction.of_prompt.tolist(), strict=True) if of == place]
    return rle.merge(own) if own else None


def _overlap(one: Rle | None, other: Rle | None) -> float:
    return 0.0 if one is None or other is None else mask_iou(one, other)


def _expected(prediction: PromptedMasks, places: list[int], iou: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far the model's own scores are from the IoU, summed, and how many masks that is."""
    errors = [
        abs(float(prediction.scores[prediction.of_prompt == place].max()) - got)
        for place, got in zip(places, iou.tolist(), strict=True)
        if (prediction.of_prompt == place).any()
    ]
    return np.array([sum(errors), len(errors)], np.float64)


def _notices(meant: list[tuple[int, Rle | None]]) -> tuple[str, ...]:
    lost = sum(target is None for _, target in meant)
    return (f"{lost} of {len(meant)} prompts mean no object of the reference, and are not scored.",) if lost else ()


def _units(targets: list[Rle], spent: list[int], iou: NDArray[np.float64] | None = None) -> UnitTable:
    """A row for each prompt that means an object: the object's size, and the IoU."""
    n, areas = len(targets), rle.areas(targets).astype(np.float64)
    boxes = rle.boxes_xyxy(targets)
    whole = {
        **{name: boxes[:, column].astype(np.int32) for column, name in enumerate(("x", "y"))},
        "w": (boxes[:, 2] - boxes[:, 0]).astype(np.int32),
        "h": (boxes[:, 3] - boxes[:, 1]).astype(np.int32),
        "area_px": areas.astype(np.int32),
        "spent": np.array(spent, np.int32),
    }
    score = np.empty(0) if iou is None else iou
    return UnitTable(_KINDS, np.zeros(n, np.uint8), np.sqrt(areas).astype(np.float32), score.astype(np.float32), whole)


TASKS.register("mask-generation")(MaskGeneration())
