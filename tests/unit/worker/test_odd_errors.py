"""Whatever one sample makes a model's code raise, only that sample fails, and the lane goes on."""

import contextlib
import multiprocessing
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from granview.core.messages import Explain, Failure, NotExplained, Request, Result, decode_from_worker
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.io.decoder_messages import Decode, Failed, ThumbnailReady, decode_from_decoder
from granview.models.adapter import DEFAULT_PARAMS, NO_WATCHER, ModelOutput, Watcher
from granview.worker import decoder
from granview.worker.batch import Batch, ComputedBatch, DecodedSample, PredictedBatch
from granview.worker.compute_loop import ComputeLoop, Passes
from granview.worker.cost import CostMeter
from granview.worker.explain_loop import ExplainLoop
from granview.worker.in_order_batcher import InOrderBatcher
from granview.worker.length_batcher import LengthBatcher
from granview.worker.outbox import Outbox
from granview.worker.prefetch_loop import PrefetchLoop, RequestReader
from granview.worker.read_sample import read_sample
from granview.worker.request_queue import ExplainQueue, RequestQueue
from granview.worker.result_loop import ResultLoop
from granview.worker.sample_kind import Batcher
from tests.helpers.images import save
from tests.helpers.odd import ODD, Panic
from tests.helpers.words import Words

STAGES = ("length", "batch_key", "preprocess", "forward", "postprocess")
odd_errors = pytest.mark.parametrize("error", ODD, ids=lambda error: type(error).__name__)


class End(BaseException):
    """There is no further job, so that a loop that is to run for ever ends."""


class OddWords(Words):
    """Raises an error over the text ``odd`` at one stage; ``say`` is written by the model in its place."""

    def __init__(self, stage: str, error: BaseException, say: str = "") -> None:
        super().__init__()
        self._stage = stage
        self._error = error
        self._said = say

    def batch_key(self, subject: TextInput) -> Hashable:
        self._meet("batch_key", subject.text)
        return super().batch_key(subject)

    def length(self, sample_input: TextInput) -> int:
        self._meet("length", sample_input.text)
        return super().length(sample_input)

    def preprocess(self, sample_input: Sequence[TextInput], params: RunParams = DEFAULT_PARAMS) -> list[str]:
        self._meet("preprocess", *(one.text for one in sample_input))
        return super().preprocess(sample_input, params)

    def forward(self, batch: list[str], watcher: Watcher = NO_WATCHER) -> list[str]:
        self._meet("forward", *batch)
        return [self._said if text == "odd" and self._said else text for text in batch]

    def postprocess(self, output: list[str], subjects: Sequence[TextInput], params: RunParams) -> list[ModelOutput]:
        self._meet("postprocess", *output)
        return super().postprocess(output, subjects, params)

    def _meet(self, stage: str, *texts: str) -> None:
        if stage == self._stage and "odd" in texts:
            raise self._error


class UntilEmpty:
    """Gathers until every request was taken."""

    def __init__(self, inner: Batcher, inbox: RequestQueue) -> None:
        self._inner = inner
        self._inbox = inbox

    def next_batch(self) -> list[DecodedSample]:
        held = getattr(self._inner, "_held", None) or getattr(self._inner, "_carried", None)
        if not held and not self._inbox.waiting():
            raise End
        return self._inner.next_batch()


def queue_of(things: list[Any]) -> Callable[[], Any]:
    def get() -> Any:
        if not things:
            raise End
        return things.pop(0)

    return get


def answers_of(adapter: Words, texts: Sequence[str], batcher: Any = LengthBatcher) -> dict[str, str]:
    """What becomes of each text in a lane whose threads run one after the other: ``ok``, or its failure's words."""
    heard, far = multiprocessing.Pipe(duplex=False)
    inbox, outbox = RequestQueue(), Outbox(far)
    reader = RequestReader(adapter, partial(read_sample, kind="text"), inbox, outbox)
    for number, text in enumerate(texts, 1):
        inbox.put(Request(number, Sample(text, "", kind="text", text=TextInput.of(text))))
    batches: list[Batch] = []
    with contextlib.suppress(End):
        PrefetchLoop(adapter, reader, UntilEmpty(batcher(reader, 2), inbox)).work(batches.append)
    computed: list[ComputedBatch | PredictedBatch] = []
    meter = CostMeter(adapter)
    passes = Passes(adapter, False, inbox, outbox, contextlib.nullcontext(1), meter)  # type: ignore[arg-type]
    with contextlib.suppress(End):
        ComputeLoop(adapter, outbox, passes).work(queue_of(batches), computed.append)
    with contextlib.suppress(End):
        ResultLoop(adapter, adapter.task, inbox, outbox, meter).work(queue_of(computed))
    return dict(_outcomes(heard))


