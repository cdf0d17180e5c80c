"""The centre of the real window: the start page, what is missing, and a gallery that begins by itself."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from granview.core.gallery import all_galleries
from granview.gui.start.start_page import Cards
from tests.helpers.shell import Bench, nano, write_scene


def test_the_start_page_is_used_by_keyboard_and_goes_when_there_is_a_sample(bench: Bench, tmp_path: Path) -> None:
    work, page = bench.work, bench.work.face.centre.page
    asked: list[str] = []
    page.gallery_requested.disconnect()
    page.gallery_requested.connect(asked.append)
    bench.until(lambda: page.cards.cards and all(card.has_picture for card in page.cards.cards))

    assert page.isVisible()
    assert not work.grid.isVisible()
    assert len(page.cards.cards) == len(all_galleries())
    assert all(button.accessibleName() for button in page.findChildren(QAbstractButton))
    assert work.face.reason_line.words.text() == "Nothing to compare yet"
    assert not work.window.toolbar.run.isEnabled()
    page.first.setFocus()
    QTest.keyClick(page.first, Qt.Key.Key_Tab)
    assert page.buttons[Cards.GALLERY.value].hasFocus()
    QTest.keyClick(page.cards.cards[1], Qt.Key.Key_Return)
    assert asked == [all_galleries()[1].name]

    page.choose(Cards.RECENT)
    assert not page.cards.cards
    assert page.note.text()

    work.services.runner.add_lanes([nano()], load=False)
    bench.until(lambda: work.face.reason_line.words.text() == "No pictures or texts yet")
    assert page.isVisible()
    bench.until(lambda: "unet-nano" in page.headline.text())
    work.services.runner.remove_lane("unet-nano")

    bench.drop(write_scene(tmp_path / "in", "scene"))
    bench.until(work.grid.isVisible)
    bench.until(lambda: work.face.reason_line.words.text() == "No models yet")
    assert work.face.centre.missing.isVisible()
    bench.until(lambda: [cell.card.isHidden() for cell in work.grid.cells] == [True])
    assert not page.isVisible()
    work.services.runner.add_lanes([nano()], load=False)
    bench.until(lambda: work.face.reason_line.reason is None)
    assert not work.face.centre.missing.isVisible()
    assert work.window.toolbar.run.isEnabled()


def test_every_part_of_the_page_is_reached_and_none_covers_another(bench: Bench) -> None:
    page = bench.work.face.centre.page
    bench.until(lambda: page.cards.cards)
    for size in ((1000, 700), (1280, 800), (2560, 1440)):
        bench.work.window.resize(*size)
        bench.live(0.02)
        parts = [*page.buttons.values(), *page.cards.cards, page.drop]
        areas = [part.rect().translated(part.mapTo(page.widget(), QPoint())) for part in parts]
        for place, area in enumerate(areas):
            assert page.widget().rect().contains(area), (size, parts[place].text())
            assert not any(area.intersects(other) for other in areas[place + 1 :]), (size, parts[place].text())


def test_a_gallery_begins_to_run_where_there_was_nothing_and_waits_where_there_was(bench: Bench) -> None:
    work, begun = bench.work, []
    work.services.runner.about_to_run.connect(lambda: begun.append(len(work.model.samples)))

    work.face.centre.page.gallery_requested.emit("restoration")
    assert work.face.centre.page.headline.text() == "Opening the gallery…"
    assert work.face.reason_line.reason is None
    bench.until(lambda: begun)

    assert begun[0] == len(work.model.samples) > 0
    assert work.model.lanes.names()
    assert work.grid.isVisible()
    work.services.runner.stop()
    finished: list[object] = []
    work.services.importer.finished.connect(finished.append)
    work.face.galleries.open("classes")
    bench.until(lambda: finished)
    assert len(begun) == 1
