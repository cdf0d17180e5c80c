"""Questions about what the model says, answered between its batches, in passes of their own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn, Protocol

from granview.core.errors import GranViewError
from granview.core.explain_facts import ExplainFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation
from granview.core.image_params import ImageParams
from granview.core.messages import Explain, Explained, NotExplained, Request, RunParams
from granview.core.sample_kind import Kind
from granview.core.trouble import in_words, serve
from granview.worker.batch import Decoded
from granview.worker.outbox import Outbox
from granview.worker.questions import QuestionBox
from granview.worker.reading import read_sample


class Explainer(Protocol):
    """Explains one adapter's samples; see ``granview.explain.explainer``."""

    def facts(self, key: str, given: object, written: str | None, cancelled: Callable[[], bool]) -> ExplainFacts:
        """What can be asked about a sample, which ``key`` names."""
        ...

    def answer(
        self, key: str, given: object, written: str | None, query: ExplainQuery, cancelled: Callable[[], bool]
    ) -> Explanation:
        """The answer to a query about a sample."""
        ...


class Explaining:
    """Answers questions, one after another.

    Args:
        new_explainer: Makes the explainer when the first question comes.
        kind: The kind of samples that the model takes.
        questions: Where questions come from.
        outbox: Where answers go.
    """

    def __init__(
        self, new_explainer: Callable[[], Explainer], kind: Kind, questions: QuestionBox, outbox: Outbox
    ) -> None:
        self._new_explainer = new_explainer
        self._kind: Kind = kind
        self._questions = questions
        self._outbox = outbox
        self._explainer: Explainer | None = None
        self._read: tuple[str, Decoded] | None = None

    def work(self) -> NoReturn:
        """Answer questions for ever."""
        serve(self._questions.take, self._answer, self._fail)

    def _answer(self, question: Explain) -> None:
        answer = self._answered(question)
        if not self._questions.cancelled(question):
            self._outbox.send(answer)

    def _fail(self, question: Explain, error: BaseException) -> None:
        words = in_words(error, "It cannot be explained")
        if not self._questions.cancelled(question):
            self._outbox.send(NotExplained(question.id, words.message, words.hint))

    def _answered(self, question: Explain) -> Explained | NotExplained:
        if self._explainer is None:
            self._explainer = self._new_explainer()
        decoded = self._decoded(question)
        cancelled = partial(self._questions.cancelled, question)
        key = _key(question)
        written = question.written
        facts = self._explainer.facts(key, decoded.given, written, cancelled)
        if question.query is None:
            return Explained(question.id, facts)
        try:
            explanation = self._explainer.answer(key, decoded.given, written, question.query, cancelled)
        except GranViewError as error:
            return NotExplained(question.id, error.message, error.hint, facts)
        return Explained(question.id, facts, explanation.packed())

    def _decoded(self, question: Explain) -> Decoded:
        """The sample; the one asked about last is remembered, since the next question is mostly about it too."""
        key = _key(question)
        if self._read is None or self._read[0] != key:
            params = RunParams(image=ImageParams(range=question.image_range))
            self._read = (key, read_sample(Request(question.id, question.sample, params), self._kind))
        return self._read[1]


def _key(question: Explain) -> str:
    """Equal as long as the sample is the same and is read alike, and its file was not written to."""
    sample = question.sample
    if sample.text is not None:
        return sample.origin
    return f"{sample.origin} {Path(sample.path).stat().st_mtime_ns} {question.image_range or ''}"
