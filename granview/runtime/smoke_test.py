"""A runtime is tried before lanes run on it: a real kernel on the device, in a process of its own."""

import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import BuildCancelled, RuntimeProblem
from granview.core.lane_packages import VARIABLE
from granview.core.readable_errors import first_line
from granview.runtime.progress import IsCancelled

LIMIT_S: Final = 300.0
"""The first import of torch reads some gigabytes from the disk."""

_PACKAGE_HOME: Final = str(Path(__file__).resolve().parents[2])
_HINT: Final = "The runtime that counted before still does. Try again, or choose another build."
_NO_CONSOLE: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_PROGRAM: Final = "import sys; sys.path.insert(0, {home!r}); from granview.worker import smoke_test; smoke_test.main()"


class SmokeReport(msgspec.Struct, frozen=True):
    """What the process printed.

    Attributes:
        torch: The version of torch; empty where it cannot be imported.
        device: What it computed on: ``cpu``, ``cuda``, ``xpu`` or ``mps``.
        name: The device's name.
        problem: What is wrong, as the end of a sentence; empty where nothing is.
    """

    torch: str
    device: str
    name: str
    problem: str


def smoke_test(
    python: Path, packages: Path, expects_gpu: bool, is_cancelled: IsCancelled, limit_s: float = LIMIT_S
) -> SmokeReport:
    """Have a runtime compute something.

    Args:
        python: The interpreter that lanes run under.
        packages: The runtime's packages.
        expects_gpu: Whether it must be on a GPU; where not, GPUs are hidden from it.
        is_cancelled: Asked again and again.
        limit_s: How long it may take.

    Raises:
        RuntimeProblem: it cannot compute, or not on the device that it was built for.
        BuildCancelled: it was cancelled.
    """
    environment = os.environ | {VARIABLE: str(packages)} | ({} if expects_gpu else {"CUDA_VISIBLE_DEVICES": ""})
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(
            [str(python), "-I", "-c", _PROGRAM.format(home=_PACKAGE_HOME)],
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
            env=environment,
            creationflags=_NO_CONSOLE,
        )
        code = _wait(process, is_cancelled, limit_s)
        if is_cancelled():  # also where the program was quicker than the next question
            raise _cancelled()
        printed.seek(0)
        lines = printed.read().decode(errors="replace").strip().splitlines()
    return _checked(code, lines, expects_gpu)


def _cancelled() -> BuildCancelled:
    return BuildCancelled("The test was cancelled.", "What has come is kept; start it again to go on.")


def _wait(process: "subprocess.Popen[bytes]", is_cancelled: IsCancelled, limit_s: float) -> int:
    deadline = time.monotonic() + limit_s
    while True:
        try:
            return process.wait(0.1)
        except subprocess.TimeoutExpired:
            late = time.monotonic() > deadline
            if not late and not is_cancelled():
                continue
            process.kill()
            process.wait()
            if late:
                raise RuntimeProblem(f"The new runtime did not compute anything within {limit_s:g} s.", _HINT) from None
            raise _cancelled() from None


def _checked(code: int, lines: list[str], expects_gpu: bool) -> SmokeReport:
    try:
        report = msgspec.json.decode(lines[-1] if lines else "", type=SmokeReport)
    except msgspec.MsgspecError as error:
        last = first_line(RuntimeError(lines[-1])) if lines else "it printed nothing"
        raise RuntimeProblem(f"The new runtime does not work: {_ending(code)}; {last}.", _HINT) from error
    if report.problem:
        raise RuntimeProblem(f"The new runtime does not work: {report.problem.rstrip('.')}.", _HINT)
    if expects_gpu and report.device == "cpu":
        raise RuntimeProblem(
            f"torch {report.torch} of the new runtime cannot drive the GPU, although it is there: it computes on the "
            "CPU alone.",
            f"Update the GPU's driver. {_HINT}",
        )
    return report


def _ending(code: int) -> str:
    if code < 0:
        return f"its process ended by {signal.Signals(-code).name}"
    return f"its process ended with exit code {code}"
