from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from granview.core.predictions.label_map import LabelMap
from granview.gui.inspect.class_legend import ClassLegend
from granview.gui.inspect.cursor_values import CursorValues
from granview.gui.inspect.panel import InspectPanel
from granview.gui.inspect.picture_tools import PictureTools
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.view_state import Mode
from tests.helpers.canvas import Sketch
from tests.helpers.shell import Bench, nano, write_scene


@pytest.fixture
def inspect(bench: Bench, tmp_path: Path) -> InspectPanel:
    """The panel of a window that shows a sample with a reference of two classes."""
    write_scene(tmp_path / "scenes", "scene")
    bench.drop(tmp_path / "scenes")
    bench.until(lambda: bench.work.services.loader.reference is not None)
    bench.work.services.runner.add_lanes([nano("a"), nano("b")], load=False)
    panel = bench.work.window.docks.panels["inspect"]
    assert isinstance(panel, InspectPanel)
    bench.until(lambda: _legend(panel).items.rowCount() == 2)
    bench.until(lambda: _shown(panel, 0, 1) not in ("", None))
    return panel


def _legend(panel: InspectPanel) -> ClassLegend:
    legend = panel.parts("image").legend
    assert isinstance(legend, ClassLegend)
    return legend


def _values(panel: InspectPanel) -> CursorValues:
    values = panel.parts("image").values
    assert isinstance(values, CursorValues)
    return values


def _tools(panel: InspectPanel) -> PictureTools:
    tools = panel.parts("image").tools
    assert isinstance(tools, PictureTools)
    return tools


def _shown(panel: InspectPanel, row: int, column: int) -> str | None:
    items = _legend(panel).items
    shown: str | None = items.data(items.index(row, column))
    return shown


def test_legend_names_the_classes_and_their_shares(inspect: InspectPanel) -> None:
    names = [_shown(inspect, row, 0) for row in range(2)]
    shares = [float(_shown(inspect, row, 1) or "nan") for row in range(2)]
    assert names == ["background", "cell"]
    assert sum(shares) == pytest.approx(100, abs=0.2)


def test_click_on_a_class_hides_it_and_another_shows_it(bench: Bench, inspect: InspectPanel) -> None:
    table = _legend(inspect).table
    place = table.visualRect(_legend(inspect).items.index(1, 0)).center()
    for expected in (frozenset({"cell"}), frozenset()):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert bench.work.services.view.hidden_classes == expected


def test_one_switch_hides_all_classes_and_shows_them_and_leaves_others(bench: Bench, inspect: InspectPanel) -> None:
    bench.work.services.view.hidden_classes = frozenset({"of another sample"})
    for expected in ({"background", "cell", "of another sample"}, {"of another sample"}):
        _legend(inspect).every.click()
        assert bench.work.services.view.hidden_classes == expected


def test_class_under_the_mouse_is_highlighted(bench: Bench, inspect: InspectPanel) -> None:
    _legend(inspect).table.hovered.emit("cell")
    assert bench.work.services.view.highlighted_class == "cell"
    _legend(inspect).table.hovered.emit(None)
    assert bench.work.services.view.highlighted_class is None


def test_value_under_the_cursor_is_named(bench: Bench, inspect: InspectPanel) -> None:
    reference = bench.work.services.loader.reference_prediction
    assert isinstance(reference, LabelMap)
    rows, columns = (reference.labels == 1).nonzero()
    bench.work.services.viewport.set_cursor(QPointF(columns[0] + 0.5, rows[0] + 0.5))
    assert _values(inspect).texts()[REFERENCE_KEY] == "cell"
    bench.work.services.viewport.set_cursor(None)
    assert _values(inspect).texts()[REFERENCE_KEY] == "–"


def test_switches_follow_the_view_and_the_view_follows_them(bench: Bench, inspect: InspectPanel) -> None:
    view = bench.work.services.view
    _tools(inspect).opacity.setValue(20)
    assert view.opacity == pytest.approx(0.2)
    view.opacity = 0.9
    assert _tools(inspect).opacity.value() == 90
    _tools(inspect).outline.click()
    assert view.outline_only
    view.show_reference = False
    assert not inspect.reference.isChecked()


def test_what_acts_on_no_prediction_that_is_shown_is_not_offered(bench: Bench, inspect: InspectPanel) -> None:
    loader, legend, tools = bench.work.services.loader, _legend(inspect), _tools(inspect)
    name, hidden = legend.items.index(0, 0), bench.work.services.view.hidden_classes
    mask = loader.reference_prediction
    for shown, is_offered in ((Sketch(), False), (mask, True)):
        loader.reference_prediction = shown
        loader.changed.emit()
        legend.refresh()
        assert (tools.opacity.isEnabled(), tools.outline.isEnabled()) == (is_offered, is_offered)
        assert bool(legend.items.flags(name) & Qt.ItemFlag.ItemIsUserCheckable) is is_offered
        assert legend.every.isHidden() is not is_offered
        assert legend.items.setData(name, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole) is is_offered
    assert bench.work.services.view.hidden_classes == hidden | {"background"}


def test_pair_is_chosen_and_swapped(bench: Bench, inspect: InspectPanel) -> None:
    view = bench.work.services.view
    view.mode = Mode.SWIPE
    assert (inspect.left.currentText(), inspect.right.currentText()) == ("a", "b")
    inspect.left.setCurrentIndex(inspect.left.findData("b"))
    inspect.left.activated.emit(inspect.left.currentIndex())
    assert (view.left, view.right) == ("b", "a")
    assert (inspect.left.currentText(), inspect.right.currentText()) == ("b", "a")
