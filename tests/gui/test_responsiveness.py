import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.gaps import gaps_until_below
from tests.helpers.shell import Bench, GapWatcher, nano, write_scene

SAMPLES = 24
TURNS = 3
LANES = ("one", "two", "three")


@pytest.mark.slow
def test_window_answers_while_three_lanes_run(bench: Bench, tmp_path: Path) -> None:
    bench.work.services.runner.add_lanes([nano(name) for name in LANES])
    bench.until(lambda: all(lane.facts for lane in bench.work.model.lanes.all()))
    measured = gaps_until_below(50, TURNS, lambda turn: _gap_ms(bench, tmp_path / f"scenes{turn}", turn))
    assert min(measured) < 50, measured


def _gap_ms(bench: Bench, scenes: Path, turn: int) -> float:
    """The 99th percentile of the gaps while three lanes run over new pictures."""
    for n in range(SAMPLES):
        write_scene(scenes, f"scene{turn}-{n:02}", n + turn * SAMPLES, size=192)
    bench.drop(scenes)
    bench.until(lambda: len(bench.work.model.samples.order) == SAMPLES * (turn + 1))
    watcher = GapWatcher(on_a_core=True)
    watcher.start()
    bench.work.services.runner.run()
    bench.until(lambda: _done(bench) == SAMPLES * (turn + 1) * len(LANES))
    bench.live(0.5)
    watcher.stop()
    print(f"longest gap {watcher.longest_ms:.1f} ms, 99th percentile {watcher.percentile_ms(0.99):.1f} ms")
    return watcher.percentile_ms(0.99)


def test_work_on_the_windows_thread_is_a_gap_however_busy_the_machine_is(qapp: QApplication) -> None:
    watcher = GapWatcher(on_a_core=True)
    watcher.start()
    end = time.thread_time() + 0.08
    while time.thread_time() < end:
        pass
    while not watcher.gaps_ms:
        qapp.processEvents()
    watcher.stop()
    assert watcher.longest_ms > 70


def _done(bench: Bench) -> int:
    model = bench.work.model
    keys = ((sample.name, lane) for sample in model.samples.all() for lane in LANES)
    return sum(model.row(*key) is not None for key in keys)
