"""What the tasks share in which a model writes a text: its score against targets, and against cases for code."""

import math
from collections.abc import Collection
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.generated_text import GeneratedText
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.text import TextReference
from granview.core.truth import Truth, required_truth
from granview.core.truths.text import ReferenceText
from granview.core.unit import Statistics, UnitTable
from granview.scoring.agreement import Agreement
from granview.scoring.bleu import SIZE as BLEU_SIZE
from granview.scoring.bleu import bleu, bleu_counts
from granview.scoring.chrf import SIZE as CHRF_SIZE
from granview.scoring.chrf import chrf, chrf_counts
from granview.scoring.expression_cases import is_correct
from granview.scoring.expressions import parses
from granview.scoring.rouge import rouge_f
from granview.scoring.text_agreement import writing_agreement, writing_counts
from granview.scoring.words import count_words
from granview.tasks.base import Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.classless import NO_CLASSES, Classless
from granview.tasks.generation_columns import columns_from
from granview.tasks.missing_reference import missing_reference_notice
from granview.tasks.text_units import NESTING, TEXT_MEASURES, sample_units, text_axes, units, word_axis

_BY_BASIS: Final = (
    frozenset({"rouge1", "rouge2", "rouge_l", "chrf", "bleu", "exact_match"}),
    frozenset({"parses", "correct"}),
    frozenset({"perplexity"}),
    frozenset({"input_perplexity"}),
)
"""Columns that rest on targets, on cases, on the target's likelihood, on the input's."""

_NLL_ROWS: Final = ("reference", "input")


class Generation(Classless):
    """A task in which a model writes a text.

    Its statistics are ``rouge`` (4,) float64, summed F-measures of ROUGE-1, -2 and -L, and texts; ``bleu`` (10,) and
    ``chrf`` (18,) int64, sacrebleu's counts; ``exact`` (2,) int64, equal ones, and texts; ``nll`` (2, 2) float64, in
    rows of the target and of the input, summed negative log-likelihood in nats, and tokens; ``code`` (3,) int64, those
    that parse, those that are correct, and texts with cases. What a sample does not have is 0.

    Args:
        name: The task's name.
        title: Its name on screen.
        short: What its models say, in a word.
        rank: Where choosers list it.
        unit_score: By which metric a single text is scored, where the reference has no cases.
        columns: The names of the columns that come first.
        caption_columns: The names of those that captions name.
        facts: What references say for it, see ``TaskInputs``.
    """

    kind: Kind = "text"
    truth_type: type[Truth] = ReferenceText
    writes_text: bool = True
    grain_axes: tuple[GrainAxis, ...] = (
        *(word_axis("target", "Target length"), NESTING),
        *text_axes("target", of_part=True),
    )
    unit_columns: tuple[str, ...] = ("exact", *TEXT_MEASURES)
    agreement_column: Column = Column(
        "agreement",
        "Agreement chrF",
        description="chrF between its texts and those of each other lane, 0 to 1, precision and recall alike, over all "
        "texts that both have; mean over lanes. It needs no reference.",
    )

    def __init__(
        self,
        name: str,
        title: str,
        short: str,
        rank: int,
        unit_score: Literal["rouge_l", "chrf"],
        *columns: str,
        caption_columns: tuple[str, ...],
        facts: Collection[str] = ("targets",),
    ) -> None:
        self.name = name
        self.title = title
        self.short = short
        self.rank = rank
        self.inputs: TaskInputs = TaskInputs(facts=frozenset(facts))
        self.columns: tuple[Column, ...] = columns_from(*columns)
        self.caption_columns = caption_columns
        self.headline: tuple[str, ...] = ("correct", unit_score, "perplexity", "input_perplexity")
        self._unit_score = unit_score
        self.unit_score = _unit_score_column(next(column for column in self.columns if column.name == unit_score))

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score a text against the reference's targets and cases; its likelihood counts without either."""
        assert isinstance(prediction, GeneratedText)
        truth = required_truth(truth, ReferenceText)
        reference = truth.reference
        statistics = _empty() | _nll(prediction)
        if reference.targets:
            statistics |= _against_targets(prediction.text, reference.targets)
        if reference.cases:
            correct = is_correct(prediction.text.strip(), reference.cases)
            statistics["code"] = np.array([parses(prediction.text.strip()), correct, 1], dtype=np.int64)
        if reference.targets or reference.cases:
            return Scores(statistics, self._units(statistics, truth), NO_CLASSES)
        measured = prediction.nll is not None
        nothing = units((), [], [], [], {"exact": np.empty(0, np.int32)})
        notices = () if measured else missing_reference_notice(reference, "targets")
        return Scores(statistics if measured else {}, nothing, NO_CLASSES, notices=notices)

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where it is undefined."""
        if not statistics:
            return dict.fromkeys(column.name for column in self.columns)
        *rouge, n_rouge = statistics["rouge"].tolist()
        equal, n = statistics["exact"].tolist()
        n_parsing, n_correct, n_code = statistics["code"].tolist()
        rouge1, rouge2, rouge_l = (_share(total, n_rouge) for total in rouge)
        return {
            "rouge1": rouge1,
            "rouge2": rouge2,
            "rouge_l": rouge_l,
            "chrf": chrf(statistics["chrf"]) if n else None,
            "bleu": bleu(statistics["bleu"], of_one=n == 1) if n else None,
            "exact_match": _share(equal, n),
            "perplexity": _perplexity(*statistics["nll"][0]),
            "input_perplexity": _perplexity(*statistics["nll"][1]),
            "parses": _share(n_parsing, n_code),
            "correct": _share(n_correct, n_code),
        }

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Overlaps and exact match where there are targets, code's where there are cases, perplexity where measured."""
        if not statistics:
            return frozenset()
        (_, reference_tokens), (_, input_tokens) = statistics["nll"]
        there = (statistics["exact"][1], statistics["code"][2], reference_tokens, input_tokens)
        return frozenset().union(*(names for names, n in zip(_BY_BASIS, there, strict=True) if n))

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """What chrF between two texts is made of: (20,) int64."""
        assert isinstance(ours, GeneratedText)
        assert isinstance(theirs, GeneratedText)
        return writing_counts(ours.text, theirs.text)

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """The chrF between the lanes, 0 to 1."""
        return writing_agreement(counts)

    def _units(self, statistics: Statistics, truth: ReferenceText) -> UnitTable:
        reference = truth.reference
        of_one = self.metrics(statistics)
        score = of_one["correct"] if reference.cases else of_one[self._unit_score]
        top = next(column.top for column in self.columns if column.name == self._unit_score)
        scaled = (score or 0.0) / (1.0 if reference.cases else top)
        extra = {"exact": int(statistics["exact"][0])}
        grain = count_words(_measured_text(truth.text_input.text, reference))
        return sample_units("target", grain, reference.grain, scaled, truth.text_input, extra)


