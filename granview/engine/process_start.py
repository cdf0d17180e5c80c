"""How child processes start: which method, what is imported beforehand, and what is not imported again."""

import atexit
import contextlib
import importlib
import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import Any, Final

from granview.engine.limits import StartMethod
from granview.engine.malloc_settings import keep_freed_memory
from granview.engine.output_file import print_into
from granview.io.child_processes import PREFIX, skip_main_module

__all__ = ["PREFIX", "enter", "start_context"]

_PRELOAD: Final = ("granview.worker.fork_server", "numpy", "msgspec", "torch", "huggingface_hub", "transformers")
"""What ends the server with the program, then what every lane imports. transformers loads the code of its models only
when they are used; to import that too would keep lanes waiting that need none of it."""

_WAITING: Final = {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "1000"}
"""OpenMP's threads sleep while they wait, instead of spinning on the cores that another lane needs: on two busy cores a
U-Net's forward pass took 202 ms spinning and 60 ms sleeping. Before they sleep they spin for some microseconds, as long
as it is from one layer to the next: to be woken for each cost a BERT's passes 1.5 %. OpenMP reads this once, when torch
loads it; a user who has set either is left to it."""

_NICENESS: Final = 10
"""What the user does goes before what a model does. On two cores that three lanes kept busy, the window's thread waited
up to 30 ms for a core at equal priority."""

_starting = threading.Lock()


def start_context(method: StartMethod | None = None) -> ForkServerContext | SpawnContext:
    """The context to start a lane's process in.

    The fork server imports what is heavy once and runs no thread of its own, so that each lane is a cheap fork of it.
    Only the first lane waits for that import.
    """
    skip_main_module()
    if method == "spawn" or (method is None and sys.platform != "linux"):
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_PRELOAD))
    _start_fork_server()
    return context


def enter(output: str, entry: str, *arguments: Any) -> None:
    """Run ``module:function`` in the child. It goes by name, since the engine never imports the worker's side.

    Args:
        output: A file that takes what the child prints.
        entry: The function.
        arguments: Its arguments.
    """
    print_into(output)
    _give_way()
    keep_freed_memory()
    os.environ.update(_waiting())
    module, _, function = entry.partition(":")
    getattr(importlib.import_module(module), function)(*arguments)


def _give_way() -> None:
    """Lower this process's priority below that of the program that started it."""
    if sys.platform == "win32":
        import psutil

        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(_NICENESS)


def _start_fork_server() -> None:
    """Start it with an environment of its own, of which the program that uses GranView sees nothing afterwards.

    That is a matter of milliseconds, since the server imports what it shall after this returns.
    """
    with _starting:
        if forkserver._forkserver._forkserver_pid is None:  # type: ignore[attr-defined]
            atexit.register(_end_fork_server)
        added = _waiting()
        os.environ.update(added)
        try:
            forkserver.ensure_running()
        finally:
            for name in added:
                del os.environ[name]


def _end_fork_server() -> None:
    """End it with the program: by itself it takes a second or two to put away all that it has imported."""
    number = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    if number is not None:
        with contextlib.suppress(OSError, KeyboardInterrupt):  # who presses Ctrl-C now has what it asks for
            os.kill(number, signal.SIGKILL)
            os.waitpid(number, 0)


def _waiting() -> dict[str, str]:
    return {} if any(name in os.environ for name in _WAITING) else _WAITING
