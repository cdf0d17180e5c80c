"""A lane's process: where it begins, and how its threads hang together.

The reader takes what the engine says, prefetch turns files into model input, the main thread runs forward passes, and
answers turns their output into results. At most
one batch is prepared ahead, so that memory stays bounded.
"""

import faulthandler
import importlib
import os
import queue
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import msgspec

from granview.core.lane import LaneSpec
from granview.core.messages import Loading, Ready, Refused
from granview.core.trouble import in_words
from granview.models.base import AnyAdapter, Progress
from granview.tasks.base import TASKS
from granview.worker.answers import Answers
from granview.worker.batch import Batch, Computed, Predicted
from granview.worker.compute import Compute
from granview.worker.cost import CostMeter
from granview.worker.explaining import Explainer, Explaining
from granview.worker.inbox import Inbox, listen
from granview.worker.intake import Intake
from granview.worker.lifeline import die_with, leave_signals_to_the_engine
from granview.worker.one_ahead import OneAhead
from granview.worker.outbox import Outbox
from granview.worker.passes import Passes
from granview.worker.prefetch import GATHERERS, Prefetch
from granview.worker.questions import QuestionBox
from granview.worker.threads import use_threads
from granview.worker.turn import DeviceTurn


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
    faulthandler.enable()
    threading.excepthook = _end_loudly
    die_with(lifeline)
    spec = msgspec.msgpack.decode(spec_bytes, type=LaneSpec)
    outbox, inbox, questions = Outbox(connection), Inbox(), QuestionBox()
    turn = DeviceTurn(outbox)
    threading.Thread(target=listen, args=(connection, inbox, questions, turn), daemon=True).start()
    adapter = _load(spec, loader, outbox)
    use_threads(threads)
    outbox.send(Ready(adapter.facts))
    _explain(adapter, spec, questions, outbox, turn)
    _run(adapter, spec, inbox, outbox, turn)


def _load(spec: LaneSpec, loader: str, outbox: Outbox) -> AnyAdapter:
    """The adapter; where there is none, the engine is told why and the process ends."""
    outbox.send(Loading("starting"))
    try:
        return _function(loader)(spec, lambda what, fraction: outbox.send(Loading(what, fraction)))
    except BaseException as error:  # noqa: BLE001  whatever a model's code raises is told to the user
        words = in_words(error, f"{spec.model} cannot be loaded")
        outbox.send(Refused(words.message, words.hint))
    os._exit(0)


def _run(adapter: AnyAdapter, spec: LaneSpec, inbox: Inbox, outbox: Outbox, turn: DeviceTurn) -> None:
    prepared: OneAhead[Batch] = OneAhead()
    computed: queue.Queue[Computed | Predicted] = queue.Queue(1)
    meter = CostMeter(adapter)
    kind = TASKS.get(spec.task).kind
    intake = Intake(adapter, kind, inbox, outbox)
    prefetch = Prefetch(adapter, intake, GATHERERS[kind](intake, spec.batch_size))
    answers = Answers(adapter, spec.task, inbox, outbox, meter)
    compute = Compute(adapter, outbox, Passes(adapter, spec.variant.compiled, inbox, outbox, turn, meter))
    _beside("prefetch", prefetch.work, prepared.put)
    _beside("answers", answers.work, computed.get)
    compute.work(prepared.take, computed.put)


def _explain(adapter: AnyAdapter, spec: LaneSpec, questions: QuestionBox, outbox: Outbox, turn: DeviceTurn) -> None:
    """Answer questions on a thread of its own."""

    def new_explainer() -> Explainer:
        from granview.explain.explainer import AdapterExplainer

        return AdapterExplainer(adapter, turn.for_questions)

    explaining = Explaining(new_explainer, TASKS.get(spec.task).kind, questions, outbox)
    threading.Thread(target=explaining.work, name="explaining", daemon=True).start()


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
