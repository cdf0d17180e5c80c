"""A lane's process: where it begins, and how its threads hang together.

The reader takes what the engine says, prefetch turns files into model input, the main thread runs forward passes, and
the result loop turns their output into results. At most one batch is prepared ahead, so that memory stays bounded.
"""

import faulthandler
import importlib
import os
import queue
import threading
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

import msgspec

from granview.core.lane import LaneSpec
from granview.core.messages import Loading, Ready, Refused
from granview.core.readable_errors import readable_error
from granview.models.adapter import AnyAdapter, Progress
from granview.models.in_tiles import in_tiles
from granview.tasks.base import TASKS
from granview.worker.batch import Batch, ComputedBatch, PredictedBatch
from granview.worker.compute_loop import ComputeLoop, NoPasses, Passes
from granview.worker.cost import CostMeter
from granview.worker.device_turn import DeviceTurn
from granview.worker.end_with_engine import die_with, leave_signals_to_the_engine
from granview.worker.explain_loop import Explainer, ExplainLoop
from granview.worker.handoff_slot import HandoffSlot
from granview.worker.outbox import Outbox
from granview.worker.prefetch_loop import PrefetchLoop, ReadSample, RequestReader
from granview.worker.progress_lock import lock_progress_by_thread
from granview.worker.prompts import KeptPicture
from granview.worker.read_sample import read_sample
from granview.worker.request_queue import ExplainQueue, RequestQueue, listen
from granview.worker.result_loop import ResultLoop
from granview.worker.sample_kind import WORKER_KINDS
from granview.worker.threads import use_threads


def main(
    connection: "Connection[bytes, bytes]",
    lifeline: "Connection[bytes, bytes]",
    spec_bytes: bytes,
    loader: str,
    threads: int | None,
) -> None:
    """Be a lane until told to end, or until the engine is gone.

    Args:
        connection: The engine's pipe.
        lifeline: A pipe that closes when the engine's process ends.
        spec_bytes: A ``LaneSpec``.
        loader: What turns it into an adapter, as ``module:function``.
        threads: Threads of torch; None leaves its default.
    """
    leave_signals_to_the_engine()
    lock_progress_by_thread()
    faulthandler.enable()
    threading.excepthook = _end_loudly
    die_with(lifeline)
    spec = msgspec.msgpack.decode(spec_bytes, type=LaneSpec)
    outbox, inbox, explain_queue = Outbox(connection), RequestQueue(), ExplainQueue()
    turn = DeviceTurn(outbox)
    threading.Thread(target=listen, args=(connection, inbox, explain_queue, turn), daemon=True).start()
    adapter = _load(spec, loader, outbox)
    use_threads(threads)
    runner = in_tiles(adapter, spec.batch_size)
    outbox.send(Ready(adapter.facts))
    kind = TASKS.get(spec.task).kind
    read = partial(
        read_sample,
        kind=kind,
        part_roles=adapter.part_roles,
        task=spec.task,
        kept=KeptPicture() if adapter.takes_prompts else None,
        described=adapter.takes_samples,
    )
    _explain(adapter, read, explain_queue, outbox, turn)
    _run(runner, spec, RequestReader(runner, read, inbox, outbox), inbox, outbox, turn)


def _load(spec: LaneSpec, loader: str, outbox: Outbox) -> AnyAdapter:
    """The adapter; where there is none, the engine is told why and the process ends."""
    outbox.send(Loading("starting"))
    try:
        return _function(loader)(spec, lambda what, fraction: outbox.send(Loading(what, fraction)))
    except BaseException as error:  # noqa: BLE001  whatever a model's code raises is told to the user
        words = readable_error(error, f"{spec.model} cannot be loaded")
        outbox.send(Refused(words.message, words.hint))
    os._exit(0)


def _run(
    adapter: AnyAdapter,
    spec: LaneSpec,
    reader: RequestReader,
    inbox: RequestQueue,
    outbox: Outbox,
    turn: DeviceTurn,
) -> None:
    prepared: HandoffSlot[Batch] = HandoffSlot()
    computed: queue.Queue[ComputedBatch | PredictedBatch] = queue.Queue(1)
    meter = CostMeter(adapter)
    kind = WORKER_KINDS.get(TASKS.get(spec.task).kind)
    prefetch = PrefetchLoop(adapter, reader, kind.batcher(reader, spec.batch_size))
    results = ResultLoop(adapter, spec.task, inbox, outbox, meter)
    passes = (
        Passes(adapter, spec.variant.compiled, inbox, outbox, turn, meter) if adapter.is_measured else NoPasses(adapter)
    )
    compute = ComputeLoop(adapter, outbox, passes)
    _beside("prefetch", prefetch.work, prepared.put)
    _beside("answers", results.work, computed.get)
    compute.work(prepared.take, computed.put)


def _explain(
    adapter: AnyAdapter, read: ReadSample, explain_queue: ExplainQueue, outbox: Outbox, turn: DeviceTurn
) -> None:
    """Answer questions on a thread of its own."""

    def new_explainer() -> Explainer:
        from granview.explain.explainer import AdapterExplainer

        return AdapterExplainer(adapter, turn.for_explanations)

    explain_loop = ExplainLoop(new_explainer, read, explain_queue, outbox)
    threading.Thread(target=explain_loop.work, name="explaining", daemon=True).start()


def _end_loudly(trouble: threading.ExceptHookArgs) -> None:
    """A thread of the worker failed in a way that nobody foresaw: better no worker than one that is stuck."""
    threading.__excepthook__(trouble)
    os._exit(1)


def _beside(name: str, work: Callable[[Any], None], queue_end: Any) -> None:
    """Work on a thread of its own."""
    threading.Thread(target=work, args=(queue_end,), name=name, daemon=True).start()


def _function(path: str) -> Callable[[LaneSpec, Progress], AnyAdapter]:
    module, _, name = path.partition(":")
    function: Callable[[LaneSpec, Progress], AnyAdapter] = getattr(importlib.import_module(module), name)
    return function
