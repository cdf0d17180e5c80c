"""A process that answers questions over its standard input and output, and what can be told of its end."""

import contextlib
import os
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from granview.export.texts.renderer_messages import DrawPage, Reply, read_message, write_message

_PACKAGE_HOME: Final = str(Path(__file__).resolve().parents[3])
_NO_CONSOLE: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Child:
    """One process, from start to burial. It has no screen, and finds this very package.

    Args:
        command: How it is started.
        limit_s: How long an answer may take; a process that takes longer is killed.

    Raises:
        OSError: it cannot be started.
    """

    def __init__(self, command: Sequence[str], limit_s: float) -> None:
        self._limit_s = limit_s
        self._was_late = False
        path = os.pathsep.join(filter(None, (_PACKAGE_HOME, os.environ.get("PYTHONPATH"))))
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path}
        with contextlib.ExitStack() as stack:
            self._errors = stack.enter_context(tempfile.TemporaryFile())
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=environment,
                creationflags=_NO_CONSOLE,
            )
            self._files = stack.pop_all()

    def ask(self, order: DrawPage) -> Reply | None:
        """The answer to a question; None where the process has ended, or ends over it."""
        assert self._process.stdin is not None
        try:
            write_message(self._process.stdin, order)
        except OSError:
            return None
        return self.reply()

    def reply(self) -> Reply | None:
        """What it says next; None where it ends instead, or says what is no answer."""
        assert self._process.stdout is not None
        watchdog = threading.Timer(self._limit_s, self._kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            data = read_message(self._process.stdout)
            return None if data is None else msgspec.msgpack.decode(data, type=Reply)
        except msgspec.MsgspecError:
            return None
        finally:
            watchdog.cancel()

    def bury(self) -> str:
        """End it, and say how it ended: its last words, or its exit code."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        with self._files, process.stdout:
            with contextlib.suppress(OSError):
                process.stdin.close()
            try:
                code = process.wait(self._limit_s)
            except subprocess.TimeoutExpired:
                process.kill()
                code = process.wait()
            self._errors.seek(0)
            lines = self._errors.read().decode(errors="replace").strip().splitlines()
        if self._was_late:
            return f"it took longer than {self._limit_s:g} s"
        return lines[-1].strip().rstrip(".") if lines else f"exit code {code}"

    def _kill(self) -> None:
        self._was_late = True
        self._process.kill()
