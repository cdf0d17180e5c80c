"""From batches of model input to what the model makes of them: one pass after another, each with the device alone."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import Any, Final, NoReturn

from granview.core.errors import NotFinite
from granview.core.measurements import Timing
from granview.core.messages import Log
from granview.core.readable_errors import first_line
from granview.core.resilient_loops import serve_jobs
from granview.models.adapter import AnyAdapter, ModelOutput, TimedOutput
from granview.models.exhausted_memory import means_exhausted
from granview.worker.batch import Batch, ComputedBatch, DecodedSample, Likelihood, PredictedBatch
from granview.worker.cost import CostMeter
from granview.worker.device_turn import DeviceTurn
from granview.worker.outbox import Outbox
from granview.worker.pass_watcher import PassWatcher
from granview.worker.prefetch_loop import preprocess
from granview.worker.request_queue import RequestQueue
from granview.worker.room_check import RoomCheck
from granview.worker.stopwatch import Stopwatch

_PASSES_AT_MOST: Final = 3
"""Of one batch, whose model may be prepared anew in each of them."""

Put = Callable[[ComputedBatch | PredictedBatch], None]
"""Takes what a batch was made into."""


class Passes:
    """Runs one batch at a time.

    Before the lane's first batch is timed, operations are counted in a pass of its first sample, which also warms the
    model up. A GPU chooses its kernels by shape, and a compiled model is compiled anew for each: there the whole batch
    runs once besides, on a GPU the first one, of a compiled model every one of a new shape.

    On the CPU the turn lasts until the predictions are there: postprocessing would take the cores from a forward pass,
    this lane's next one or another lane's, and so spoil its time. On a GPU it runs beside the next forward pass.
    """

    def __init__(
        self,
        adapter: AnyAdapter,
        compiled: bool,
        inbox: RequestQueue,
        outbox: Outbox,
        turn: DeviceTurn,
        meter: CostMeter,
    ) -> None:
        self._adapter = adapter
        self._compiled = compiled
        self._inbox = inbox
        self._outbox = outbox
        self._turn = turn
        self._meter = meter
        self._room = RoomCheck(adapter)
        self._on_cpu = adapter.facts.device == "cpu"
        self._warm: set[Hashable] = set()

    def run(self, batch: Batch) -> ComputedBatch | PredictedBatch | None:
        """Wait for the device, and run a batch; None when nobody wants it any more. Raises what the model raises."""
        if not self._wanted(batch):
            return None
        with self._turn as turn:
            if not self._wanted(batch):
                return None
            self._room.refuse_too_large(batch)
            self._warm_up(batch)
            output, pass_ms, prepared_ms = self._timed(batch)
            self._room.learn(batch)
            if not self._wanted(batch):
                return None
            likelihoods = [self._likelihood(decoded) for decoded in batch.decoded]
            timed = output if isinstance(output, TimedOutput) else TimedOutput(output, 0.0, pass_ms, 0.0)
            computed = ComputedBatch(
                batch.items,
                timed.output,
                batch.preprocess_ms + timed.preprocess_ms,
                max(timed.forward_ms - prepared_ms, 0.0),
                (),
                likelihoods,
                turn,
                timed.postprocess_ms,
            )
            return postprocessed(self._adapter, computed) if self._on_cpu else computed

    def _timed(self, batch: Batch) -> tuple[Any, float, float]:
        """A pass, its milliseconds, and those of them in which something was compiled or exported; if any, it is rerun.

        A model that is prompted is not: it would answer from what it has kept of the picture.
        """
        for left in reversed(range(_PASSES_AT_MOST)):
            before_s = self._adapter.prepare_s
            with self._meter.energy(), Stopwatch() as watch:
                output = self._adapter.forward(batch.data, PassWatcher(batch.items, self._inbox, self._outbox))
                self._adapter.synchronize()
            prepared_s = self._adapter.prepare_s - before_s
            if not prepared_s or not left or self._adapter.takes_prompts or not self._wanted(batch):
                break
            self._meter.forget_pass()
        return output, watch.ms, 1e3 * prepared_s

    def _likelihood(self, decoded: DecodedSample) -> Likelihood | NotFinite | None:
        """How likely the model finds the sample's first target; None where there is none, or it does not write."""
        reference = decoded.item.sample.reference
        targets = None if reference is None or reference.text is None else reference.text.targets
        if not targets or self._inbox.cancelled(decoded.item.request):
            return None
        try:
            return self._adapter.likelihood(decoded.sample_input, targets[0], decoded.item.request.params)
        except NotFinite as error:
            return error
        except BaseException as error:  # noqa: BLE001  what the model wrote is its answer all the same
            words = f"How likely {decoded.item.sample.name}'s reference is cannot be computed: {first_line(error)}."
            self._outbox.send(Log("warning", words))
            return None

    def _wanted(self, batch: Batch) -> bool:
        return not all(self._inbox.cancelled(item.request) for item in batch.items)

    def _warm_up(self, batch: Batch) -> None:
        if batch.key in self._warm or (self._warm and not self._compiled):
            return
        counted = not self._warm and self._count(batch)
        if self._compiled or not counted or (not self._on_cpu and len(batch.decoded) > 1):
            self._adapter.warm_up(batch.data)
        self._adapter.synchronize()
        self._warm.add(batch.key)

    def _count(self, batch: Batch) -> bool:
        """Count the operations of a batch's first sample; whether that ran the model."""
        try:
            one = batch if len(batch.decoded) == 1 else preprocess(self._adapter, batch.decoded[:1])
            self._meter.count_flops(one.data)
        except BaseException as error:  # noqa: BLE001  a model that cannot be counted can still be run
            self._outbox.send(Log("warning", f"Operations cannot be counted: {first_line(error)}."))
            return False
        return True


