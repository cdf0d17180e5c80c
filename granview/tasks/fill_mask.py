"""The words that belong in the place of masks."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.truth import Truth, required_truth
from granview.core.truths.text import ReferenceText
from granview.core.unit import Statistics, UnitTable
from granview.scoring.agreement import Agreement
from granview.scoring.text_agreement import share_agreement
from granview.scoring.words import count_words
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.classless import NO_CLASSES, Classless
from granview.tasks.missing_reference import missing_reference_notice
from granview.tasks.text_units import TEXT_MEASURES, repeated_columns, text_axes, text_measures, units, word_axis

_KINDS: Final = ("mask",)
_COLUMNS: Final = (
    Column(
        "accuracy_at_1",
        "Accuracy@1",
        better="higher",
        description="Share of masks, of all texts together, whose most probable word is the right one, without "
        "regard to case and white space.",
    ),
    Column(
        "accuracy_at_k",
        "Accuracy@k",
        better="higher",
        description="Share of masks, of all texts together, with the right word among the candidates that the run "
        "keeps, k of them (5 if not chosen).",
    ),
    Column(
        "mrr",
        "MRR",
        better="higher",
        description="Mean reciprocal rank of the right word among the candidates that the run keeps; 0 where it is "
        "none of them. Mean over the masks of all texts.",
    ),
)


class FillMask(Classless):
    """The task ``fill-mask``.

    Its statistic is ``masks`` (4,) float64: right at the first place, right at any, summed reciprocal ranks, masks.
    """

    name: str = "fill-mask"
    title: str = "Fill mask"
    short: str = "words"
    rank: int = 80
    kind: Kind = "text"
    truth_type: type[Truth] = ReferenceText
    inputs: TaskInputs = TaskInputs(facts=frozenset({"targets"}))
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (word_axis("mask", "Text length"), *text_axes("mask"))
    columns: tuple[Column, ...] = _COLUMNS
    caption_columns: tuple[str, ...] = ("accuracy_at_1", "mrr")
    headline: tuple[str, ...] = ("accuracy_at_1",)
    unit_columns: tuple[str, ...] = ("start", "end", "rank", *TEXT_MEASURES)
    unit_score: Column = Column(
        "score", "Score", better="higher", description="1 for a mask whose most probable word is the right one, else 0."
    )
    agreement_column: Column = Column(
        "agreement",
        "Agreement",
        description="Share of masks for which its most probable word is that of each other lane; mean over lanes. It "
        "needs no reference.",
    )

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score candidates against the reference's targets, of which each mask has one, in their order."""
        assert isinstance(prediction, FilledMasks)
        truth = required_truth(truth, ReferenceText)
        targets = truth.reference.targets
        if targets is None:
            return Scores({}, _no_units(), NO_CLASSES, notices=missing_reference_notice(truth.reference, "targets"))
        if len(targets) != len(prediction.words):
            notice = f"The text has {len(prediction.words)} masks, the reference {len(targets)} targets; not scored."
            return Scores({}, _no_units(), NO_CLASSES, notices=(notice,))
        ranks = np.array([_rank(target, row) for target, row in zip(targets, prediction.words, strict=True)], np.int32)
        found = ranks > 0
        reciprocal = np.where(found, 1 / np.maximum(ranks, 1), 0.0)
        sums = np.array([(ranks == 1).sum(), found.sum(), reciprocal.sum(), len(ranks)], dtype=np.float64)
        return Scores({"masks": sums}, _mask_units(prediction, truth, ranks), NO_CLASSES)

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None without masks."""
        if not statistics or not statistics["masks"][3]:
            return dict.fromkeys(column.name for column in self.columns)
        *sums, n = statistics["masks"].tolist()
        return {column.name: total / n for column, total in zip(self.columns, sums, strict=True)}

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Every column, where the text has masks."""
        has_masks = bool(statistics) and bool(statistics["masks"][3])
        return frozenset(column.name for column in self.columns) if has_masks else frozenset()

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """Masks with the same first word, and masks: (2,) float64; None if the lanes found different masks."""
        assert isinstance(ours, FilledMasks)
        assert isinstance(theirs, FilledMasks)
        if len(ours.words) != len(theirs.words):
            return None
        same = [_plain(left[0]) == _plain(right[0]) for left, right in zip(ours.words, theirs.words, strict=True)]
        return np.array([sum(same), len(same)], dtype=np.float64)

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """Share of masks with the same first word."""
        return share_agreement(counts)


def _plain(word: str) -> str:
    return word.strip().casefold()


def _rank(target: str, candidates: tuple[str, ...]) -> int:
    """Place of the right word among the candidates, from 1; 0 where it is none of them."""
    return next((place for place, word in enumerate(candidates, 1) if _plain(word) == _plain(target)), 0)


def _mask_units(prediction: FilledMasks, truth: ReferenceText, ranks: NDArray[np.int32]) -> UnitTable:
    """One row per mask: the text's length as grain, 1 where the first word is right, and the right word's ``rank``."""
    n, n_words = len(ranks), count_words(truth.text_input.text)
    start, end = prediction.spans.T
    extra = {"start": start, "end": end, "rank": ranks, **repeated_columns(text_measures(truth.text_input), n)}
    return units(_KINDS, [0] * n, [n_words] * n, (ranks == 1).astype(float).tolist(), extra)


def _no_units() -> UnitTable:
    nothing = np.empty(0, np.int32)
    return units(_KINDS, [], [], [], dict.fromkeys(("start", "end", "rank"), nothing))


TASKS.register("fill-mask")(FillMask())
