"""A writer killed with SIGKILL at random moments, twenty times over the same file."""

import random
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from granview.store.session import Session
from tests.helpers.store import label_map, new_session

_ROOT = Path(__file__).parents[3]
_SAMPLES = 40
_KILLS = 20

_WRITER = """
import sys
from pathlib import Path
from granview.store.session import Session
from tests.helpers.store import result, sample

session = Session.open(Path(sys.argv[1]))
session.start_run()
for seed in range(1_000_000):
    name = f"s{seed % %d}"
    session.record([result("small", sample(name), request_id=seed, seed=seed %% 97)])
    print(name, seed %% 97, flush=True)
""".replace("%d", str(_SAMPLES)).replace("%%", "%")


def _write_until_killed(path: Path, delay_s: float) -> list[tuple[str, int]]:
    """Let a process write until it is killed; returns what ``record`` had returned for."""
    command = [sys.executable, "-c", _WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=_ROOT) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline()]
        timer = threading.Timer(delay_s, writer.kill)
        timer.start()
        lines += writer.stdout.readlines()
        timer.join()
    assert writer.returncode == -9
    whole = [line.split() for line in lines if line.endswith("\n")]
    return [(name, int(seed)) for name, seed in whole]


@pytest.mark.slow
def test_nothing_that_was_recorded_is_lost_when_killed_twenty_times(tmp_path: Path) -> None:
    path = tmp_path / "a.granview"
    new_session(path, samples=_SAMPLES).close()
    rng = random.Random(0)
    kept: dict[str, set[int]] = {}
    for _ in range(_KILLS):
        said = _write_until_killed(path, rng.uniform(0.0, 0.15))
        kept.update({name: {seed} for name, seed in said})
        unsaid = len(said)  # the one result that may have been committed before the kill, but not said
        kept.get(f"s{unsaid % _SAMPLES}", set()).add(unsaid % 97)
        with Session.open(path) as session:
            assert all(row.status == "ok" for row in session.results())
            for name, seeds in kept.items():
                _assert_holds(session, name, seeds)


def _assert_holds(session: Session, name: str, seeds: set[int]) -> None:
    prediction = session.prediction(name, "small")
    assert prediction is not None
    assert session.units(name, "small") is not None
    assert any(np.array_equal(prediction.labels, label_map(seed).labels) for seed in seeds)
