"""Explanations in the window, from key and mouse to pixels, with real models."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from granview.core.arrays import unpack
from granview.core.explain_query import BoxPlace, MaskPlace, PointPlace
from granview.core.lane import LaneSpec
from granview.core.predictions.label_map import LabelMap
from granview.gui.explain.panel import ExplainPanel
from granview.gui.lanes.pictures.canvas import Canvas
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.shell import Bench, nano, write_scene

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def run(bench: Bench, tmp_path: Path) -> Bench:
    """A window in which a convolutional network and a transformer have labelled two pictures."""
    for name in ("first", "second"):
        write_scene(tmp_path / "scenes", name)
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: len(bench.work.model.samples.order) == 2)
    bench.work.services.runner.add_lanes([nano("unet"), LaneSpec("former", "zoo:segformer-nano", device="cpu")])
    bench.work.window.actions_by_name["run"].trigger()
    bench.until(lambda: len(bench.work.model._rows) == 4)
    bench.until(lambda: len(bench.work.services.loader.predictions) == 2)
    bench.until(lambda: len(bench.work.grid.cells) == 3)
    return bench


def _panel(bench: Bench) -> ExplainPanel:
    panel = bench.work.window.docks.panels["explain"]
    assert isinstance(panel, ExplainPanel)
    return panel


def _canvas(bench: Bench, key: str) -> Canvas:
    return next(cell.canvas for cell in bench.work.grid.cells if cell.contents[0].key == key)


def _on_screen(canvas: Canvas, x: float, y: float) -> QPoint:
    return canvas.frame.to_screen(QPointF(x, y)).toPoint()


def _answered(bench: Bench, *lanes: str) -> None:
    explainer = bench.work.services.explainer
    bench.until(lambda: not explainer.waits and all(explainer.explanations.heat(lane) for lane in lanes))
    bench.until(lambda: {c.key for cell in bench.work.grid.cells for c in cell.contents if c.heat} >= set(lanes))


def _switch_on(bench: Bench) -> None:
    bench.work.window.actions_by_name["explain"].trigger()
    bench.until(lambda: len(bench.work.services.explainer.explanations.facts) == 2)
    _answered(bench, "unet", "former")


def _click(bench: Bench, key: str, x: float, y: float, with_key: Qt.KeyboardModifier = NO_KEY) -> None:
    canvas = _canvas(bench, key)
    QTest.mouseClick(canvas, LEFT, with_key, _on_screen(canvas, x, y))


def _drag(bench: Bench, start: tuple[int, int], end: tuple[int, int], with_key: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press, move in three steps, release."""
    canvas = _canvas(bench, "former")
    QTest.mousePress(canvas, LEFT, with_key, _on_screen(canvas, *start))
    for part in (1 / 3, 2 / 3, 1):
        at = [a + (b - a) * part for a, b in zip(start, end, strict=True)]
        QTest.mouseMove(canvas, _on_screen(canvas, at[0], at[1]))
        bench.live(0.01)
    QTest.mouseRelease(canvas, LEFT, with_key, _on_screen(canvas, *end))