def _unit_score_column(column: Column) -> Column:
    words = "1 for a text whose expression has the right value for every case, else 0, where the reference has cases."
    scale = f", divided by {column.top:g}" if column.top != 1 else ""
    return Column(
        "score",
        "Score",
        better="higher",
        description=f"{words} Else {column.title} of the text{scale}. {column.description}",
    )


def _measured_text(own_text: str, reference: TextReference) -> str:
    """The first target; the text itself where there are cases alone."""
    return reference.targets[0] if reference.targets else own_text


def _empty() -> dict[str, NDArray[Any]]:
    return {
        "rouge": np.zeros(4),
        "bleu": np.zeros(BLEU_SIZE, np.int64),
        "chrf": np.zeros(CHRF_SIZE, np.int64),
        "exact": np.zeros(2, np.int64),
        "nll": np.zeros((2, 2)),
        "code": np.zeros(3, np.int64),
    }


def _against_targets(text: str, targets: tuple[str, ...]) -> dict[str, NDArray[Any]]:
    equal = text.strip() in {target.strip() for target in targets}
    return {
        "rouge": np.append(rouge_f(text, targets), 1.0),
        "bleu": bleu_counts(text, targets),
        "chrf": chrf_counts(text, targets),
        "exact": np.array([equal, 1], dtype=np.int64),
    }


def _nll(prediction: GeneratedText) -> dict[str, NDArray[Any]]:
    sums = np.zeros((2, 2))
    if prediction.nll is not None and prediction.nll_of in _NLL_ROWS:
        sums[_NLL_ROWS.index(prediction.nll_of)] = prediction.nll, prediction.nll_tokens
    return {"nll": sums}


def _perplexity(nll: float, tokens: float) -> float | None:
    """Exponential of the mean negative log-likelihood (Jelinek et al. 1977); None if it has no value."""
    if not tokens:
        return None
    mean = float(nll / tokens)
    return math.exp(mean) if mean < math.log(np.finfo(np.float64).max) else None


def _share(total: float, n: float) -> float | None:
    return float(total / n) if n else None
