"""Written texts, and what they have more and less than another."""

from dataclasses import replace

from granview.core.text import Case, TextReference
from granview.gui.model.text_viewport import INPUT
from granview.gui.model.view_state import TextDifference
from granview.gui.presenters.text_content import TARGET_SPACE, Compared
from granview.gui.presenters.text_presenter import SummaryText
from tests.helpers.presented_texts import bars, shown, words
from tests.helpers.text_cells import written


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


def test_what_the_model_was_given_is_shown_where_it_is_more_than_the_text() -> None:
    prompt = f"<|user|>{'word ' * 300}<|assistant|>"
    row = shown(replace(written("so"), prompt=prompt, prompt_tokens=1310, prompt_left_out=20)).rows[-1]
    assert isinstance(row, SummaryText)
    assert row.caption == "Given to the model: 1,310 tokens, 20 more had no room"
    assert row.text.startswith("<|user|>word")
    assert row.text.endswith("<|assistant|>")
    assert "1,021 characters" in row.text
    assert "Given" not in words(shown(written("so")))


def test_a_short_answer_and_code_are_judged_as_their_tasks_score_them() -> None:
    short = TextReference(targets=("Paris", "the city of Paris"))
    assert [bar.verdict for bar in bars(shown(written(" Paris "), reference=short))] == [True]
    assert [bar.verdict for bar in bars(shown(written("paris"), reference=short))] == [False]
    long = TextReference(targets=("The council voted for the new bridge over the river",))
    assert bars(shown(written("The council voted"), reference=long)) == []
    assert [bar.verdict for bar in bars(shown(written(long.targets[0]), reference=long))] == [True]
    code = TextReference(cases=(Case({"x": 3}, 9), Case({"x": -2}, 4)))
    assert [bar.verdict for bar in bars(shown(written("x * x"), reference=code))] == [True]
    assert [bar.verdict for bar in bars(shown(written("x + 5"), reference=code))] == [False]
