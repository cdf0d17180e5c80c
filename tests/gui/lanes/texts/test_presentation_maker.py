"""What is said of a long text is laid out off the window's thread, for one cell after the other."""

import threading

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from granview.gui.background.latest_result import BackgroundPool
from granview.gui.lanes.texts import presentation_maker
from granview.gui.lanes.texts.presentation_maker import PresentationMaker
from granview.gui.model.opened_text import OpenedText
from granview.gui.presenters.text_presenter import LONG, Presentation, PresenterInput
from tests.helpers.canvas import settle
from tests.helpers.grids import ShowGrid
from tests.helpers.shell_waiting import until
from tests.helpers.text_cells import entities, entity_lane, long_text, spans_of, text_lane, written


@pytest.fixture
def changes() -> list[int]:
    return []


@pytest.fixture
def presenter(qapp: QApplication, changes: list[int]) -> PresentationMaker:
    return PresentationMaker(
        BackgroundPool(QThreadPool.globalInstance()), lambda: changes.append(threading.get_ident())
    )


def long_given(key: str = "a", seed: int = 0) -> PresenterInput:
    opened, spans = long_text(LONG + 1, 200)
    return PresenterInput(entity_lane(key, opened, spans, seed), opened)


def test_a_short_text_is_presented_at_once(presenter: PresentationMaker, changes: list[int]) -> None:
    opened = OpenedText("Anna met Acme.")
    presenter.give(
        PresenterInput(text_lane("a", opened, entities(opened.text, spans_of(opened.text, ("Anna", "PER")))), opened)
    )
    assert len(presenter.presentation.marks) == 1
    assert not presenter.is_behind
    assert not changes


def test_a_long_text_stands_alone_until_the_presentation_is_there(
    presenter: PresentationMaker, changes: list[int], qapp: QApplication
) -> None:
    inputs = long_given()
    presenter.give(inputs)
    assert presenter.is_behind
    assert presenter.presentation.shown is inputs.shown()
    assert not len(presenter.presentation.marks)
    presenter.catch_up()
    assert not presenter.is_behind
    settle(qapp)
    assert len(presenter.presentation.marks) >= 190
    assert changes == [threading.get_ident()]


def test_it_is_laid_out_on_another_thread(
    presenter: PresentationMaker, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    real = presentation_maker.present

    def present(inputs: PresenterInput) -> Presentation:
        threads.append(threading.get_ident())
        return real(inputs)

    monkeypatch.setattr(presentation_maker, "present", present)
    presenter.give(long_given())
    presenter.catch_up()
    settle(qapp)
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()


def test_giving_the_same_again_changes_nothing(
    presenter: PresentationMaker, changes: list[int], qapp: QApplication
) -> None:
    inputs = long_given()
    presenter.give(inputs)
    presenter.catch_up()
    settle(qapp)
    made = presenter.presentation
    presenter.give(inputs)
    assert presenter.presentation is made
    assert not presenter.is_behind


def test_what_is_given_later_wins(presenter: PresentationMaker, changes: list[int], qapp: QApplication) -> None:
    presenter.give(long_given())
    presenter.catch_up()
    opened = OpenedText("short")
    presenter.give(PresenterInput(text_lane("a", opened), opened))
    settle(qapp)
    assert presenter.presentation.shown.display == "short"
    assert not changes


def test_a_lane_that_writes_shows_nothing_until_its_text_is_laid_out(
    presenter: PresentationMaker, qapp: QApplication
) -> None:
    opened, _ = long_text(LONG + 1, 4)
    presenter.give(PresenterInput(text_lane("a", opened, written("a summary"), writes=True), opened))
    assert presenter.presentation.shown.display == ""
    presenter.catch_up()
    settle(qapp)
    assert presenter.presentation.shown.display == "a summary"


def test_lack_of_memory_is_said(
    presenter: PresentationMaker, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def present(_: PresenterInput) -> Presentation:
        raise MemoryError

    monkeypatch.setattr(presentation_maker, "present", present)
    inputs = long_given()
    presenter.give(inputs)
    presenter.catch_up()
    settle(qapp)
    assert presenter.presentation.shown is inputs.shown()
    assert "not enough memory" in presenter.presentation.notices[0]


def test_cells_of_a_grid_are_laid_out_one_after_the_other(
    show: ShowGrid, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work: list[str] = []
    most: list[int] = []
    real = presentation_maker.present

    def present(inputs: PresenterInput) -> Presentation:
        at_work.append(inputs.content.key)
        most.append(len(at_work))
        try:
            return real(inputs)
        finally:
            at_work.remove(inputs.content.key)

    opened, spans = long_text(LONG + 1, 200)
    grid = show(text_lane("a", None))
    monkeypatch.setattr(presentation_maker, "present", present)
    grid.show_cells([entity_lane(key, opened, spans, seed) for seed, key in enumerate("abc")])
    until(qapp, lambda: len(grid.cells) == 3 and all(len(cell.presentation.marks) for cell in grid.cells))
    assert most == [1, 1, 1]


def test_labels_get_their_room_when_they_come(show: ShowGrid, qapp: QApplication) -> None:
    opened, spans = long_text(LONG + 1, 200)
    grid = show(text_lane("a", None))
    grid.show_cells([entity_lane("a", opened, spans)])
    body = grid.cells[0].body
    before = body.height_of(1)
    until(qapp, lambda: len(grid.cells[0].presentation.marks))
    assert body.height_of(1) > before


def test_a_cell_that_is_closed_meanwhile_is_forgotten(show: ShowGrid, qapp: QApplication) -> None:
    opened, spans = long_text(LONG + 1, 200)
    grid = show(text_lane("a", None))
    lanes = [entity_lane(key, opened, spans, seed) for seed, key in enumerate("ab")]
    grid.show_cells(lanes)
    grid.show_cells(lanes[:1])
    until(qapp, lambda: len(grid.cells[0].presentation.marks))
    settle(qapp)
    assert len(grid.cells) == 1
