"""A process that takes damaged files one after the other through a door, and says how each went.

It may die, hang or be killed for its memory: its parent starts another one.
"""

import contextlib
import json
import os
import sys
import traceback
import warnings
from pathlib import Path
from typing import TextIO


def main(kind: str) -> None:
    """Read paths line by line; answer each with a line of JSON: ``trace`` and ``peak_mb``; an empty one per door."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever the program prints is no answer
    warnings.simplefilter("ignore")
    from granview.io.datasets import parquet_process
    from tests.fuzz import doors
    from tests.fuzz.kinds import KINDS

    if kind == "parquet":
        parquet_process.limit_memory()  # as in the process that reads such files
    door = KINDS[kind].door
    doors.Steps.next = staticmethod(lambda: _answer(answers, {}))
    for line in sys.stdin:
        _reset_peak()
        _answer(answers, {"trace": _trace(door, Path(line.rstrip("\n"))), "peak_mb": _peak_mb()})


def _trace(door: object, path: Path) -> str:
    try:
        door(path)  # type: ignore[operator]
    except BaseException:  # noqa: BLE001  a panic of Rust is no Exception
        return traceback.format_exc()
    return ""


def _reset_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak_mb() -> float:
    """The largest resident memory since the last reset, in 10^6 bytes; 0 where the system does not tell."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) * 1024 / 1e6
    return 0.0


def _answer(answers: TextIO, answer: dict[str, object]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    main(sys.argv[1])