class NoPasses:
    """For a lane that runs no model: what was prepared is the prediction already, and nothing is timed.

    Args:
        adapter: The lane.
    """

    def __init__(self, adapter: AnyAdapter) -> None:
        self._adapter = adapter

    def run(self, batch: Batch) -> PredictedBatch:
        """The predictions, without a turn on the device."""
        subjects = [item.subject for item in batch.items]
        predictions = self._adapter.postprocess(batch.data, subjects, batch.items[0].request.params)
        return PredictedBatch(batch.items, predictions, Timing())


def postprocessed(adapter: AnyAdapter, computed: ComputedBatch) -> PredictedBatch:
    """Model output as predictions, at the samples' own sizes."""
    n = len(computed.items)
    with Stopwatch() as watch:
        subjects = [item.subject for item in computed.items]
        model_output = adapter.postprocess(computed.output, subjects, computed.items[0].request.params)
    model_output = [_with_likelihood(*pair) for pair in zip_longest(model_output, computed.likelihoods)]
    postprocess_ms = computed.postprocess_ms + watch.ms
    timing = Timing(computed.preprocess_ms / n, computed.forward_ms / n, postprocess_ms / n, batch_size=n)
    return PredictedBatch(computed.items, model_output, timing, computed.notices, computed.turn)


def _with_likelihood(
    model_output: ModelOutput | NotFinite, likelihood: Likelihood | NotFinite | None
) -> ModelOutput | NotFinite:
    """What was said, with how likely the reference is to the model; an error where either are no numbers."""
    if isinstance(likelihood, NotFinite):
        return likelihood
    if likelihood is None or isinstance(model_output, NotFinite):
        return model_output
    return replace(model_output, prediction=model_output.prediction.with_likelihood(*likelihood))


class ComputeLoop:
    """Runs batches; what cannot be run together is run apart.

    A batch that does not fit into memory is halved, until it fits or one sample is left, and later batches of its like
    are made no larger than what fitted; one sample is run in parts where its model can. Where a pass of several samples
    fails otherwise, they run one by one, so that one of them spoils no other.
    """

    def __init__(self, adapter: AnyAdapter, outbox: Outbox, passes: Passes | NoPasses) -> None:
        self._adapter = adapter
        self._outbox = outbox
        self._passes = passes
        self._most: dict[Hashable, tuple[int, str]] = {}

    def work(self, get: Callable[[], Batch], put: Put) -> NoReturn:
        """Run batches for ever."""
        serve_jobs(get, lambda batch: self._run_into(batch, put), self._fail)

    def _run_into(self, batch: Batch, put: Put) -> None:
        most, words = self._most.get(_like(batch), (len(batch.decoded), ""))
        if len(batch.decoded) <= most:
            self._run(batch, put, ())
        else:
            self._run_apart(batch, most, words, put)

    def _fail(self, batch: Batch, error: BaseException) -> None:
        for item in batch.items:
            self._outbox.fail(item.request, error, "be run")

    def _run(self, batch: Batch, put: Put, notices: tuple[str, ...]) -> None:
        try:
            computed = self._passes.run(batch)
        except BaseException as error:  # noqa: BLE001  whatever a model's code raises is told to the user
            retry = self._retry(batch, error, put)
            if retry is None:
                self._fail(batch, error)
                return
        else:
            if computed is not None:
                put(replace(computed, notices=(*computed.notices, *notices)))
            return
        self._adapter.give_back_memory()  # by now nothing holds on to what the failed pass had
        retry()

    def _retry(self, batch: Batch, error: BaseException, put: Put) -> Callable[[], None] | None:
        """What to do instead of a pass that failed; None where nothing else can be done."""
        if len(batch.decoded) > 1:
            size, words = self._smaller(batch, error)
            self._outbox.send(Log("warning", words))
            return partial(self._run_apart, batch, size, words, put)
        parted = self._parted(batch) if means_exhausted(error) else None
        if parted is None:
            return None
        words = f"It did not fit into memory as a whole, and was run in parts: {first_line(error)}."
        return partial(self._run, parted, put, (words,))

    def _parted(self, batch: Batch) -> Batch | None:
        """A batch of one sample whose passes are smaller; None where its model has no such."""
        if batch.is_parted:
            return None
        decoded = batch.decoded[0]
        data = self._adapter.prepared_smaller(decoded.sample_input, decoded.item.request.params)
        return None if data is None else replace(batch, key=("in parts", batch.key), data=data, is_parted=True)

    def _smaller(self, batch: Batch, error: BaseException) -> tuple[int, str]:
        """How many samples to run together after a pass of more has failed, and what is said of it."""
        count = len(batch.decoded)
        if not means_exhausted(error):
            return 1, f"A batch of {count} failed, and was run one by one: {first_line(error)}."
        size = (count + 1) // 2
        words = f"A batch of {count} did not fit into memory, and was run as batches of {size}: {first_line(error)}."
        self._most[_like(batch)] = (size, words)
        return size, words

    def _run_apart(self, batch: Batch, size: int, words: str, put: Put) -> None:
        """Run a batch in parts of at most so many samples; each result says why."""
        left = list(batch.decoded)
        while left:
            size, words = min((size, words), self._most.get(_like(batch), (size, words)))  # a part may not have fitted
            part, left = left[:size], left[size:]
            try:
                prepared = preprocess(self._adapter, part)
            except BaseException as error:  # noqa: BLE001  whatever a model's code raises is told to the user
                for decoded in part:
                    self._outbox.fail(decoded.item.request, error, "be run")
            else:
                self._run(prepared, put, (words,))


def _like(batch: Batch) -> Hashable:
    """Equal for batches that differ by the number of their samples alone."""
    key = batch.key
    return key[0] if isinstance(key, tuple) else key
