"""What each type of prediction is shown as."""

import numpy as np
import pytest

from granview.core.labels import LabelSet
from granview.core.offsets import offsets
from granview.core.palette import class_colors
from granview.core.prediction import PREDICTION_TYPES, Prediction
from granview.core.predictions.answers import Answers
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.text import TextReference
from granview.gui.model.opened_text import OpenedText
from granview.gui.model.text_viewport import INPUT
from granview.gui.model.view_state import TextDifference
from granview.gui.presenters.class_scores import MAX_BARS
from granview.gui.presenters.compared_text import TARGET_SPACE, Compared
from granview.gui.presenters.marks import Line
from granview.gui.presenters.presentation import Bar, Presentation, SummaryText
from granview.gui.presenters.presenter_input import PresenterInput
from granview.gui.presenters.text_presenters import PRESENTERS, present
from granview.tasks.text_classes import matched_names
from tests.helpers.text_cells import TYPES, entities, spans_of, text_lane, text_reference, written

MOODS = LabelSet(("negative", "neutral", "positive"), class_colors(("negative", "neutral", "positive")), None)
TEXT = "Ada Lovelace met Babbage in London."
KNOWN = spans_of(TEXT, ("Ada Lovelace", "PER"), ("Babbage", "PER"), ("London", "LOC"))


def shown(
    prediction: Prediction | None, text: str = TEXT, reference: TextReference | None = None, **others: object
) -> Presentation:
    question = others.pop("question", None)
    difference = others.pop("difference", TextDifference.REFERENCE)
    opened = OpenedText(text, question=question)  # type: ignore[arg-type]
    content = text_lane("a", opened, prediction, reference=reference, **others)
    return present(PresenterInput(content, opened, difference=difference))  # type: ignore[arg-type]


def bars(presentation: Presentation) -> list[Bar]:
    return [row for row in presentation.rows if isinstance(row, Bar)]


def words(presentation: Presentation) -> str:
    return " ".join(row.text for row in presentation.rows if isinstance(row, SummaryText))


def test_every_type_of_prediction_has_a_presenter() -> None:
    pictures = {"label-map"}
    assert {served.type_name for served in PRESENTERS} == set(PREDICTION_TYPES.all()) - pictures


def test_classes_are_bars_the_most_probable_first() -> None:
    found = shown(ClassScores(np.array([0.2, 0.1, 0.7], np.float32)), labels=MOODS)
    assert [bar.name for bar in bars(found)] == ["positive", "negative", "neutral"]
    assert [bar.is_chosen for bar in bars(found)] == [True, False, False]
    assert [bar.verdict for bar in bars(found)] == [None] * 3
    assert bars(found)[0].color == MOODS.colors[2]
    assert found.shown.display == TEXT


@pytest.mark.parametrize(
    ("known", "verdicts"),
    [("positive", [True, None, None]), ("neutral", [False, None, False])],
)
def test_the_reference_tells_right_from_wrong(known: str, verdicts: list[bool | None]) -> None:
    said = ClassScores(np.array([0.2, 0.1, 0.7], np.float32))
    found = shown(said, reference=TextReference(labels=(known,)), labels=MOODS)
    assert [bar.verdict for bar in bars(found)] == verdicts


def test_of_many_classes_the_known_one_is_always_shown_and_the_rest_is_counted() -> None:
    names = tuple(f"class {n}" for n in range(20))
    scores = np.linspace(0.09, 0.01, 20, dtype=np.float32)
    found = shown(
        ClassScores(scores), reference=TextReference(labels=("class 17",)), labels=LabelSet(names, class_colors(names))
    )
    assert len(bars(found)) == MAX_BARS + 1
    assert bars(found)[-1].name == "class 17"
    assert f"{20 - MAX_BARS - 1} less likely" in words(found)


def test_a_multi_label_says_all_that_are_likely() -> None:
    found = shown(ClassScores(np.array([0.9, 0.1, 0.6], np.float32), multi_label=True), labels=MOODS)
    assert [(bar.name, bar.is_chosen) for bar in bars(found)] == [
        ("negative", True),
        ("positive", True),
        ("neutral", False),
    ]


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


def test_a_mapped_class_is_right() -> None:
    reference = TextReference(labels=("1",))
    names = matched_names("text-classification", MOODS, reference, {"positive": "1", "negative": "0"})
    said = ClassScores(np.array([0.2, 0.1, 0.7], np.float32))
    found = shown(said, reference=reference, labels=MOODS, names=names)
    assert [(bar.name, bar.verdict, bar.note) for bar in bars(found)] == [
        ("positive → 1", True, "reference"),
        ("negative → 0", None, ""),
        ("neutral", None, ""),
    ]


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


