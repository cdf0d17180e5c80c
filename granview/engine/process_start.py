"""How child processes start: which method, what is imported beforehand, and what is not imported again."""

import atexit
import contextlib
import importlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import Any, Final

from granview.core.errors import GranViewError
from granview.core.lane_packages import VARIABLE, import_lane_packages
from granview.engine.limits import StartMethod
from granview.engine.malloc_settings import keep_freed_memory
from granview.engine.output_file import print_into
from granview.io.child_processes import PREFIX, skip_main_module
from granview.runtime.lanes import LaneRuntime, lane_runtime

__all__ = ["PREFIX", "enter", "prepare", "runtime_environment", "start_context"]

_PRELOAD: Final = ("granview.worker.fork_server", "numpy", "msgspec", "torch", "huggingface_hub", "transformers")
"""What ends the server with the program, then what every lane imports."""

_PRELOAD_TRANSFORMERS: Final = (*_PRELOAD, "granview.worker.transformers_server")
"""What lanes of transformers' models import besides, for seconds and hundreds of megabytes each: torch's compiler,
torchvision, scipy. Lanes that need none of it do not wait for that."""

_WAITING: Final = {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "1000"}
"""OpenMP's threads sleep while they wait, instead of spinning on the cores that another lane needs: on two busy cores a
U-Net's forward pass took 202 ms spinning and 60 ms sleeping. Before they sleep they spin for some microseconds, as long
as it is from one layer to the next: to be woken for each cost a BERT's passes 1.5 %. OpenMP reads this once, when torch
loads it; a user who has set either is left to it."""

_NICENESS: Final = 10
"""What the user does goes before what a model does. On two cores that three lanes kept busy, the window's thread waited
up to 30 ms for a core at equal priority."""

_starting = threading.Lock()

_left: Final[list[tuple[int, int]]] = []
"""Fork servers that no further lane is forked from, with lanes that still run: their processes and the pipes that keep
them alive."""

_IN_CHECKOUT: Final = LaneRuntime()

_served: Final = [_IN_CHECKOUT]
"""The runtime whose torch the fork server has imported."""


def start_context(
    method: StartMethod | None = None, transformers: bool = False, runtime: LaneRuntime = _IN_CHECKOUT
) -> ForkServerContext | SpawnContext:
    """The context to start a lane's process in.

    The fork server imports what is heavy once and runs no thread of its own, so that each lane is a cheap fork of it.
    Only the first lane waits for that import, and the first that needs transformers for the rest: for it and all later
    ones another server takes the place of the first, which ends after its last lane. So it is where another runtime has
    come to count.

    Args:
        method: How processes are started; None for what is best here.
        transformers: Whether the lane's model is one of transformers.
        runtime: What the lane runs on.
    """
    skip_main_module()
    if method == "spawn" or (method is None and sys.platform != "linux"):
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    _start_fork_server(transformers, runtime)
    return context


def prepare(method: StartMethod | None = None, runtime: Callable[[], LaneRuntime] = lane_runtime) -> None:
    """Begin to import what lanes of every kind need, before the first is there; returns at once.

    A lane that is started later is a fork of what has been imported by then. Where processes are spawned, there is
    nothing that could be imported for them; where no lane can be started, to start one says why.

    Args:
        method: How processes are started; None for what is best here.
        runtime: Says what lanes run on.
    """
    with contextlib.suppress(GranViewError):
        start_context(method, transformers=True, runtime=runtime())


@contextlib.contextmanager
def runtime_environment(runtime: LaneRuntime) -> Iterator[None]:
    """What is started meanwhile imports from a runtime's packages, and sees no GPU that it has no kernels for."""
    added = {} if runtime.packages is None else {VARIABLE: str(runtime.packages)}
    with _environment(added | ({"CUDA_VISIBLE_DEVICES": ""} if runtime.hides_gpu else {})):
        yield


def enter(output: str, entry: str, *arguments: Any) -> None:
    """Run ``module:function`` in the child. It goes by name, since the engine never imports the worker's side.

    Args:
        output: A file that takes what the child prints.
        entry: The function.
        arguments: Its arguments.
    """
    print_into(output)
    import_lane_packages()
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


def _start_fork_server(transformers: bool, runtime: LaneRuntime) -> None:
    """Start it with an environment of its own, of which the program that uses GranView sees nothing afterwards.

    That is a matter of milliseconds, since the server imports what it shall after this returns.
    """
    server: Any = forkserver._forkserver
    with _starting:
        atexit.unregister(_end_fork_servers)
        atexit.register(_end_fork_servers)
        _end_idle_servers()
        if server._forkserver_pid is not None and _served[0] != runtime:
            _leave_fork_server(server)
        if server._forkserver_pid is None:
            server.set_forkserver_preload(list(_PRELOAD_TRANSFORMERS if transformers else _PRELOAD))
        elif transformers and tuple(server._preload_modules) == _PRELOAD:
            _leave_fork_server(server)
            server.set_forkserver_preload(list(_PRELOAD_TRANSFORMERS))
        _served[0] = runtime
        with _environment(_waiting()), runtime_environment(runtime):
            forkserver.ensure_running()


@contextlib.contextmanager
def _environment(added: Mapping[str, str]) -> Iterator[None]:
    """Have more in the environment for a moment."""
    before = {name: os.environ.get(name) for name in added}
    os.environ.update(added)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _leave_fork_server(server: Any) -> None:
    """Let it go on for the lanes that it has, whose ends it tells; ``multiprocessing`` starts another."""
    with server._lock:
        _left.append((server._forkserver_pid, server._forkserver_alive_fd))
        server._forkserver_pid = server._forkserver_alive_fd = server._forkserver_address = None


def _end_idle_servers() -> None:
    """End the servers that were left behind once the last of their lanes has ended."""
    import psutil

    for number, alive in tuple(_left):
        with contextlib.suppress(psutil.Error):
            if psutil.Process(number).children():
                continue
        _left.remove((number, alive))
        os.close(alive)
        _kill(number)


def _end_fork_servers() -> None:
    """End them with the program: by itself one takes a second or two to put away all that it has imported."""
    for number in (forkserver._forkserver._forkserver_pid, *(number for number, _ in _left)):  # type: ignore[attr-defined]
        if number is not None:
            _kill(number)


def _kill(number: int) -> None:
    with contextlib.suppress(OSError, KeyboardInterrupt):  # who presses Ctrl-C now has what it asks for
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)


def _waiting() -> dict[str, str]:
    return {} if any(name in os.environ for name in _WAITING) else _WAITING
