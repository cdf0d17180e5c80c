"""A whole window over a session of objects: slider, counts, legend, readouts and colours follow each other."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from granview.gui.inspect.panel import InspectPanel
from granview.gui.inspect.picture_tools import PictureTools
from granview.gui.lanes.pictures.scene_legend import SceneLegend
from granview.gui.model.view_state import Mode
from tests.gui.conftest import OpenBench
from tests.helpers.scored_instances import instances_session
from tests.helpers.shell import Bench


@pytest.fixture
def bench(open_window: OpenBench, tmp_path: Path) -> Bench:
    opened = open_window(instances_session(tmp_path / "objects.granview", samples=1))
    opened.work.model.samples.select("s0")
    loader = opened.work.services.loader
    opened.until(lambda: loader.is_complete and len(loader.predictions) == 2 and loader.reference is not None)
    opened.until(lambda: len(opened.work.grid.cells) == 3)
    return opened


@pytest.fixture
def tools(bench: Bench) -> PictureTools:
    panel = bench.work.window.docks.panels["inspect"]
    assert isinstance(panel, InspectPanel)
    found = panel.parts("image").tools
    assert isinstance(found, PictureTools)
    return found


def legends(bench: Bench) -> list[dict[str, int | None]]:
    """What the cards over the canvases say, by cell."""
    cards = [cell.canvas.findChild(SceneLegend) for cell in bench.work.grid.cells]
    return [{row.text: row.n for row in card.rows} for card in cards]


def test_the_threshold_acts_on_every_lane_and_not_on_the_reference(bench: Bench, tools: PictureTools) -> None:
    assert set(tools.filters.sliders) == {"score", "side", "iou"}
    before = tools.kept.text()
    assert before.startswith("small: ")
    tools.filters.sliders["score"].setValue(100)
    assert tools.kept.text() != before
    assert all(line.partition(": ")[2].startswith("0 of ") for line in tools.kept.text().splitlines())
    panel = bench.work.window.docks.panels["inspect"]
    assert isinstance(panel, InspectPanel)
    items = panel.parts("image").legend.items  # type: ignore[union-attr]

    def counts() -> list[list[str]]:
        return [[items.data(items.index(row, column)) for column in (1, 2, 3)] for row in range(items.rowCount())]

    bench.until(lambda: counts() and all(row[1:] == ["0", "0"] for row in counts()))
    assert sum(int(row[0]) for row in counts()) == 20


def test_outcomes_are_counted_over_each_canvas(bench: Bench, tools: PictureTools) -> None:
    assert legends(bench) == [{}, {}, {}]
    tools.options.lists["color_by"].setCurrentIndex(2)
    tools.options.lists["color_by"].activated.emit(2)
    bench.until(lambda: all(legends(bench)))
    reference, small, base = legends(bench)
    assert list(reference) == ["Found by all", "Found by some", "Found by none"]
    for lane in (small, base):
        assert (lane["Right"] or 0) + (lane["Missed"] or 0) == 20
    tools.filters.sliders["score"].setValue(100)
    assert [lane["Right"] for lane in legends(bench)[1:]] == [0, 0]


def test_the_object_under_the_mouse_is_named_in_every_cell(bench: Bench, qapp: QApplication) -> None:
    truth = bench.work.services.loader.reference_prediction
    x0, y0, x1, y1 = truth.boxes_xyxy[int(truth.areas_px().argmax())].tolist()  # type: ignore[union-attr]
    viewport = bench.work.services.viewport
    bench.work.services.view.filters = {"score": 0.0}
    viewport.set_cursor(QPointF((x0 + x1) / 2, (y0 + y1) / 2), "reference")
    bench.until(lambda: set(viewport.linked) == {"reference", "small", "base"})
    feet = [cell.foot.text for cell in bench.work.grid.cells]
    assert " px" in feet[0]
    assert all("IoU 0." in foot or foot == "n/a" for foot in feet[1:])
    viewport.set_cursor(None)
    assert viewport.linked == {}


def test_the_difference_counts_objects_and_follows_the_threshold(bench: Bench, tools: PictureTools) -> None:
    bench.work.services.view.mode = Mode.DIFFERENCE
    bench.until(lambda: legends(bench)[0])
    of_reference = ("Only small finds", "Only base finds", "Neither finds", "Both find")
    assert sum(legends(bench)[0][name] or 0 for name in of_reference) == 20
    tools.filters.sliders["score"].setValue(100)
    assert legends(bench)[0]["Neither finds"] == 20
