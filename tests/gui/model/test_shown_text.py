"""Code points and UTF-16 positions, there and back, for all that Qt shows otherwise than Python counts."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from granview.gui.model.shown_text import MAX_LINE, PART, ShownText, part_count, part_of
from granview.scoring.word_difference import Edit, EditKind

TEXTS = [
    "",
    "plain words",
    "smile 😀 and 𝒜𝓁𝑔𝑒𝒷𝓇𝒶, then 中文",
    "line one\r\nline two\rline three\nend",
    "nul \x00 bell \x07 delete \x7f tab \t end",
    "lone \ud83d surrogate \udc00 here",
    "Zalgo e\u0301\u0323 family 👨‍👩‍👧 flag 🇳🇴",
    "Qt's own \ufdd0 and \ufdd1, separators \u2028 and \u2029 end",
]


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("text", TEXTS)
def test_every_code_point_comes_back_from_where_it_stands(text: str) -> None:
    shown = ShownText(text)
    for offset in range(len(text)):
        back = shown.offset(shown.position(offset))
        assert back == offset or (text[offset] == "\r" and text[back] == "\n")
    assert shown.position(len(text)) == utf16(shown.display)
    assert shown.positions(np.arange(len(text))).tolist() == [shown.position(at) for at in range(len(text))]


@pytest.mark.parametrize("text", TEXTS)
def test_a_document_holds_the_display_without_changing_a_position(qapp: QApplication, text: str) -> None:
    shown = ShownText(text)
    document = QTextDocument()
    document.setPlainText(shown.display)
    assert document.characterCount() - 1 == utf16(shown.display)


def test_astral_characters_take_two_positions() -> None:
    shown = ShownText("a😀b")
    assert [shown.position(at) for at in range(4)] == [0, 1, 3, 4]
    assert [shown.offset(at) for at in range(5)] == [0, 1, 1, 2, 3]
    assert shown.after(2) == 3


def test_what_cannot_be_shown_has_a_picture() -> None:
    assert ShownText("a\x00b\x7f\ud800").display == "a␀b␡\ufffd"


def test_cr_lf_is_one_line_end_and_comes_back_as_it_was() -> None:
    shown = ShownText("ab\r\ncd")
    assert shown.display == "ab\ncd"
    assert shown.position(4) == 3
    assert shown.source_between(1, 5) == "b\r\ncd"


def test_what_is_copied_is_the_source() -> None:
    text = "a\x00😀\ud800z"
    assert ShownText(text).source_between(0, utf16(ShownText(text).display)) == text


def test_a_long_line_is_shown_in_pieces_and_says_so() -> None:
    text = "word " * (MAX_LINE // 2)
    shown = ShownText(text)
    assert shown.broken
    assert max(map(len, shown.display.split("\n"))) <= MAX_LINE
    assert shown.display.replace("\n", "") == text
    assert all(shown.offset(shown.position(at)) == at for at in range(0, len(text), 97))
    assert shown.source_between(0, len(shown.display)) == text
    assert not ShownText("word " * 100).broken


def test_a_long_line_without_spaces_is_broken_too() -> None:
    shown = ShownText("中" * (3 * MAX_LINE))
    assert [len(piece) for piece in shown.display.split("\n")] == [MAX_LINE] * 3


def test_insertions_are_shown_but_belong_to_nobody() -> None:
    shown = ShownText("one three", edits=[Edit(4, 4, "two ", EditKind.DELETED)])
    assert shown.display == "one two three"
    assert shown.edited == ((4, 8, Edit(4, 4, "two ", EditKind.DELETED)),)
    assert shown.position(4) == 8
    assert shown.after(4) == 4
    assert shown.source_between(0, 13) == "one three"
    assert shown.source_between(5, 13) == "three"


def test_a_mask_is_shown_filled_and_keeps_its_place() -> None:
    shown = ShownText("a [M] b", edits=[Edit(2, 5, "😀x", EditKind.FILLED)])
    assert shown.display == "a 😀x b"
    assert (shown.position(2), shown.after(5)) == (2, 5)
    assert shown.position(6) == 6
    assert shown.source_between(2, 5) == "[M]"


def test_edits_stay_on_one_line() -> None:
    assert ShownText("x", edits=[Edit(0, 0, "a\nb\x00", EditKind.DELETED)]).display == "a b␀x"


def test_a_part_keeps_the_offsets_of_the_whole() -> None:
    text = "0123456789"
    shown = ShownText(text, 4, 8)
    assert shown.display == "4567"
    assert (shown.position(5), shown.offset(1)) == (1, 5)
    assert (shown.position(0), shown.position(10)) == (0, 4)


def test_parts_cover_a_text_without_gaps_and_end_after_lines() -> None:
    text = "x" * 999 + "\n"
    text *= 2_500
    parts = [part_of(text, number) for number in range(part_count(text))]
    assert parts[0][0] == 0
    assert parts[-1][1] == len(text)
    assert all(first[1] == second[0] for first, second in pairwise(parts))
    assert all(text[end - 1] == "\n" for _, end in parts)
    assert max(end - start for start, end in parts) <= PART
