"""From starting Python to the first paint of the window, each program in turn, in a fresh user folder.

Both programs start from byte code, as installed programs do: the first round, which is not counted, writes it.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from tests.benchmarks.row import Row

TITLE = "Window shown"
ROUNDS = 9
BARE, OURS = "tests.benchmarks.bare_window", "tests.benchmarks.granview_window"


def measure() -> list[Row]:
    """Rows for the bare window and GranView's; the two are started by turns, and the ratio is taken pair by pair."""
    with tempfile.TemporaryDirectory() as home:
        pairs = [(shown_s(_module(BARE), home)[0], shown_s(_module(OURS), home)) for _ in range(ROUNDS + 1)][1:]
    bare = statistics.median(pair[0] for pair in pairs)
    ours = statistics.median(pair[1][0] for pair in pairs)
    ratio = statistics.median(pair[1][0] / pair[0] for pair in pairs)
    return [
        Row("bare PySide6 window with a pyqtgraph plot", f"{bare:.3f} s", 1.0),
        Row("GranView", f"{ours:.3f} s", ratio, "at most 1.3"),
        Row("heavy libraries that GranView's window has loaded by then", pairs[-1][1][1] or "none", None, "no torch"),
    ]


def _module(name: str) -> list[str]:
    return [sys.executable, "-m", name]


def shown_s(command: list[str], home: str) -> tuple[float, str]:
    """Seconds until a program says that it is shown, and what it says last of all."""
    environment = _environment(home)
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as program:
        assert program.stdout is not None
        for line in program.stdout:
            if line.strip() == "shown":
                break
        shown = time.perf_counter() - start
        rest = program.stdout.read().strip().removeprefix("loaded:").strip()
    if program.returncode:
        raise RuntimeError(f"{command[0]} ended with {program.returncode}")
    return shown, rest


def _environment(home: str) -> dict[str, str]:
    """This process's environment with other user folders, and byte code kept there whatever the environment says."""
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "PYTHONPYCACHEPREFIX"), home)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **folders}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment
