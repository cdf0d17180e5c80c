"""The window's process killed with SIGKILL in the middle of a run, again and again over one session."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from granview.store.session import Session
from tests.helpers.shell import write_scene

KILLS = int(os.environ.get("GRANVIEW_KILLS", "3"))
SAMPLES = 6


def _results_until_killed(images: Path, home: Path, wanted: int) -> dict[str, int]:
    """Request number by sample of what the window had shown when it was killed after ``wanted`` results."""
    command = [sys.executable, "-m", "tests.helpers.window_to_kill", str(images), str(home)]
    said: dict[str, int] = {}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        for _ in range(wanted):
            sample, number = window.stdout.readline().split()
            said[sample] = int(number)
        window.kill()
        for line in window.stdout:
            sample, number = line.split()
            said[sample] = int(number)
    return said


@pytest.mark.slow
def test_what_was_shown_is_kept(tmp_path: Path) -> None:
    rng = random.Random(7)
    for n in range(SAMPLES):
        write_scene(tmp_path / "scenes", f"scene{n}", n)
    for _ in range(KILLS):
        said = _results_until_killed(tmp_path / "scenes", tmp_path, rng.randint(1, 3 * SAMPLES))
        with Session.open(tmp_path / "killed.granview") as session:
            kept = {row.sample: row for row in session.results(lane="unet-nano")}
            assert said
            for sample, number in said.items():
                assert kept[sample].status == "ok"
                assert kept[sample].request_id >= number
                assert session.prediction(sample, "unet-nano") is not None
            assert len(session.samples()) >= SAMPLES
