"""Entities as marks, with their verdicts."""

from granview.core.labels import LabelSet
from granview.core.text import TextReference
from granview.gui.presenters.marks import Line
from granview.tasks.text_classes import matched_names
from tests.helpers.presented_texts import KNOWN, TEXT, shown, words
from tests.helpers.text_cells import TYPES, entities, spans_of


def test_entities_without_a_reference_are_labelled_with_their_type() -> None:
    found = shown(entities(TEXT, KNOWN))
    marks = found.marks.between(0, len(TEXT))
    assert [(mark.start, mark.end, mark.text_format.label) for mark in marks] == [
        (0, 12, "PER"),
        (17, 24, "PER"),
        (28, 34, "LOC"),
    ]
    assert {mark.text_format.about for mark in marks} == {Line.NONE}
    assert marks[0].text_format.color == TYPES.colors[0]


def test_wrong_entities_are_told_by_letters_and_lines() -> None:
    said = spans_of(TEXT, ("Ada Lovelace", "ORG"), ("met", "PER"), ("London", "LOC"))
    found = shown(entities(TEXT, said), reference=TextReference(entities=KNOWN))
    formats = {
        TEXT[m.start : m.end]: (m.text_format.label, m.text_format.about) for m in found.marks.between(0, len(TEXT))
    }
    assert formats == {
        "Ada Lovelace": ("ORG ✗ PER", Line.SOLID),
        "met": ("PER ✗", Line.SOLID),
        "London": ("LOC ✓", Line.NONE),
        "Babbage": ("– PER", Line.DASHED),
    }
    assert words(found) == "1 right ✓   1 of another type ✗   1 invented ✗   1 missed –"


def test_mapped_types_are_right_and_written_with_what_they_count_as() -> None:
    known = spans_of(TEXT, ("Ada Lovelace", "HUMAN"), ("Babbage", "HUMAN"), ("London", "PLACE"))
    said = spans_of(TEXT, ("Ada Lovelace", "PER"), ("met", "LOC"), ("London", "LOC"))
    edits = {"PER": "HUMAN", "LOC": "PLACE"}
    reference = TextReference(entities=known)
    found = shown(
        entities(TEXT, said),
        reference=reference,
        names=matched_names("token-classification", TYPES, reference, edits),
        known_labels=LabelSet(("HUMAN", "PLACE"), ((1, 2, 3), (4, 5, 6)), None),
    )
    formats = {
        TEXT[m.start : m.end]: (m.text_format.label, m.text_format.color) for m in found.marks.between(0, len(TEXT))
    }
    assert formats == {
        "Ada Lovelace": ("PER → HUMAN ✓", TYPES.colors[0]),
        "met": ("LOC → PLACE ✗", TYPES.colors[2]),
        "London": ("LOC → PLACE ✓", TYPES.colors[2]),
        "Babbage": ("– HUMAN", (1, 2, 3)),
    }
    assert words(found) == "2 right ✓   1 invented ✗   1 missed –"
    at_entity = found.say(4)
    assert at_entity is not None
    assert at_entity.text == "PER → HUMAN  90 %"


def test_an_entity_lane_says_what_stands_at_a_place() -> None:
    said = spans_of(TEXT, ("Ada Lovelace", "ORG"))
    found = shown(entities(TEXT, said, confidence=0.75), reference=TextReference(entities=KNOWN))
    at_entity, at_word, between = found.say(4), found.say(13), found.say(12)
    assert at_entity is not None
    assert at_word is not None
    assert (at_entity.text, at_entity.color) == ("ORG (reference: PER)  75 %", TYPES.colors[1])
    assert at_word.text == "O  75 %"
    assert between is None
    assert (found.text_span(4), found.text_span(13), found.text_span(12)) == ((0, 12), (13, 16), None)
    missed = found.say(30)
    assert missed is not None
    assert missed.name == "O (reference: LOC)"
