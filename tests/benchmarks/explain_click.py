"""A click on a picture while explanations are shown: how long until every lane's new picture is painted."""

import os
import tempfile
import time
from pathlib import Path

import numpy as np

from tests.benchmarks.row import Row
from tests.helpers.shell import Bench, open_bench

MODELS = ("segformer-nano", "segformer-small", "unet-nano")
TITLE = (
    f"A click explained in {len(MODELS)} lanes on the CPU ({', '.join(MODELS)}); needs a machine that does nothing else"
)
CLICKS = 40
GOAL = "under 50 ms"


def measure() -> list[Row]:
    """Rows for the first question about a sample, which takes a pass, and for clicks on a prepared one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from granview.core.lane import LaneSpec
    from granview.core.resources import resource_path
    from granview.gui.app import make_application

    app = QApplication.instance() or make_application()
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as home:
        bench = open_bench(app, Path(home))
        bench.drop(*(resource_path("gallery", "scenes", f"road-0{n}.png") for n in (1, 2)))
        bench.until(lambda: len(bench.work.model.samples.order) == 2)
        bench.work.services.runner.add_lanes([LaneSpec(name, f"zoo:{name}", device="cpu") for name in MODELS])
        bench.work.window.actions_by_name["run"].trigger()
        bench.until(lambda: len(bench.work.model._rows) == 2 * len(MODELS) and not bench.work.model.lanes.is_running)
        bench.work.window.actions_by_name["explain"].trigger()
        _settle(bench, MODELS)
        rows = [*_first(bench, MODELS)]
        for what, lanes, goal in (("attention", MODELS[:2], GOAL), ("grad-cam, a pass each", MODELS, "")):
            bench.work.services.explain.choose(method=what.partition(",")[0], place=None)
            _settle(bench, lanes)
            times = _clicks(bench, lanes)
            words = f"median {np.median(times):.0f} ms, 95 % within {np.quantile(times, 0.95):.0f} ms"
            rows.append(Row(f"a click, {len(lanes)} lanes, {what}", words, None, goal))
        bench.close()
    return rows


def _first(bench: Bench, lanes: tuple[str, ...]) -> list[Row]:
    """The other sample, which no lane has been asked about: its pass, against the lanes' own forward times."""
    work = bench.work
    start = time.perf_counter()
    other = next(name for name in work.model.samples.order if name != work.model.samples.current.name)
    work.model.samples.select(other)
    _settle(bench, lanes)
    took_ms = (time.perf_counter() - start) * 1000
    timings = [work.model.row(other, lane).timing for lane in lanes]
    forward_ms = sum(timing.forward_ms for timing in timings if timing is not None)
    words = f"{took_ms:.0f} ms; the lanes' forward passes together took {forward_ms:.0f} ms"
    return [Row("another sample, facts, pass and Grad-CAM everywhere", words)]


def _clicks(bench: Bench, lanes: tuple[str, ...]) -> list[float]:
    """Milliseconds from each click until every lane's new picture is painted."""
    from PySide6.QtCore import QPointF, QRectF

    viewport, generator, times = bench.work.services.viewport, np.random.default_rng(0), []
    size = viewport.image_size
    for _ in range(CLICKS):
        bench.live(0.25)
        before = _heats(bench)
        point = QPointF(*(generator.random(2) * (size.width() - 1, size.height() - 1)))
        start = time.perf_counter()
        viewport.pick(QRectF(point, point))
        while any(_heats(bench).get(lane) == before.get(lane) for lane in lanes):
            bench.app.processEvents()
        for cell in bench.work.grid.cells:
            cell.canvas.repaint()
        times.append((time.perf_counter() - start) * 1000)
    return times


def _heats(bench: Bench) -> dict[str, object]:
    """What each cell shows."""
    contents = (content for cell in bench.work.grid.cells for content in cell.contents)
    return {content.key: content.heat for content in contents if content.heat is not None}


def _settle(bench: Bench, lanes: tuple[str, ...]) -> None:
    bench.until(lambda: not bench.work.services.explainer.waits and set(_heats(bench)) >= set(lanes))
