from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QTabBar

from granview.gui.style.theme import DARK, LIGHT
from granview.settings import Settings
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.shell import Bench, nano


def _dock(bench: Bench, name: str) -> QDockWidget:
    dock = bench.work.window.findChild(QDockWidget, name)
    assert isinstance(dock, QDockWidget)
    return dock


def test_every_panel_has_a_dock_a_title_and_an_entry_in_the_menu(bench: Bench) -> None:
    docks = bench.work.window.docks
    assert set(docks.panels) == {
        "inputs",
        "inspect",
        "contact-sheet",
        "explain",
        "prompts",
        "metrics",
        "grain",
        "calibration",
        "variants",
        "disagreement",
        "verdict",
        "cost",
        "log",
    }
    titles = [action.text() for action in docks.actions()]
    assert titles == [
        "Inputs",
        "Inspect",
        "Explain",
        "Prompts",
        "Verdict",
        "Metrics",
        "Grain",
        "Cost",
        "Calibration",
        "Variants",
        "Disagreement",
        "Contact sheet",
        "Log",
    ]


def test_layout_is_remembered_from_one_start_to_the_next(open_window: OpenBench, tmp_path: Path) -> None:
    first = open_window()
    _dock(first, "inspect").hide()
    first.work.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, _dock(first, "inputs"))
    first.live(0.05)
    first.close()
    second = open_window(Session.create(tmp_path / "second.granview"))
    assert _dock(second, "inspect").isHidden()
    assert second.work.window.dockWidgetArea(_dock(second, "inputs")) == Qt.DockWidgetArea.RightDockWidgetArea
    second.work.window.arrangement.reset()
    assert not _dock(second, "inspect").isHidden()
    assert second.work.window.dockWidgetArea(_dock(second, "inputs")) == Qt.DockWidgetArea.LeftDockWidgetArea


def test_tabbed_panels_say_their_name_once(bench: Bench) -> None:
    bench.live(0.05)
    assert bench.work.window.tabifiedDockWidgets(_dock(bench, "metrics"))
    metrics, inputs = _dock(bench, "metrics").titleBarWidget(), _dock(bench, "inputs").titleBarWidget()
    assert metrics.height() == 0
    assert inputs.height() > 10


def test_theme_is_switched_while_the_window_is_open(bench: Bench) -> None:
    def ground() -> str:
        return bench.work.window.palette().color(bench.work.window.backgroundRole()).name()

    assert ground() == DARK.window
    bench.work.preferences.change(Settings(theme="light"))
    assert ground() == LIGHT.window
    picture = bench.work.window.docks.panels["inspect"].grab().toImage()
    assert picture.pixelColor(2, 2).name() == LIGHT.panel
    bench.until(lambda: bench.saved)
    assert bench.saved[-1].theme == "light"


def test_icons_follow_the_theme(bench: Bench) -> None:
    action = bench.work.window.actions_by_name["open-files"]

    def lightness() -> float:
        image = action.icon().pixmap(32, 32).toImage()
        inked = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 200]
        assert inked
        return sum(color.lightnessF() for color in inked) / len(inked)

    assert lightness() > 0.8
    bench.work.preferences.change(Settings(theme="light"))
    assert lightness() < 0.3


def test_many_lanes_do_not_make_the_window_higher_and_leave_no_tab_bars_about(bench: Bench) -> None:
    window = bench.work.window
    bench.work.services.runner.add_lanes([nano(f"lane-{n}") for n in range(8)], load=False)
    bench.live(0.2)
    assert window.height() == 800
    assert _dock(bench, "metrics").height() < 260
    window.arrangement.reset()
    assert window.arrangement.is_folded
    window.arrangement.fold_results(False)
    bench.live(0.2)
    shown = [bar for bar in window.findChildren(QTabBar) if bar.parent() is window and bar.isVisible() and bar.count()]
    in_view = [bar for bar in shown if bar.geometry().intersects(window.rect())]
    assert sorted(bar.tabText(0) for bar in in_view) == ["Grain", "Inspect", "Metrics", "Verdict"]


def test_panels_side_by_side_do_not_make_the_window_wider_than_a_small_screen(bench: Bench) -> None:
    window = bench.work.window
    window.docks.line_up()
    assert window.minimumSizeHint().width() < 800
    window.docks.arrange()
    assert _dock(bench, "inputs").titleBarWidget().minimumSizeHint().width() > 80
    bench.live(0.05)
    assert window.width() == 1280


def test_panels_at_the_bottom_share_its_width_by_what_they_hold(bench: Bench) -> None:
    window = bench.work.window
    bench.live(0.02)
    assert window.width() == 1280
    widths = {name: _dock(bench, name).width() for name in ("verdict", "metrics", "grain")}
    assert widths["metrics"] > widths["verdict"] > widths["grain"]
    assert max(widths.values()) - min(widths.values()) < 0.1 * window.width()