def test_the_reference_of_entities_shows_them_all() -> None:
    opened = OpenedText(TEXT)
    found = present(PresenterInput(text_reference(opened, TextReference(entities=KNOWN)), opened))
    assert [mark.text_format.label for mark in found.marks.between(0, 99)] == ["PER", "PER", "LOC"]
    said = found.say(30)
    assert said is not None
    assert said.text == "LOC"


CONTEXT = "The tower is 324 metres tall. It was built in 1889."


def answers(*texts: str, scores: tuple[float, ...], no_answer: float | None = None) -> Answers:
    spans = [(CONTEXT.index(text), CONTEXT.index(text) + len(text)) for text in texts]
    return Answers(offsets(spans), np.array(scores, np.float32), no_answer)


@pytest.mark.parametrize(("accepted", "verdict", "about"), [("1889", True, Line.NONE), ("1890", False, Line.DASHED)])
def test_the_answer_is_marked_in_its_context_and_judged(accepted: str, verdict: bool, about: Line) -> None:
    said = answers("1889", "324 metres", scores=(0.8, 0.1), no_answer=0.1)
    found = shown(said, CONTEXT, TextReference(answers=(accepted,)), question="When?")
    assert words(found) == "When?"
    assert [(bar.name, bar.is_chosen) for bar in bars(found)] == [
        ("1889", True),
        ("324 metres", False),
        ("no answer in this text", False),
    ]
    assert bars(found)[0].verdict is verdict
    assert found.focus == CONTEXT.index("1889")
    best = next(mark for mark in found.marks.between(0, 99) if mark.start == found.focus)
    assert best.text_format.about == about


@pytest.mark.parametrize(("accepted", "verdict"), [((), True), (("1889",), False)])
def test_no_answer_is_an_answer(accepted: tuple[str, ...], verdict: bool) -> None:
    found = shown(answers("1889", scores=(0.2,), no_answer=0.7), CONTEXT, TextReference(answers=accepted))
    chosen = [bar for bar in bars(found) if bar.is_chosen]
    assert [(bar.name, bar.verdict) for bar in chosen] == [("no answer in this text", verdict)]
    assert found.focus is None


def test_the_reference_of_a_question_marks_its_answer() -> None:
    opened = OpenedText(CONTEXT, question="How tall?")
    found = present(PresenterInput(text_reference(opened, TextReference(answers=("324 metres", "324"))), opened))
    assert [CONTEXT[m.start : m.end] for m in found.marks.between(0, 99)] == ["324 metres"]
    assert "324 metres / 324" in words(found)


def test_a_written_text_shows_what_it_has_more_and_less() -> None:
    said = written("The council voted for a bridge")
    compared = Compared("The council voted for the new bridge", TARGET_SPACE)
    found = shown(said, compared=compared, writes=True)
    assert found.shown.display == "The council voted for the new a bridge"
    assert [said.text[m.start : m.end] for m in found.marks.between(0, 99)] == ["a"]
    assert "5 of 7 words as in the reference, 1 more, 2 missing" in words(found)
    assert found.space != INPUT


def test_without_difference_a_written_text_stands_as_it_is_but_stays_aligned() -> None:
    compared = Compared("one two", TARGET_SPACE)
    found = shown(written("one three"), compared=compared, difference=TextDifference.OFF)
    assert found.shown.display == "one three"
    assert len(found.marks) == 0
    assert found.alignment is not None


def test_a_text_that_was_cut_off_says_so() -> None:
    assert "limit on new tokens" in words(shown(written("and then", stopped="length")))
    assert "limit" not in words(shown(written("and then")))


def test_a_written_token_says_its_probability() -> None:
    found = shown(written("red house", [0.5, 0.25]))
    said = found.say(5)
    assert said is not None
    assert said.text == "“house”  25 %"
    assert [mark.text_format.fill > 0.2 for mark in found.shades.between(0, 9)] == [True, True]


def test_what_is_being_written_is_shown_before_the_result_of_before() -> None:
    found = shown(written("old"), partial="new so f", writes=True)
    assert (found.shown.display, found.is_writing) == ("new so f", True)


def test_masks_are_filled_with_the_best_and_the_rest_is_listed() -> None:
    text = "The [MASK] of France is [MASK]."
    first, second = text.index("[MASK]"), text.rindex("[MASK]")
    said = FilledMasks(
        offsets([(first, first + 6), (second, second + 6)]),
        ((" capital", " heart"), (" Paris", " big")),
        np.array([[0.9, 0.05], [0.6, 0.3]], np.float32),
    )
    found = shown(said, text)
    assert found.shown.display == "The capital of France is Paris."
    assert [bar.name for bar in bars(found)] == ["capital", "heart", "Paris", "big"]
    readout = found.say(second)
    assert readout is not None
    assert readout.text == "Paris  60 %"


def test_a_lane_that_writes_shows_nothing_before_its_result_and_another_shows_the_text() -> None:
    assert shown(None, writes=True).shown.display == ""
    assert shown(None).shown.display == TEXT
