"""The panel of disagreement: groups, queue, marks, and everything that follows a unit."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import polars
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget

from granview.core.mark import UnitId
from granview.core.slices import Condition
from granview.gui.disagreement.panel import DisagreementPanel
from granview.gui.slices.slice_words import MARK_KEYS
from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.scored import scored_session
from tests.helpers.scored_texts import mixed_session
from tests.helpers.shell import Bench

TASK = "image-segmentation"


def _panel(bench: Bench) -> DisagreementPanel:
    panel = bench.work.window.docks.panels["disagreement"]
    assert isinstance(panel, DisagreementPanel)
    bench.work.window.docks.show_panel("disagreement")
    return panel


def _wait(bench: Bench, panel: DisagreementPanel, rows: int | None = None) -> None:
    bench.until(
        lambda: (
            panel._report is not None
            and panel._report.compared is not None
            and (rows is None or len(panel._report.rows) == rows)
        )
    )


@pytest.fixture
def scored(open_window: OpenBench, tmp_path: Path) -> Bench:
    """A lane that has nearly all right, and one that misses much."""
    return open_window(scored_session(tmp_path / "scored.granview", samples=4, lanes=("good", "middling", "poor")))


def _choose(panel: DisagreementPanel, first: str, second: str) -> None:
    for combo, name in ((panel.first, first), (panel.second, second)):
        combo.setCurrentIndex(combo.findData(name))
        combo.activated.emit(combo.currentIndex())


def test_groups_are_those_of_the_scores(scored: Bench) -> None:
    panel = _panel(scored)
    _wait(scored, panel)
    _choose(panel, "poor", "good")
    scored.until(lambda: panel._report.compared.second == "good")
    compared = panel._report.compared
    regions = compared.units.of_kind("region")
    poor, good = (regions.scores[name] > 0.5 for name in ("poor", "good"))
    assert compared.counts["only second"] == (good & ~poor).sum()
    assert compared.counts["both right"] == (good & poor).sum()
    assert panel.groups.buttons["only second"].text() == f"Only good  {(good & ~poor).sum():,}"
    assert panel.table.items.rowCount() == (good & ~poor).sum()


def test_keys_go_through_the_queue_and_everything_follows(scored: Bench) -> None:
    panel, services = _panel(scored), scored.work.services
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    QTest.keyClick(scored.work.window, Qt.Key.Key_J)
    first = panel._report.unit_at(0)
    assert services.focus.unit == first
    assert scored.work.model.samples.current.name == first.sample
    table = services.document.session.units(first.sample, "good")
    wanted = [float(table.extra[name][first.place]) for name in ("x", "y", "w", "h")]
    scored.until(lambda: services.viewport.mark is not None)
    mark = services.viewport.mark
    assert [mark.x(), mark.y(), mark.width(), mark.height()] == wanted
    assert not services.viewport.is_fit
    assert abs(services.viewport.centre.x() - mark.center().x()) < 1
    QTest.keyClick(scored.work.window, Qt.Key.Key_J)
    QTest.keyClick(scored.work.window, Qt.Key.Key_K)
    assert services.focus.unit == first
    assert panel.table.currentIndex().row() == 0
    QTest.keyClick(scored.work.window, Qt.Key.Key_Escape)
    assert services.focus.unit is None
    assert services.viewport.mark is None


def test_another_sample_than_the_units_is_shown_whole_unless_the_zoom_was_changed(scored: Bench) -> None:
    panel, services, samples = _panel(scored), scored.work.services, scored.work.model.samples
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    for is_changed in (False, True):
        services.viewport.fit()
        services.queue.show_at(0)
        scored.until(lambda: services.viewport.mark is not None and not services.viewport.is_fit)
        if is_changed:
            services.viewport.zoom_by(0.5)
        other = next(name for name in samples.names() if name != services.focus.unit.sample)
        samples.select(other)
        assert services.viewport.is_fit is not is_changed
        services.focus.clear()


def test_a_click_goes_there_and_arrow_keys_go_on(scored: Bench) -> None:
    panel, services = _panel(scored), scored.work.services
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    place = panel.table.visualRect(panel.table.items.index(1, 0)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert services.focus.unit == panel._report.unit_at(1)
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert services.focus.unit == panel._report.unit_at(2)


def test_a_click_on_a_head_orders_and_another_one_turns(scored: Bench) -> None:
    panel = _panel(scored)
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    section = next(i for i, column in enumerate(panel.table.items.columns) if column.sort_by == "grain")
    panel.table.horizontalHeader().sectionClicked.emit(section)
    scored.until(lambda: panel._report.asked.sort_by == "grain")
    grains = panel._report.compared.units.columns["grain"][panel._report.rows].tolist()
    assert grains == sorted(grains)
    panel.table.horizontalHeader().sectionClicked.emit(section)
    scored.until(lambda: panel._report.asked.falling)
    assert panel._report.compared.units.columns["grain"][panel._report.rows].tolist() == sorted(grains, reverse=True)


def test_marks_are_kept_shown_and_narrow(scored: Bench, tmp_path: Path) -> None:
    panel, services = _panel(scored), scored.work.services
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    services.queue.step(1)
    unit = services.focus.unit
    scored.until(lambda: services.viewport.mark is not None)
    QTest.keyClick(scored.work.window, Qt.Key.Key_W)
    services.marker.note("a hole in the mask")
    what = UnitId(unit.sample, TASK, unit.place)
    scored.until(lambda: services.document.session.marks() and services.document.session.marks()[0].note)
    (mark,) = services.document.session.marks()
    assert (mark.of, mark.mark, mark.note) == (what, "reference is wrong", "a hole in the mask")
    texts = [str(panel.table.items.index(0, column).data()) for column in range(panel.table.items.columnCount())]
    assert texts[-1] == "reference is wrong: a hole in the mask"
    assert panel.note.text() == "1 marked as wrong, and still counted."
    services.focus.narrow(Condition("mark", ("reference is wrong",)))
    _wait(scored, panel, 1)
    QTest.keyClick(scored.work.window, Qt.Key.Key_W)
    _wait(scored, panel, 0)
    assert services.document.session.marks() == []


def test_marks_stay_in_reach_where_there_is_little_room(scored: Bench) -> None:
    panel, services = _panel(scored), scored.work.services
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    scored.live(0.05)
    assert panel.height() < 300
    buttons = panel.marks.buttons
    area = panel.rect()
    for kind, key in MARK_KEYS.items():
        assert buttons[kind].isVisible()
        assert area.contains(buttons[kind].mapTo(panel, buttons[kind].rect().bottomRight()))
        assert f"key {key}" in buttons[kind].toolTip()
    services.queue.step(1)
    buttons["important"].click()
    scored.until(services.document.session.marks)
    assert buttons["important"].isChecked()
    menu = panel.marks.note_button.menu()
    menu.popup(panel.mapToGlobal(panel.rect().center()))
    QTest.keyClicks(panel.marks.popup_note, "a wing")
    QTest.keyClick(panel.marks.popup_note, Qt.Key.Key_Return)
    assert not menu.isVisible()
    scored.until(lambda: services.document.session.marks()[0].note == "a wing")


def test_where_there_is_room_marks_have_words_and_a_line_for_the_note(scored: Bench) -> None:
    panel = _panel(scored)
    _wait(scored, panel)
    dock = panel.parentWidget()
    assert isinstance(dock, QDockWidget)
    dock.setFloating(True)
    dock.resize(700, 460)
    scored.until(panel.marks.note.isVisible)
    assert not panel.marks.note_button.isVisible()
    assert panel.marks.buttons["unclear"].text() == "unclear (U)"
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    scored.work.services.queue.step(1)
    scored.work.services.marker.toggle("reference is wrong")
    scored.until(lambda: panel.note.text().startswith("1 marked as 'reference is wrong' count in all metrics"))
    dock.resize(400, 260)
    scored.until(panel.marks.note_button.isVisible)
    assert not panel.marks.note.isVisible()


def test_a_unit_that_is_marked_before_its_place_is_known_is_marked_then(scored: Bench) -> None:
    panel, services = _panel(scored), scored.work.services
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    services.queue.step(1)
    services.marker.toggle("unclear")
    scored.until(services.document.session.marks)
    (mark,) = services.document.session.marks()
    assert (mark.of.sample, mark.of.place, mark.mark) == (
        services.focus.unit.sample, services.focus.unit.place, "unclear",
    )  # fmt: skip


def test_without_a_unit_the_sample_is_marked(scored: Bench) -> None:
    services = scored.work.services
    services.marker.toggle("unclear")
    scored.until(services.document.session.marks)
    assert services.document.session.marks()[0].of == UnitId("s0")


def test_a_group_narrows_everything(scored: Bench) -> None:
    panel, services = _panel(scored), scored.work.services
    _wait(scored, panel)
    _choose(panel, "poor", "good")
    scored.until(lambda: panel._report.compared.second == "good" and len(panel._report.rows))
    n = len(panel._report.rows)
    panel.narrow.click()
    assert [str(each) for each in services.focus.slice.conditions] == [
        "kind is region", "poor is wrong", "good is right",
    ]  # fmt: skip
    line = scored.work.window.focus_line
    scored.until(lambda: line.counts.wanted == services.focus.slice)
    assert line.counts.n_units == n


def test_errors_are_counted_and_a_click_narrows(scored: Bench) -> None:
    panel = _panel(scored)
    _wait(scored, panel)
    _choose(panel, "poor", "good")
    panel.scope._buttons["errors"].click()
    scored.until(lambda: panel._report.errors is not None and panel._report.errors.second == "good")
    overlap, compared = panel._report.errors.overlap, panel._report.compared
    assert overlap.only_second == compared.counts["only second"]
    cell = panel.errors.overlap.table.rows[1].cells[0]
    assert cell.text == f"{overlap.only_second:,}"
    panel.errors.overlap.clicked.emit(panel.errors.overlap.model().index(1, 1))
    assert [str(each) for each in scored.work.services.focus.slice.conditions] == ["poor is wrong", "good is right"]
    assert "Too few samples" in panel.errors.words.text()
    assert panel.errors.classes.table.rows
    scored.until(lambda: "chosen by what lanes make of them" in panel.errors.words.text())


def test_one_lane_alone_says_what_is_missing(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(scored_session(tmp_path / "one.granview", lanes=("good",)))
    panel = _panel(bench)
    bench.until(lambda: panel._report is not None and panel._report.lanes)
    assert "Only good has units" in panel._hint.text()


def test_a_lane_that_goes_takes_its_comparison_along(scored: Bench) -> None:
    panel = _panel(scored)
    _wait(scored, panel)
    _choose(panel, "poor", "good")
    scored.until(lambda: panel._report.compared.second == "good")
    scored.work.services.runner.remove_lane("good")
    scored.until(lambda: panel._report.compared is not None and "good" not in panel._report.lanes)
    assert {panel._report.compared.first, panel._report.compared.second} == {"middling", "poor"}


def test_texts_are_units_too_and_their_words_are_pointed_at(open_window: OpenBench, tmp_path: Path) -> None:
    bench = open_window(mixed_session(tmp_path / "mixed.granview"))
    panel, services = _panel(bench), bench.work.services
    bench.work.model.samples.select("names")
    bench.until(lambda: panel._report is not None and panel._report.asked.task == "token-classification")
    units = panel._report.lanes
    assert units
    session: Session = services.document.session
    table = session.units("names", units[0])
    from granview.gui.model.focus import UnitPlace

    services.focus.show_unit(UnitPlace("token-classification", "names", 0))
    bench.until(lambda: services.texts.pointed is not None)
    assert services.texts.pointed.text_spans == {"input": (int(table.extra["start"][0]), int(table.extra["end"][0]))}


def test_keys_go_on_through_the_queue_once_a_note_is_entered(scored: Bench) -> None:
    panel, services = _panel(scored), scored.work.services
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    panel.setMinimumHeight(600)
    scored.until(panel.marks.isVisible)
    services.queue.show_at(0)
    scored.until(lambda: services.viewport.mark is not None)
    services.marker.toggle("unclear")
    scored.until(panel.marks.note.isEnabled)
    panel.marks.note.setFocus()
    QTest.keyClicks(panel.marks.note, "a shade")
    QTest.keyClick(panel.marks.note, Qt.Key.Key_Return)
    assert panel.focusWidget() is panel.table
    QTest.keyClick(panel.table, Qt.Key.Key_J)
    assert services.focus.unit == panel._report.unit_at(1)
    assert [mark.note for mark in services.marks.all()] == ["a shade"]


def test_columns_are_as_wide_as_the_rows_that_come_after_none(scored: Bench) -> None:
    panel = _panel(scored)
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    report, columns, heads = panel._report, panel.table.items.columns, panel.table.horizontalHeader()
    titles = [column.title for column in columns]
    fitted = heads.sectionSize(titles.index("Class"))
    panel.table.show_report(None, ())
    panel.table.show_report(replace(report, rows=report.rows[:0]), columns)
    assert heads.sectionSize(titles.index("Class")) < fitted
    panel.table.show_report(report, columns)
    assert heads.sectionSize(titles.index("Class")) == fitted
    heads.resizeSection(titles.index("Class"), 60)
    panel.table.show_report(report, columns)
    assert heads.sectionSize(titles.index("Class")) == 60


def test_lanes_that_nobody_picked_are_chosen_anew_as_their_sizes_become_known(scored: Bench) -> None:
    panel = _panel(scored)
    _wait(scored, panel)
    panel._ask()
    assert (panel._report.asked.first, panel._report.asked.second) == (None, None)
    name = panel.second.currentData()
    panel.second.activated.emit(panel.second.currentIndex())
    scored.until(lambda: panel._report.asked.second == name)
    assert panel._report.asked.first is None


def test_the_column_of_marks_is_as_wide_as_they_are_in_a_narrow_panel(scored: Bench) -> None:
    panel, services = _panel(scored), scored.work.services
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    heads, last = panel.table.horizontalHeader(), len(panel.table.items.columns) - 1
    panel.table.resize(300, 200)
    before = heads.sectionSize(last)
    services.queue.step(1)
    services.marker.toggle("reference is wrong")
    needed = panel.table.fontMetrics().horizontalAdvance("reference is wrong")
    scored.until(lambda: heads.sectionSize(last) > needed)
    assert before < heads.sectionSize(last)
    panel.table.resize(2000, 200)
    assert heads.length() == panel.table.viewport().width()


def _menu(panel: DisagreementPanel, place: int) -> dict[str, QAction]:
    menu = panel.menu.menu(panel.table.visualRect(panel.table.items.index(place, 0)).center())
    return {action.text().partition("\t")[0]: action for action in menu.actions()}


def test_a_right_click_on_a_unit_goes_there_marks_and_copies(scored: Bench) -> None:
    panel, services = _panel(scored), scored.work.services
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    _menu(panel, 1)["Go there"].trigger()
    assert services.focus.unit == panel._report.unit_at(1)
    _menu(panel, 2)["Mark: unclear"].trigger()
    scored.until(services.document.session.marks)
    wanted = panel._report.unit_at(2)
    assert services.document.session.marks()[0].of == UnitId(wanted.sample, wanted.task, wanted.place)
    assert _menu(panel, 2)["Mark: unclear"].isChecked()
    assert not _menu(panel, 1)["Mark: unclear"].isChecked()
    _menu(panel, 2)["Mark: unclear"].trigger()
    scored.until(lambda: not services.document.session.marks())
    _menu(panel, 2)["Copy this unit"].trigger()
    heads, row = QGuiApplication.clipboard().text().splitlines()
    assert dict(zip(heads.split("\t"), row.split("\t"), strict=True))["Unit"] == str(wanted.place)


@pytest.mark.parametrize("sort_by", ["difference", "grain"])
def test_the_queue_is_saved_with_its_numbers_in_its_order(scored: Bench, tmp_path: Path, sort_by: str) -> None:
    panel = _panel(scored)
    _wait(scored, panel)
    panel.groups.buttons[None].click()
    _wait(scored, panel, len(panel._report.compared.rows))
    section = next(i for i, column in enumerate(panel.table.items.columns) if column.sort_by == sort_by)
    panel.table.horizontalHeader().sectionClicked.emit(section)
    scored.until(lambda: panel._report.asked.sort_by == sort_by)
    report, done = panel._report, []
    panel.menu.save_to(tmp_path / "queue.parquet", lambda: done.append(True))
    scored.until(lambda: done)
    saved = polars.read_parquet(tmp_path / "queue.parquet")
    places = [report.unit_at(place) for place in range(len(report.rows))]
    assert saved["Sample"].to_list() == [unit.sample for unit in places]
    assert saved["Unit"].to_list() == [unit.place for unit in places]
    first, second = (saved[lane].to_numpy() for lane in (report.compared.first, report.compared.second))
    np.testing.assert_allclose(saved["Difference"].to_numpy(), second - first, atol=1e-6)
    np.testing.assert_allclose(second, report.compared.units.scores[report.compared.second][report.rows])


def test_an_empty_queue_has_nothing_to_save(scored: Bench) -> None:
    panel = _panel(scored)
    _wait(scored, panel)
    scored.work.services.focus.narrow(Condition("mark", ("important",)))
    _wait(scored, panel, 0)
    menu = panel.menu.menu()
    assert not menu.isEnabled()
    menu.close()
