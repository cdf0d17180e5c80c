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
from granview.core.messages import Explain, Explained, NotExplained, Request
from granview.core.readable_errors import readable_error
from granview.core.resilient_loops import serve_jobs
from granview.core.run_params import RunParams
from granview.io.page_address import file_of
from granview.worker.batch import DecodedSample
from granview.worker.outbox import Outbox
from granview.worker.prefetch_loop import ReadSample
from granview.worker.request_queue import ExplainQueue


class Explainer(Protocol):
    """Explains one adapter's samples; see ``granview.explain.explainer``."""

    def facts(self, key: str, sample_input: object, written: str | None, cancelled: Callable[[], bool]) -> ExplainFacts:
        """What can be asked about a sample, which ``key`` names."""
        ...

    def explain(
        self, key: str, sample_input: object, written: str | None, query: ExplainQuery, cancelled: Callable[[], bool]
    ) -> Explanation:
        """The answer to a query about a sample."""
        ...


class ExplainLoop:
    """Answers questions, one after another.

    Args:
        new_explainer: Makes the explainer when the first question comes.
        read: Reads the sample of a request, as ``read_sample`` does.
        queue: Where questions come from.
        outbox: Where answers go.
    """

    def __init__(
        self,
        new_explainer: Callable[[], Explainer],
        read: ReadSample,
        queue: ExplainQueue,
        outbox: Outbox,
    ) -> None:
        self._new_explainer = new_explainer
        self._read_sample = read
        self._queue = queue
        self._outbox = outbox
        self._explainer: Explainer | None = None
        self._read: tuple[str, DecodedSample] | None = None

    def work(self) -> NoReturn:
        """Answer questions for ever."""
        serve_jobs(self._queue.take, self._explain, self._fail)

    def _explain(self, request: Explain) -> None:
        reply = self._reply_to(request)
        if not self._queue.cancelled(request):
            self._outbox.send(reply)

    def _fail(self, request: Explain, error: BaseException) -> None:
        words = readable_error(error, "It cannot be explained")
        if not self._queue.cancelled(request):
            self._outbox.send(NotExplained(request.id, words.message, words.hint))

    def _reply_to(self, request: Explain) -> Explained | NotExplained:
        if self._explainer is None:
            self._explainer = self._new_explainer()
        decoded = self._decoded(request)
        cancelled = partial(self._queue.cancelled, request)
        key = _key(request)
        written = request.written
        facts = self._explainer.facts(key, decoded.sample_input, written, cancelled)
        if request.query is None:
            return Explained(request.id, facts)
        try:
            explanation = self._explainer.explain(key, decoded.sample_input, written, request.query, cancelled)
        except GranViewError as error:
            return NotExplained(request.id, error.message, error.hint, facts)
        return Explained(request.id, facts, explanation.packed())

    def _decoded(self, request: Explain) -> DecodedSample:
        """The sample; the one asked about last is remembered, since the next question is mostly about it too."""
        key = _key(request)
        if self._read is None or self._read[0] != key:
            params = RunParams(image=ImageParams(range=request.image_range))
            self._read = (key, self._read_sample(Request(request.id, request.sample, params)))
        return self._read[1]


def _key(request: Explain) -> str:
    """Equal as long as the sample is the same and is read alike, and its file was not written to."""
    sample = request.sample
    if sample.text is not None:
        return sample.origin
    return f"{sample.origin} {file_of(Path(sample.path)).stat().st_mtime_ns} {request.image_range or ''}"
