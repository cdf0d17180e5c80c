from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.gui.model import opened_text
from granview.gui.model.opened_text import OpenedText, open_text
from granview.gui.model.shown_text import PART
from granview.scoring.word_difference import Edit, EditKind
from tests.helpers.grids import ShowGrid
from tests.helpers.shell_waiting import until
from tests.helpers.text_cells import text_lane


def test_a_sample_that_carries_its_text_is_not_read() -> None:
    given = TextInput.of("context", "second", "question?")
    opened = open_text(Sample("a", "/nowhere.jsonl", kind="text", record=0, text=given))
    assert (opened.text, opened.pair, opened.question) == ("context", "second", "question?")


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("grüße\n", encoding="utf-8", newline="")
    assert open_text(Sample("a", str(path), kind="text")).text == "grüße\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_big_file_is_read_like_a_small_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("grüße 😀 中文\r\n" * 150_000, encoding=encoding, newline="")
    piecewise = open_text(Sample("a", str(path), kind="text"))
    monkeypatch.setattr(opened_text, "PIECEWISE_BYTES", 1 << 30)
    assert piecewise.text == open_text(Sample("a", str(path), kind="text")).text
    assert len(piecewise.text) == 150_000 * 12


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        open_text(Sample("a", str(tmp_path / "gone.txt"), kind="text"))


def test_a_part_is_made_once_unless_it_is_edited() -> None:
    opened = OpenedText("some words")
    assert opened.shown(0) is opened.shown(0)
    assert opened.shown(7) is opened.shown(0)
    assert opened.shown(0, [Edit(0, 0, "more ", EditKind.DELETED)]).display == "more some words"


def test_a_very_long_text_is_shown_in_parts_and_says_so(show: ShowGrid) -> None:
    text = "A line of some thirty letters.\n" * (PART // 15)
    opened = OpenedText(text)
    grid = show(text_lane("a", opened))
    assert opened.parts == 3
    body = grid.cells[0].body
    assert body.shown.end < len(text)
    bar = grid.cell_grid.parts
    assert bar.words.text() == f"Part 1 of 3 of a text of {len(text):,} characters"
    assert not bar.previous.isEnabled()
    bar.next.click()
    bar.next.click()
    assert body.shown.end == len(text)
    assert not bar.next.isEnabled()
    assert opened.part_at(len(text) - 1) == 2
    assert opened.part_at(0) == 0


def test_cells_of_a_long_text_are_filled_one_by_one(show: ShowGrid, qapp: QApplication) -> None:
    opened = OpenedText("A line of some thirty letters.\n" * 10_000)
    grid = show(text_lane("a", None))
    grid.show_cells([text_lane(key, opened) for key in ("a", "b", "c")])
    assert [bool(cell.body.shown.display) for cell in grid.cells] == [True, False, False]
    until(qapp, lambda: all(cell.body.shown.display for cell in grid.cells))


def test_one_enormous_line_is_shown_in_pieces_and_says_so(show: ShowGrid) -> None:
    grid = show(text_lane("a", OpenedText("word " * 50_000)))
    assert grid.cells[0].body.blockCount() > 50
    assert "pieces" in grid.cells[0].foot.text
