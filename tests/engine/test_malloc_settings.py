"""A lane's process keeps the memory that a model frees: asked for again, it costs no page faults."""

import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = """
import resource, sys
import numpy as np
from granview.engine.malloc_settings import keep_freed_memory

def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

kept = keep_freed_memory() if sys.argv[1] == "kept" else False
np.ones(20_000_000, np.uint8)
before = faults()
for _ in range(10):
    np.ones(20_000_000, np.uint8)
print(kept, faults() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc is Linux's")
def test_blocks_that_are_freed_are_used_again() -> None:
    kept, faults = _run("kept")
    assert kept == "True"
    assert int(faults) < 1000
    _, ordinary = _run("ordinary")
    assert int(ordinary) > 10 * int(faults)


def _run(how: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, how],
        env={"PYTHONPATH": str(Path.cwd()), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()