def _outcomes(heard: Any) -> Iterator[tuple[str, str]]:
    while heard.poll():
        match decode_from_worker(heard.recv_bytes()):
            case Failure(_, sample, error):
                yield sample.name, error
            case Result(_, sample):
                yield sample.name, "ok"


@odd_errors
@pytest.mark.parametrize("stage", STAGES)
def test_one_text_fails_and_the_others_are_answered(stage: str, error: BaseException) -> None:
    found = answers_of(OddWords(stage, error), ["a", "odd", "b c", "d e f"])
    assert found.pop("odd").startswith("odd cannot be ")
    assert found == {"a": "ok", "b c": "ok", "d e f": "ok"}


def test_a_key_that_cannot_be_told_costs_one_sample_where_neighbours_share_a_pass() -> None:
    found = answers_of(OddWords("batch_key", Panic("x")), ["a", "odd", "b"], InOrderBatcher)
    assert found == {"a": "ok", "odd": "odd cannot be preprocessed: Panic: x.", "b": "ok"}


def test_samples_that_can_be_prepared_alone_and_not_together_are_run_alone() -> None:
    class Unsociable(Words):
        def preprocess(self, sample_input: Sequence[TextInput], params: RunParams = DEFAULT_PARAMS) -> list[str]:
            if len(sample_input) > 1:
                raise Panic("not together")
            return super().preprocess(sample_input, params)

    assert answers_of(Unsociable(), ["a", "b", "c"]) == {"a": "ok", "b": "ok", "c": "ok"}


def test_an_answer_that_cannot_be_sent_is_told_as_a_failure() -> None:
    found = answers_of(OddWords("nowhere", Panic(), say="\ud800"), ["a", "odd", "b"])
    assert "odd cannot be answered: UnicodeEncodeError" in found.pop("odd")
    assert found == {"a": "ok", "b": "ok"}


@odd_errors
def test_a_question_that_fails_is_answered_and_so_is_the_next(error: BaseException) -> None:
    heard, far = multiprocessing.Pipe(duplex=False)

    class Box(ExplainQueue):
        def take(self) -> Explain:
            if not self._requests:
                raise End
            return super().take()

    def new_explainer() -> Any:
        raise error

    box = Box()
    for number in (1, 2):
        box.put(Explain(number, Sample("a", "", kind="text", text=TextInput.of("a"))))
    with contextlib.suppress(End):
        ExplainLoop(new_explainer, partial(read_sample, kind="text"), box, Outbox(far)).work()
    told = [decode_from_worker(heard.recv_bytes()) for _ in range(2)]
    assert [(type(one), one.request_id) for one in told] == [(NotExplained, 1), (NotExplained, 2)]  # type: ignore[union-attr]


@odd_errors
def test_the_decoder_shows_the_next_picture(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(tmp_path / "good.png")
    read = decoder.read_thumbnail

    def odd(path: Path, *rest: Any) -> Any:
        if path.name == "odd.png":
            raise error
        return read(path, *rest)

    class Orders:
        get = staticmethod(queue_of([Decode(1, str(tmp_path / "odd.png"), 8), Decode(2, str(path), 8)]))

    monkeypatch.setattr(decoder, "read_thumbnail", odd)
    heard, far = multiprocessing.Pipe(duplex=False)
    own = decoder._Decoder(far)
    own._wanted |= {1, 2}
    with contextlib.suppress(End):
        own._work(Orders())  # type: ignore[arg-type]
    failed, done = (decode_from_decoder(heard.recv_bytes()) for _ in range(2))
    assert isinstance(failed, Failed)
    assert failed.error.startswith("odd.png cannot be shown: ")
    assert isinstance(done, ThumbnailReady)
