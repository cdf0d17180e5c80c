"""The answer to a question as a span of its context, or that there is none."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.answers import Answers
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.truth import Truth, required_truth
from granview.core.truths.text import ReferenceText
from granview.core.unit import Statistics
from granview.scoring.agreement import Agreement
from granview.scoring.squad_scores import answer_score
from granview.scoring.text_agreement import share_agreement, span_counts
from granview.scoring.words import count_words
from granview.tasks.base import TASKS, Column, GrainAxis, Metrics, Scores, TaskInputs
from granview.tasks.classless import NO_CLASSES, Classless
from granview.tasks.missing_reference import missing_reference_notice
from granview.tasks.text_units import NESTING, TEXT_MEASURES, sample_units, text_axes, units, word_axis

_COLUMNS: Final = (
    Column(
        "squad_em",
        "EM",
        better="higher",
        description="Exact match as SQuAD scores it: share of questions whose answer is one of those accepted, without "
        "regard to case, punctuation and articles.",
    ),
    Column(
        "squad_f1",
        "F1",
        better="higher",
        description="F1 as SQuAD scores it: words shared with the nearest accepted answer, without regard to case, "
        "punctuation and articles, mean over questions; of a question without an answer 1 or 0.",
    ),
    Column(
        "has_answer_f1",
        "F1, answerable",
        better="higher",
        description="F1 as SQuAD scores it, mean over the questions that have an answer.",
    ),
    Column(
        "no_answer_accuracy",
        "No-answer accuracy",
        better="higher",
        description='Share of the questions without an answer of which the model says so: it holds "no answer" for at '
        "least as probable as its best answer.",
    ),
)


class QuestionAnswering(Classless):
    """The task ``question-answering``.

    Its statistic is ``answers``, (2, 3) float64: in rows the questions with and without an answer, in columns the
    summed exact matches, the summed F1, and how many.
    """

    name: str = "question-answering"
    title: str = "Question answering"
    short: str = "answers"
    rank: int = 30
    kind: Kind = "text"
    truth_type: type[Truth] = ReferenceText
    inputs: TaskInputs = TaskInputs(facts=frozenset({"answers"}), needed=frozenset({"question"}))
    writes_text: bool = False
    grain_axes: tuple[GrainAxis, ...] = (
        *(word_axis("answer", "Answer length"), NESTING),
        *text_axes("answer", of_part=True),
    )
    columns: tuple[Column, ...] = _COLUMNS
    caption_columns: tuple[str, ...] = ("squad_em", "squad_f1")
    headline: tuple[str, ...] = ("squad_f1",)
    unit_columns: tuple[str, ...] = ("exact", *TEXT_MEASURES)
    unit_score: Column = Column(
        "score",
        "Score",
        better="higher",
        description="F1 of the answer as SQuAD scores it, against the nearest accepted one; of a question without an "
        "answer 1 where the model says so, else 0.",
    )
    agreement_column: Column = Column(
        "agreement",
        "Agreement",
        description="F1 of the characters that its answer and that of each other lane mark; two that give no answer "
        "agree; mean over lanes and questions. It needs no reference.",
    )

    def score(self, prediction: Prediction, labels: LabelSet, truth: Truth, params: RunParams) -> Scores:
        """Score the best answer against the accepted ones; none accepted means that there is no answer."""
        assert isinstance(prediction, Answers)
        truth = required_truth(truth, ReferenceText)
        accepted = truth.reference.answers
        if accepted is None:
            nothing = units((), [], [], [], {"exact": np.empty(0, np.float32)})
            return Scores({}, nothing, NO_CLASSES, notices=missing_reference_notice(truth.reference, "answers"))
        best = prediction.best
        predicted = "" if best is None else truth.text_input.text[slice(*best)]
        exact, f1 = answer_score(predicted, accepted)
        sums = np.zeros((2, 3))
        sums[0 if accepted else 1] = exact, f1, 1
        grain = min((count_words(answer) for answer in accepted), default=0)
        table = sample_units("answer", grain, truth.reference.grain, f1, truth.text_input, {"exact": exact})
        return Scores({"answers": sums}, table, NO_CLASSES)

    def metrics(self, statistics: Statistics) -> Metrics:
        """The columns' values, each None where there are no such questions."""
        if not statistics:
            return dict.fromkeys(column.name for column in self.columns)
        answerable, unanswerable = statistics["answers"]
        exact, f1, n = answerable + unanswerable
        return {
            "squad_em": _mean(exact, n),
            "squad_f1": _mean(f1, n),
            "has_answer_f1": _mean(answerable[1], answerable[2]),
            "no_answer_accuracy": _mean(unanswerable[0], unanswerable[2]),
        }

    def counted(self, statistics: Statistics) -> frozenset[str]:
        """Exact match and F1, and those of questions with or without an answer for these alone."""
        if not statistics:
            return frozenset()
        _, (_, _, unanswerable) = statistics["answers"]
        return frozenset({"squad_em", "squad_f1", "no_answer_accuracy" if unanswerable else "has_answer_f1"})

    def agreement_counts(
        self, ours: Prediction, our_labels: LabelSet, theirs: Prediction, their_labels: LabelSet
    ) -> NDArray[Any] | None:
        """F1 of the marked characters, and one question: (2,) float64."""
        assert isinstance(ours, Answers)
        assert isinstance(theirs, Answers)
        return span_counts(ours.best, theirs.best)

    def agreement(self, counts: NDArray[Any]) -> Agreement:
        """Mean F1 of the marked characters."""
        return share_agreement(counts)


def _mean(total: float, n: float) -> float | None:
    return float(total / n) if n else None


TASKS.register("question-answering")(QuestionAnswering())
