import pytest
from PySide6.QtCore import Qt

from granview.core.text import TextInput
from granview.gui.widgets.text_preview import as_tip, direction_of, one_line, preview_of, searchable


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  two\n\tlines ", "two lines"),
        ("a\x00b", "a\ufffdb"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("", ""),
        ("👩‍👩‍👧 é", "👩‍👩‍👧 é"),
    ],
)
def test_line_shows_what_a_line_can_show(text: str, line: str) -> None:
    assert one_line(text) == line


def test_line_is_short_however_long_the_text() -> None:
    assert one_line("word " * 1_000_000, 12) == "word word wo"
    assert len(preview_of(TextInput.of("é" * 1_000_000), 100)) == 100


def test_question_comes_first_and_a_pair_last() -> None:
    assert preview_of(TextInput.of("The context.", question="Who?")) == "Who? · The context."
    assert preview_of(TextInput.of("One.", "Two.")) == "One. · Two."


def test_search_looks_into_every_part_up_to_its_limit() -> None:
    assert searchable(TextInput.of("context", "pair", "question"), 3) == "con\npai\nque"


@pytest.mark.parametrize(
    ("text", "is_rtl"),
    [("שלום, world", True), ("12, مرحبا", True), ("hello שלום", False), ("中文", False), ("123", False), ("", False)],
)
def test_line_runs_in_the_direction_of_its_first_letter(text: str, is_rtl: bool) -> None:
    flags = Qt.TextFlag.TextForceRightToLeft, Qt.TextFlag.TextForceLeftToRight
    assert direction_of(text) == flags[0 if is_rtl else 1]


def test_tip_is_never_markup_and_keeps_lines() -> None:
    tip = as_tip("<b>x</b>\nnext\x00")
    assert "&lt;b&gt;x&lt;/b&gt;\nnext\ufffd" in tip
    assert "pre-wrap" in tip
