"""How the pages are broken: no heading alone at a foot, no short table cut, hashes whole in small print."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from granview.export.page_content import Detail
from granview.export.report import document as d
from granview.export.report.drawing import Drawing, Label
from granview.export.report.pdf.cards_block import draw_text_cards
from granview.export.report.pdf.figure_block import draw_figure, figure_room
from granview.export.report.pdf.fonts import fonts_for
from granview.export.report.pdf.picture_block import draw_picture_row, picture_room
from granview.export.report.pdf.sheet import Sheet, new_sheet
from granview.export.report.pdf.small_print import draw_small_print
from granview.export.report.pdf.table_block import draw_table
from granview.export.report.pdf.text_blocks import draw_facts
from granview.export.report.pdf.write_pdf import write_pdf
from granview.export.texts.page_content import Passage, TextColumn, TextRun
from tests.helpers.reports import picture
from tests.unit.export.report.pdf.test_write_pdf import texts_of

HASHES = tuple((f"{place:04}.png", f"{place:064x}") for place in range(400))


@contextmanager
def sheet_at(part: float) -> Iterator[Sheet]:
    """A sheet of which this part of the first page is full."""
    with new_sheet(fonts_for(["abc0123456789…"]), "footer") as sheet:
        sheet.pdf.set_y(sheet.bottom * part)
        try:
            yield sheet
        finally:
            sheet.pdf.output()


def table(rows: int, words: int = 1) -> d.Table:
    cells = tuple((d.TableCell("word " * words), d.TableCell("0.5")) for _ in range(rows))
    return d.Table((d.Head("Lane"), d.Head("mIoU", True, "%")), cells, "A caption.")


@pytest.mark.parametrize(("rows", "words"), [(6, 1), (6, 40), (15, 1)])
def test_a_short_table_is_not_cut(rows: int, words: int) -> None:
    for part in (0.5, 0.7, 0.9):
        with sheet_at(part) as sheet:
            before = sheet.pdf.page
            draw_table(sheet, table(rows, words))
            assert sheet.pdf.page - before == (sheet.y < sheet.bottom * part)


def test_a_long_table_goes_on_where_it_is() -> None:
    with sheet_at(0.5) as sheet:
        draw_table(sheet, table(60))
        assert sheet.pdf.page == 2


def test_a_few_facts_stay_together() -> None:
    with sheet_at(0.95) as sheet:
        draw_facts(sheet, d.Facts(tuple((f"name {place}", "value") for place in range(6))))
        assert sheet.pdf.page == 2
        assert sheet.y > 6 * 3


def test_cards_of_an_example_stay_with_its_title() -> None:
    card = TextColumn("lane", (Detail("score 1.00"),), (Passage((TextRun("a text " * 12),)),))
    with sheet_at(0.9) as sheet:
        draw_text_cards(sheet, d.TextCards("entity", "t1", (card,) * 4, notes=("one", "two")))
        assert sheet.pdf.page == 2
        assert sheet.y < sheet.bottom / 2


def test_small_print_has_every_hash_whole_and_names_that_fit() -> None:
    section = d.Section("a", "Hashes", (d.SmallPrint("SHA-256", (*HASHES, ("x" * 300, "f" * 64))),))
    buffer = io.BytesIO()
    write_pdf(d.ReportDocument("en", "Title", "", "", (section,), "", ""), buffer)
    text = texts_of(buffer.getvalue())
    assert [value for _, value in HASHES if value not in text] == []
    assert "x" * 5 in text
    assert "x" * 299 not in text


def test_small_print_takes_half_the_pages_of_one_column() -> None:
    with sheet_at(0.0) as sheet:
        draw_small_print(sheet, d.SmallPrint("SHA-256", HASHES))
        assert sheet.pdf.page == 2


@contextmanager
def sheet_with(left_mm: float) -> Iterator[Sheet]:
    """A sheet of whose first page so much is left."""
    with sheet_at(0.5) as sheet:
        sheet.pdf.set_y(sheet.bottom - left_mm)
        yield sheet


def figure(is_row: bool = False) -> d.Figure:
    """A figure that is 68.75 mm high, and its caption of a line."""
    return d.Figure(Drawing(720, 300, (Label(10, 90, "abc"),)), "abc", "abc", is_row)


@pytest.mark.parametrize(("left_mm", "pages"), [(90, 1), (72, 1), (66, 1), (55, 2)])
def test_a_figure_that_misses_a_page_by_little_is_drawn_smaller(left_mm: float, pages: int) -> None:
    with sheet_with(left_mm) as sheet:
        draw_figure(sheet, figure())
        assert sheet.pdf.page == pages
        assert sheet.y <= sheet.bottom + 3


def test_figures_of_one_row_keep_one_size() -> None:
    with sheet_with(72) as sheet:
        assert figure_room(sheet, figure(is_row=True)) > 72 > figure_room(sheet, figure())
        draw_figure(sheet, figure(is_row=True))
        assert sheet.pdf.page == 2


def test_pictures_that_miss_a_page_by_little_are_drawn_smaller() -> None:
    row = d.PictureRow("a", "b", tuple(d.PictureCell("abc", (Detail("0.5"),), picture()) for _ in range(4)))
    with sheet_with(picture_room(row) + 0.5) as sheet:
        draw_picture_row(sheet, row)
        assert sheet.pdf.page == 1
        assert sheet.y <= sheet.bottom + 3
    with sheet_with(picture_room(row) - 0.5) as sheet:
        draw_picture_row(sheet, row)
        assert sheet.pdf.page == 2


def test_the_title_of_cards_that_fill_more_than_half_a_page_is_not_alone() -> None:
    long = TextColumn("abc", (), (Passage((TextRun("abc " * 500),), "abc"),))
    with sheet_with(60) as sheet:
        draw_text_cards(sheet, d.TextCards("a title", "", (long,) * 2))
        drawn = n_texts_of_first_page(sheet)
    with sheet_with(60) as sheet:
        sheet.pdf.add_page()
        assert drawn == n_texts_of_first_page(sheet)


def n_texts_of_first_page(sheet: Sheet) -> int:
    """The texts that are drawn on it, its footer among them."""
    assert sheet.pdf.page > 1
    return len(re.findall(rb"T[jJ]\b", bytes(sheet.pdf.pages[1].contents)))