@pytest.mark.slow
def test_places_are_asked_about_by_click_drag_box_and_region(run: Bench) -> None:
    state, viewport = run.work.services.explain, run.work.services.viewport
    explainer = run.work.services.explainer
    _switch_on(run)
    assert state.choice.method == "grad-cam", "what both lanes offer"
    assert not _panel(run).switch.visibleRegion().isEmpty()
    before, centre = explainer.explanations.heat("former"), viewport.centre
    _click(run, "unet", 40, 50)
    place = state.choice.place
    assert isinstance(place, PointPlace)
    assert (place.x_px, place.y_px) == pytest.approx((40, 50), abs=1)
    run.until(lambda: explainer.explanations.heat("former") != before)
    _answered(run, "unet", "former")

    def measured() -> bool:
        heats = [explainer.explanations.heat(lane) for lane in ("unet", "former")]
        return all(heat is not None and "share_inside" in (heat.explanation.numbers or {}) for heat in heats)

    run.until(measured)
    places = []
    state.changed.connect(lambda _: places.append(state.choice.place))
    _drag(run, (20, 20), (50, 20))
    points = {round(place.x_px) for place in places if isinstance(place, PointPlace)}
    assert sorted(points) == pytest.approx([20, 30, 40, 50], abs=1)
    assert viewport.centre == centre, "a drag that asks moves nothing"
    _drag(run, (20, 30), (60, 50), Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(state.choice.place, BoxPlace)
    _click(run, "unet", 40, 40, Qt.KeyboardModifier.ControlModifier)
    run.until(lambda: isinstance(state.choice.place, MaskPlace))
    _check_region(run)
    _answered(run, "unet", "former")
    run.work.window.actions_by_name["explain-off"].trigger()
    run.until(lambda: not any(content.heat for cell in run.work.grid.cells for content in cell.contents))
    assert not run.work.window.actions_by_name["explain"].isChecked()
    assert not _panel(run).switch.isChecked()
    assert viewport.mark is None
    viewport.zoom_by(2)
    _drag(run, (20, 20), (40, 20))
    assert viewport.centre != centre, "without explanations a drag moves the picture"


def _check_region(run: Bench) -> None:
    place = run.work.services.explain.choice.place
    assert isinstance(place, MaskPlace)
    said = run.work.services.loader.predictions["unet"]
    assert isinstance(said, LabelMap)
    labels, mask = said.labels, unpack(place.mask)
    assert mask.shape == labels.shape
    assert len(set(labels[mask].tolist())) == 1
    assert mask[40, 40]
    assert isinstance(run.work.services.viewport.mark, tuple)


@pytest.mark.slow
def test_layers_and_heads_are_picked_and_walked_through(run: Bench) -> None:
    _switch_on(run)
    state, explainer, panel = run.work.services.explain, run.work.services.explainer, _panel(run)
    state.choose(method="attention", overview=True)
    _answered(run, "former")
    run.until(lambda: not any(c.heat for cell in run.work.grid.cells for c in cell.contents if c.key == "unet"))
    shown = next(cell.contents[0] for cell in run.work.grid.cells if cell.contents[0].key == "unet")
    assert shown.prediction is not None, "a lane that cannot answer keeps its mask"
    assert shown.message.startswith("Attention"), "and says why"
    multiples, layers = panel.overview.multiples, explainer.explanations.facts["former"].stacks[0].layers
    run.until(multiples.isVisible)
    QTest.mouseClick(multiples, LEFT, NO_KEY, multiples._cell(1, layers[1].heads - 1).center().toPoint())
    assert (state.choice.depth, state.choice.head) == (pytest.approx(1 / (len(layers) - 1)), layers[1].heads - 1)
    run.until(lambda: (heat := explainer.explanations.heat("former")) is not None and heat.explanation.layer == 1)
    depths = set()
    state.changed.connect(lambda _: depths.add(state.choice.depth))
    state.choose(head=None)
    panel.choices._timer.setInterval(5)
    panel.choices.walk.setChecked(True)
    run.until(lambda: len(depths) >= 3)
    run.work.window.docks.show_panel("inspect")
    run.until(lambda: not panel.choices.walk.isChecked())


@pytest.mark.slow
def test_lanes_started_again_and_sessions_opened_again_are_asked_again(
    open_window: OpenBench, run: Bench, tmp_path: Path
) -> None:
    _switch_on(run)
    run.work.services.runner.restart_lane("unet")
    run.work.services.explain.pick(PointPlace(10, 10))
    _answered(run, "unet", "former")
    run.until(lambda: run.work.document.session.explanations("first"))
    path = run.work.document.session.path
    run.close()
    again = open_window(Session.open(path))
    assert not again.work.services.explain.choice.on
    again.work.window.actions_by_name["explain"].trigger()
    again.until(lambda: len(again.work.services.explainer.explanations.by_lane) == 2)
    _answered(again, "unet", "former")


def test_where_the_reference_says_nothing_no_region_is_compared(bench: Bench, tmp_path: Path) -> None:
    path = write_scene(tmp_path / "scenes", "first")
    mask = path.with_name("first_mask.png")
    labels = np.asarray(Image.open(mask)).copy()
    labels[:, :48] = 255
    Image.fromarray(labels).save(mask)
    bench.drop(path.parent)
    bench.work.services.runner.add_lanes([nano("unet")])
    bench.until(lambda: bench.work.services.loader.reference_prediction is not None and bench.work.grid.cells)
    state = bench.work.services.explain
    state.choose(on=True)
    _click(bench, "unet", 70, 50)
    bench.until(lambda: state.choice.region is not None)
    _click(bench, "unet", 20, 50)
    bench.live(0.3)
    assert isinstance(state.choice.place, PointPlace)
    assert state.choice.region is None
