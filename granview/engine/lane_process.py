"""A lane's process as the engine sees it: one incarnation of the worker, its pipe, and its end.

Everything that may wait (starting, sending, receiving, burying) happens on two threads of the process's own.
"""

import contextlib
import queue
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final

import msgspec

from granview.core.errors import GranViewError
from granview.core.lane import LaneSpec
from granview.core.messages import (
    Explain,
    Failure,
    FromWorker,
    NotExplained,
    Request,
    Shutdown,
    ToWorker,
    decode_from_worker,
    encode,
)
from granview.core.readable_errors import readable_error
from granview.core.resilient_loops import attempt
from granview.engine.limits import Limits, WorkerOptions
from granview.engine.memory_watch import MemoryWatch
from granview.engine.output_file import OutputFile
from granview.engine.process_outcome import ProcessOutcome, invalid_message, not_started
from granview.engine.process_start import PREFIX, enter, runtime_environment, start_context
from granview.engine.transformers_source import is_of_transformers

Post = Callable[["LaneProcess", FromWorker | ProcessOutcome], None]

_FAMILY: Final = threading.Lock()
"""``multiprocessing`` keeps its children in one set, and collects exit codes unguarded."""


class LaneProcess:
    """One run of a worker, from start to burial.

    Args:
        spec: What it shall load.
        workers: How it is started.
        limits: How large its messages may be, and how long it may take to end.
        post: Told each message, and last of all the outcome; called on a thread of the process.
    """

    def __init__(self, spec: LaneSpec, workers: WorkerOptions, limits: Limits, post: Post) -> None:
        self.spec = spec
        self._workers = workers
        self._limits = limits
        self._post = post
        self._outgoing: queue.SimpleQueue[ToWorker | None] = queue.SimpleQueue()
        self._guard = threading.Lock()
        self._process: BaseProcess | None = None
        self._verdict: ProcessOutcome | None = None
        self._memory = MemoryWatch()

    def start(self) -> None:
        """Start it; returns at once."""
        threading.Thread(target=self._keep, name=f"keeper of {self.spec.name}", daemon=True).start()

    @property
    def pid(self) -> int | None:
        """The system's number of the process, once it runs."""
        return self._process.pid if self._process else None

    def send(self, message: ToWorker) -> None:
        """Queue a message; a process that is gone hears nothing."""
        self._outgoing.put(message)

    def stop(self) -> None:
        """Ask it to end, and see to it that it does; returns at once."""
        self.send(Shutdown())
        timer = threading.Timer(self._limits.stop_s, self.kill)
        timer.daemon = True
        timer.start()

    def kill(self, verdict: ProcessOutcome | None = None) -> None:
        """End it whatever it does, now or as soon as it is started; ``verdict`` says why."""
        with self._guard:
            self._verdict = self._verdict or verdict or ProcessOutcome(None)
            if self._process is not None and self._process.pid is not None:
                self._process.kill()

    def _keep(self) -> None:
        """Whatever goes wrong, there is an outcome: a process without one would be waited for, for ever."""
        try:
            with contextlib.closing(OutputFile()) as output:
                outcome = self._lived(output)
        except GranViewError as error:
            self.kill()
            outcome = ProcessOutcome(None, error.message, error.hint)
        except BaseException as error:  # noqa: BLE001  whatever goes wrong is the outcome
            self.kill()
            outcome = not_started(error)
        self._post(self, outcome)

    def _lived(self, output: OutputFile) -> ProcessOutcome:
        """Start it, hear it out, bury it."""
        connection, lifeline = self._launch(output)
        with connection, lifeline:
            threading.Thread(target=self._write, args=(connection,), daemon=True).start()
            attempt(partial(self._read, connection), lambda error: self.kill(invalid_message(error)))
            outcome = self._bury(output)
            self._outgoing.put(None)
        return outcome

    def _launch(self, output: OutputFile) -> "tuple[Connection[bytes, bytes], Connection[bytes, bytes]]":
        with _FAMILY:
            runtime = self._workers.runtime()
            context = start_context(self._workers.start_method, is_of_transformers(self.spec.model), runtime)
        ours, its = context.Pipe(duplex=True)
        watched, lifeline = context.Pipe(duplex=False)
        where = (str(output.path), self._workers.entry)
        what = (msgspec.msgpack.encode(self.spec), self._workers.loader, self._workers.threads)
        process = context.Process(
            target=enter,
            args=(*where, its, watched, *what),
            name=f"{PREFIX}lane-{self.spec.name}",
            daemon=True,
        )
        with its, watched, _FAMILY, runtime_environment(runtime):
            process.start()
        threading.Thread(target=self._watch, args=(process,), daemon=True).start()
        with self._guard:
            self._process = process
            if self._verdict is not None:
                process.kill()
        return ours, lifeline

    def _watch(self, process: BaseProcess) -> None:
        assert process.pid is not None
        self._memory.follow(process.pid, lambda seconds: bool(wait([process.sentinel], seconds)))

    def _read(self, connection: "Connection[bytes, bytes]") -> None:
        """Pass on what it says, until it is dead. Raises where it talks nonsense."""
        with contextlib.suppress(EOFError, OSError):
            while True:
                self._post(self, decode_from_worker(connection.recv_bytes(self._limits.message_bytes)))

    def _write(self, connection: "Connection[bytes, bytes]") -> None:
        with contextlib.suppress(OSError):
            while (message := self._outgoing.get()) is not None:
                try:
                    data = encode(message)
                except Exception as error:  # noqa: BLE001  what cannot be sent is answered; the next can be
                    self._fail_unsent(message, error)
                else:
                    connection.send_bytes(data)

    def _fail_unsent(self, message: ToWorker, error: Exception) -> None:
        words = readable_error(error, "It cannot be sent to the lane's process")
        if isinstance(message, Request):
            self._post(self, Failure(message.id, message.sample, words.message, words.hint))
        elif isinstance(message, Explain):
            self._post(self, NotExplained(message.id, words.message, words.hint))

    def _bury(self, output: OutputFile) -> ProcessOutcome:
        process = self._process
        assert process is not None
        if not wait([process.sentinel], self._limits.stop_s):
            process.kill()
            wait([process.sentinel])
        with _FAMILY:
            process.join()
            code = process.exitcode
        with self._guard:
            self._process = None
            verdict = self._verdict or ProcessOutcome(code)
        killed = code == -signal.SIGKILL if sys.platform != "win32" else False
        ran_out = self._memory.ran_out() if killed else None
        return replace(
            verdict, exit_code=code, last_words=output.tail(), peak_bytes=self._memory.peak_bytes, ran_out=ran_out
        )
