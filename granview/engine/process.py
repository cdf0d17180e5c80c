"""A lane's process as the engine sees it: one incarnation of the worker, its pipe, and its end.

Everything that may wait (starting, sending, receiving, burying) happens on two threads of the process's own.
"""

import contextlib
import queue
import threading
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final

import msgspec

from granview.core.lane import LaneSpec
from granview.core.messages import FromWorker, Shutdown, ToWorker, decode_from_worker, encode
from granview.engine.limits import Limits, Workers
from granview.engine.outcome import Outcome, nonsense, not_started
from granview.engine.output import OutputFile
from granview.engine.start import PREFIX, enter, start_context

Post = Callable[["LaneProcess", FromWorker | Outcome], None]

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

    def __init__(self, spec: LaneSpec, workers: Workers, limits: Limits, post: Post) -> None:
        self.spec = spec
        self._workers = workers
        self._limits = limits
        self._post = post
        self._letters: queue.SimpleQueue[ToWorker | None] = queue.SimpleQueue()
        self._guard = threading.Lock()
        self._process: BaseProcess | None = None
        self._verdict: Outcome | None = None

    def start(self) -> None:
        """Start it; returns at once."""
        threading.Thread(target=self._keep, name=f"keeper of {self.spec.name}", daemon=True).start()

    @property
    def pid(self) -> int | None:
        """The system's number of the process, once it runs."""
        return self._process.pid if self._process else None

    def send(self, message: ToWorker) -> None:
        """Queue a message; a process that is gone hears nothing."""
        self._letters.put(message)

    def stop(self) -> None:
        """Ask it to end, and see to it that it does; returns at once."""
        self.send(Shutdown())
        timer = threading.Timer(self._limits.stop_s, self.kill)
        timer.daemon = True
        timer.start()

    def kill(self, verdict: Outcome | None = None) -> None:
        """End it whatever it does, now or as soon as it is started; ``verdict`` says why."""
        with self._guard:
            self._verdict = self._verdict or verdict or Outcome(None)
            if self._process is not None and self._process.pid is not None:
                self._process.kill()

    def _keep(self) -> None:
        output = OutputFile()
        try:
            connection, lifeline = self._launch(output)
        except (OSError, EOFError, RuntimeError) as error:
            output.close()
            self._post(self, not_started(error))
            return
        threading.Thread(target=self._write, args=(connection,), daemon=True).start()
        self._read(connection)
        outcome = self._bury(output)
        self._letters.put(None)
        lifeline.close()
        connection.close()
        output.close()
        self._post(self, outcome)

    def _launch(self, output: OutputFile) -> "tuple[Connection[bytes, bytes], Connection[bytes, bytes]]":
        context = start_context(self._workers.start_method)
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
        with its, watched, _FAMILY:
            process.start()
        with self._guard:
            self._process = process
            if self._verdict is not None:
                process.kill()
        return ours, lifeline

    def _read(self, connection: "Connection[bytes, bytes]") -> None:
        """Pass on what it says, until it is dead or talks nonsense."""
        with contextlib.suppress(EOFError, OSError):
            while True:
                data = connection.recv_bytes(self._limits.message_bytes)
                try:
                    message = decode_from_worker(data)
                except msgspec.DecodeError as error:
                    self.kill(nonsense(error))
                    return
                self._post(self, message)

    def _write(self, connection: "Connection[bytes, bytes]") -> None:
        with contextlib.suppress(OSError):
            while (message := self._letters.get()) is not None:
                connection.send_bytes(encode(message))

    def _bury(self, output: OutputFile) -> Outcome:
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
            verdict = self._verdict or Outcome(code)
        return replace(verdict, exit_code=code, last_words=output.tail())
