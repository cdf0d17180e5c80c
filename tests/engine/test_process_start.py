"""Fork servers: one that every lane needs, one with transformers that takes its place, and one for each runtime."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import os, signal
from multiprocessing import forkserver
import psutil
from granview.engine import process_start
from granview.engine.output_file import OutputFile
from granview.engine.process_start import start_context

process_start._PRELOAD = ("granview.worker.fork_server",)
process_start._PRELOAD_TRANSFORMERS = ("granview.worker.fork_server", "wave")

def server():
    return forkserver._forkserver._forkserver_pid

def started(transformers):
    context = start_context("forkserver", transformers)
    ours, theirs = context.Pipe()
    where = (str(OutputFile().path), "tests.engine.test_process_start:tell")
    process = context.Process(target=process_start.enter, args=(*where, theirs))
    process.start()
    return process, ours, ours.recv()

plain, to_plain, has_wave = started(False)
first = server()
print("plain", has_wave)
full, to_full, has_wave = started(True)
second = server()
print("full", has_wave, "another server", first != second)
again, to_again, has_wave = started(False)
print("later", has_wave, "the same server", server() == second)
os.kill(plain.pid, signal.SIGKILL)
plain.join()
print("how a lane of the server that was left ended", plain.exitcode)
last, to_last, _ = started(True)
print("it is gone", not psutil.pid_exists(first), "kept", server() == second)
for pipe in (to_full, to_again, to_last):
    pipe.send(0)
for process in (full, again, last):
    process.join()
    print(process.exitcode, end=" ")
"""


def tell(pipe):
    """In a child: whether its server has imported ``wave``; then wait to be told with which code to end."""
    pipe.send("wave" in sys.modules)
    sys.exit(pipe.recv())


@pytest.mark.skipif(sys.platform != "linux", reason="fork servers are used on Linux alone")
def test_a_server_with_transformers_takes_the_place_of_the_one_without() -> None:
    command = [sys.executable, "-c", _PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "plain False",
        "full True another server True",
        "later True the same server True",
        "how a lane of the server that was left ended -9",
        "it is gone True kept True",
        "0 0 0 ",
    ]


_PREPARED = (
    _PROGRAM.split("plain, to_plain", maxsplit=1)[0]
    + """
from granview.core.errors import InputError

def broken():
    raise InputError("There is no runtime.", "Build one.")

process_start.prepare("forkserver", broken)
print("a server without a runtime", server() is not None)
process_start.prepare("forkserver")
first = server()
for transformers in (False, True):
    process, pipe, has_wave = started(transformers)
    print("prepared", has_wave, "the same server", server() == first)
    pipe.send(0)
    process.join()
process_start.prepare("forkserver")
print("prepared again", "the same server", server() == first)
"""
)


@pytest.mark.skipif(sys.platform != "linux", reason="fork servers are used on Linux alone")
def test_lanes_of_both_kinds_are_forked_from_what_was_prepared() -> None:
    done = subprocess.run([sys.executable, "-c", _PREPARED], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "a server without a runtime False",
        "prepared True the same server True",
        "prepared True the same server True",
        "prepared again the same server True",
    ]


_RUNTIMES = """
import os, sys
from multiprocessing import forkserver
from pathlib import Path
from granview.engine import process_start
from granview.engine.output_file import OutputFile
from granview.engine.process_start import runtime_environment, start_context
from granview.runtime.lanes import LaneRuntime

process_start._PRELOAD = ("granview.worker.fork_server", "packed")

def started(method, folder, hides_gpu):
    runtime = LaneRuntime(Path(folder), hides_gpu)
    context = start_context(method, False, runtime)
    ours, theirs = context.Pipe()
    where = (str(OutputFile().path), "tests.engine.test_process_start:tell_runtime")
    process = context.Process(target=process_start.enter, args=(*where, theirs), name="granview-lane-x")
    with runtime_environment(runtime):
        process.start()
    print(*ours.recv())
    ours.send(0)
    process.join()
    return forkserver._forkserver._forkserver_pid

if sys.platform == "linux":
    first, second = started("forkserver", sys.argv[1], False), started("forkserver", sys.argv[2], True)
    print("another server", first != second, "here", "packed" in sys.modules, "GRANVIEW_LANE_PACKAGES" in os.environ)
started("spawn", sys.argv[1], True)
"""


def tell_runtime(pipe):
    """In a child: which runtime it imports from, whether its server had, and whether GPUs are hidden; then end."""
    preloaded = "packed" in sys.modules
    pipe.send((importlib.import_module("packed").NAME, preloaded, os.environ.get("CUDA_VISIBLE_DEVICES", "seen") == ""))
    sys.exit(pipe.recv())


@pytest.mark.slow
def test_lanes_import_from_the_runtime_that_counts_and_the_program_does_not(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "packed.py").write_text(f"NAME = {name!r}\n")
    command = [sys.executable, "-c", _RUNTIMES, str(tmp_path / "first"), str(tmp_path / "second")]
    kept = {name: value for name, value in os.environ.items() if name != "CUDA_VISIBLE_DEVICES"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=kept)

    assert done.stderr == ""
    spawned = ["first False True"]
    forked = ["first True False", "second True True", "another server True here False False"]
    assert done.stdout.splitlines() == [*(forked if sys.platform == "linux" else []), *spawned]
