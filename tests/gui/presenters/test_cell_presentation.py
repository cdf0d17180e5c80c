"""What a cell of a text shows where a lane has said nothing yet, and what is known of a text."""

from dataclasses import replace

from granview.core.text import TextReference
from granview.gui.model.opened_text import OpenedText
from granview.gui.presenters.cell_presentation import present
from granview.gui.presenters.text_presenter import PresenterInput, SummaryText
from tests.helpers.canvas import Sketch
from tests.helpers.presented_texts import KNOWN, TEXT, shown, words
from tests.helpers.text_cells import text_reference, written


def test_the_reference_of_entities_shows_them_all() -> None:
    opened = OpenedText(TEXT)
    found = present(PresenterInput(text_reference(opened, TextReference(entities=KNOWN)), opened))
    assert [mark.text_format.label for mark in found.marks.between(0, 99)] == ["PER", "PER", "LOC"]
    said = found.say(30)
    assert said is not None
    assert said.text == "LOC"


CONTEXT = "The tower is 324 metres tall. It was built in 1889."


def test_the_reference_of_a_question_marks_its_answer() -> None:
    opened = OpenedText(CONTEXT, question="How tall?")
    found = present(PresenterInput(text_reference(opened, TextReference(answers=("324 metres", "324"))), opened))
    assert [CONTEXT[m.start : m.end] for m in found.marks.between(0, 99)] == ["324 metres"]
    assert "324 metres / 324" in words(found)


def test_what_is_being_written_is_shown_before_the_result_of_before() -> None:
    found = shown(written("old"), partial="new so f", writes=True)
    assert (found.shown.display, found.is_writing) == ("new so f", True)


def test_a_lane_that_writes_shows_nothing_before_its_result_and_another_shows_the_text() -> None:
    assert shown(None, writes=True).shown.display == ""
    assert shown(None).shown.display == TEXT


def test_what_nobody_can_show_is_said_beside_the_text() -> None:
    found = shown(Sketch())
    assert found.shown.display == TEXT
    assert found.notices == ("There is no presenter for predictions of the type “sketch”: update what makes them.",)


def test_every_reference_of_a_text_that_is_written_is_shown() -> None:
    opened, known = OpenedText(TEXT), TextReference(targets=("First.", "Second.", "Third."))
    found = present(PresenterInput(replace(text_reference(opened, known), target="First."), opened))
    assert found.shown.display == "First."
    rows = [(row.caption, row.text) for row in found.rows if isinstance(row, SummaryText)]
    assert rows == [("Also right, 2 of 3", "Second."), ("Also right, 3 of 3", "Third.")]


def test_the_reference_of_masks_has_the_right_words_in_their_places() -> None:
    opened = OpenedText("The [MASK] of France is <mask>.")
    found = present(PresenterInput(text_reference(opened, TextReference(targets=("capital", "Paris"))), opened))
    assert found.shown.display == "The capital of France is Paris."
    assert "capital / Paris" in words(found)
    assert len(found.marks) == 2
    fewer = present(PresenterInput(text_reference(opened, TextReference(targets=("capital",))), opened))
    assert fewer.shown.display == opened.text
    assert "capital" in words(fewer)
