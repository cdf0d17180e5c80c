"""The tour over the real window: beside what it speaks of, by keyboard, and never again once it was dismissed."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from granview.store.session import Session
from tests.gui.conftest import OpenBench
from tests.helpers.shell import Bench
from tests.helpers.store import new_session, result, sample


def test_the_tour_stands_beside_its_parts_follows_the_window_and_is_dismissed_for_good(bench: Bench) -> None:
    window, tour = bench.work.window, bench.work.face.tour
    assert tour.is_wanted
    window.actions_by_name["tour"].trigger()
    seen: list[str] = []
    for size in ((1280, 800), (1100, 720), (1280, 800), (1900, 1000), (1280, 800)):
        window.resize(*size)
        bench.live(0.03)
        assert tour.is_on
        area = tour.area
        assert not area.isEmpty()
        assert not area.intersects(tour.callout.geometry()), tour.callout.title.text()
        assert window.rect().contains(tour.callout.geometry()), tour.callout.title.text()
        seen.append(tour.callout.count.text())
        QTest.keyClick(tour.callout.forward, Qt.Key.Key_Space)
    assert seen == [f"{number} of 5" for number in range(1, 6)]
    assert not tour.is_on
    assert not tour.is_wanted

    tour.begin()
    QTest.keyClick(tour.callout.forward, Qt.Key.Key_Escape)
    assert not tour.is_on
    bench.work.face.offer_tour()
    bench.work.model.rows_changed.emit(frozenset())
    assert not tour.is_on


def test_the_tour_waits_until_no_banner_lies_under_it(open_window: OpenBench, tmp_path: Path) -> None:
    with new_session(tmp_path / "a.granview") as session:
        session.record([result("small", sample("s0"))])
    bench = open_window(Session.open(tmp_path / "a.granview"))
    face, banners = bench.work.face, bench.work.window.banners
    banners.show_text("recovered", "Changes are there again.")
    face.offer_tour()
    bench.work.model.rows_changed.emit(frozenset())
    banners.show_text("recovered", "Changes of today are there again.")
    assert not face.tour.is_on
    banners.clear()
    assert face.tour.is_on
