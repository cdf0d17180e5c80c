"""Model output to results: predictions, scores against the reference, and what it all took."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from granview.core.errors import NotFinite
from granview.core.labels import LabelSet
from granview.core.messages import NOT_SCORED, Failure, Ready, Result
from granview.core.prediction import Prediction, pack_prediction
from granview.core.readable_errors import readable_error
from granview.core.resilient_loops import attempt, serve_jobs
from granview.core.sample import Reference, Sample
from granview.core.unit import pack_statistics, pack_units, unpack_statistics
from granview.io.hashing import sha256_file, sha256_shared
from granview.io.own_reference import reference_for
from granview.models.adapter import AnyAdapter, ModelOutput
from granview.tasks.base import TASKS, is_compared
from granview.worker.batch import ComputedBatch, PredictedBatch, SampleInfo
from granview.worker.compute_loop import postprocessed
from granview.worker.cost import CostMeter
from granview.worker.outbox import Outbox
from granview.worker.read_sample import REQUIRED_HINT
from granview.worker.request_queue import RequestQueue
from granview.worker.sample_kind import WORKER_KINDS
from granview.worker.stopwatch import Stopwatch


class ResultLoop:
    """Turns computed batches into results, and sends them."""

    def __init__(self, adapter: AnyAdapter, task: str, inbox: RequestQueue, outbox: Outbox, meter: CostMeter) -> None:
        self._adapter = adapter
        self._task = task
        self._inbox = inbox
        self._outbox = outbox
        self._meter = meter

    def work(self, get: Callable[[], ComputedBatch | PredictedBatch]) -> NoReturn:
        """Answer batches for ever."""
        serve_jobs(get, self._reply, self._fail)

    def _fail(self, computed: ComputedBatch | PredictedBatch, error: BaseException) -> None:
        for item in computed.items:
            self._outbox.fail(item.request, error, "be postprocessed")

    def _reply(self, computed: ComputedBatch | PredictedBatch) -> None:
        predicted = self._predicted(computed) if isinstance(computed, ComputedBatch) else computed
        if predicted is not None:
            for item, model_output in zip(predicted.items, predicted.model_output, strict=True):
                attempt(
                    partial(self._send, item, model_output, predicted),
                    partial(self._outbox.fail, item.request, doing="be answered"),
                )

    def _predicted(self, computed: ComputedBatch) -> PredictedBatch | None:
        if all(self._inbox.cancelled(item.request) for item in computed.items):
            return None
        try:
            return postprocessed(self._adapter, computed)
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the samples' answer
            self._fail(computed, error)
            return None

    def _send(self, item: SampleInfo, model_output: ModelOutput | NotFinite, predicted: PredictedBatch) -> None:
        if self._inbox.cancelled(item.request):
            return
        if isinstance(model_output, NotFinite):
            raise model_output
        self._tell(model_output.labels)
        result = Result(
            item.request.id,
            item.sample,
            pack_prediction(model_output.prediction),
            msgspec.structs.replace(
                predicted.timing,
                decode_ms=item.decode_ms if self._adapter.is_measured else None,
                first_token_ms=model_output.first_token_ms,
                new_tokens=model_output.new_tokens,
            ),
            notices=(*item.notices, *model_output.notices, *predicted.notices),
            turn=predicted.turn,
        )
        known = len(result.notices)
        try:
            result = self._scored(result, item, model_output.prediction)
        except BaseException as error:  # noqa: BLE001  a sample that cannot be scored still has its prediction
            words = f"{NOT_SCORED}{readable_error(error, 'the score cannot be computed')}"
            result = msgspec.structs.replace(result, notices=(*result.notices, words))
        if item.request.params.require_reference and not self._is_compared(result):
            self._outbox.send(_unscored(result, result.notices[known:]))
        else:
            self._outbox.send(msgspec.structs.replace(result, cost=self._meter.cost()))

    def _tell(self, labels: LabelSet | None) -> None:
        """Say what has come to be known: classes, where the run asks for others than before, and how it really runs."""
        facts = self._adapter.known_now()
        if labels is not None:
            facts = msgspec.structs.replace(facts, labels=labels)
        if facts != self._adapter.facts:
            self._adapter.facts = facts
            self._outbox.send(Ready(facts))

    def _is_compared(self, result: Result) -> bool:
        return is_compared(TASKS.get(self._task), unpack_statistics(result.statistics))

    def _scored(self, result: Result, item: SampleInfo, prediction: Prediction) -> Result:
        labels = self._adapter.facts.labels
        task = TASKS.get(self._task)
        reference = reference_for(item.sample, self._task, task.truth_type, item.request.params)
        truth = WORKER_KINDS.get(task.kind).truth(item, labels, prediction, reference, task.truth_type)
        if truth is None:
            return result
        with Stopwatch() as watch:
            scores = task.score(prediction, labels, truth, item.request.params)
        changes: dict[str, Any] = {
            "sample": _hashed(item.sample, reference),
            "timing": msgspec.structs.replace(result.timing, score_ms=watch.ms),
            "statistics": pack_statistics(scores.statistics),
            "units": pack_units(scores.units),
            "reference_labels": scores.labels,
            "class_map": scores.class_map,
            "notices": (*result.notices, *scores.notices, *truth.notices),
        }
        return msgspec.structs.replace(result, **changes)


def _unscored(result: Result, why: Sequence[str]) -> Failure:
    """The answer instead of a result that was to be scored and was not."""
    words = " ".join(why) or f"Nothing of {result.sample.filename} can be compared with its reference."
    return Failure(result.request_id, result.sample, f"A reference is required: {words}", REQUIRED_HINT)


def _hashed(sample: Sample, reference: Reference | None) -> Sample:
    """With the hash of the reference's file that was read; what is no file travels with the sample instead."""
    if reference is None or reference.text is not None or reference.path in ("", sample.path):
        return sample
    digest = sha256_shared if reference.record else sha256_file
    return sample.with_hash(reference, digest(Path(reference.path)))
