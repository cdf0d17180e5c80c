"""Weights over tokens as shades of a text."""

import pytest

from granview.gui.model.text_viewport import INPUT
from granview.gui.presenters.heat_shades import STRONGEST, heat_shades, lines_alone, special_share, weight_at
from granview.gui.presenters.marks import Line, TextFormat, marks_of
from tests.helpers.answers import heat, map_answer, word_answer

TEXT = "a fine film"


def _shades(values: list[float], space: str = INPUT, **more: object) -> list[tuple[int, int, float]]:
    marks = heat_shades(heat(word_answer(TEXT, values, **more)), space)  # type: ignore[arg-type]
    return [(mark.start, mark.end, mark.text_format.fill) for mark in marks.between(0, len(TEXT))]


def test_the_larger_the_weight_the_stronger_the_shade() -> None:
    shades = _shades([0.0, 0.0, 0.5, 1.0])
    assert [(start, end) for start, end, _ in shades] == [(0, 1), (2, 6), (7, 11)]
    assert [fill for *_, fill in shades] == pytest.approx([0, STRONGEST / 2, STRONGEST], abs=0.02)


def test_shades_end_at_the_common_scale() -> None:
    answer = word_answer(TEXT, [0, 0, 0, 0.5])
    fills = [mark.text_format.fill for mark in heat_shades(heat(answer, top=1.0), INPUT).between(7, 11)]
    assert fills == pytest.approx([STRONGEST / 2], abs=0.02)


def test_negative_weights_have_a_colour_of_their_own() -> None:
    marks = heat_shades(heat(word_answer(TEXT, [0, 1.0, -1.0, 0]), top=1.0, signed=True), INPUT)
    colors = [mark.text_format.color for mark in marks.between(0, 6)]
    assert colors == ["accent", "bad"]


def test_a_ring_is_drawn_about_the_whole_of_what_is_asked_about() -> None:
    marks = heat_shades(heat(word_answer("film", [0.2, 1.0], at=[1])), INPUT)
    rings = [(mark.start, mark.end) for mark in marks.between(0, 4) if mark.text_format.about]
    assert rings == [(0, 4)]
    apart = heat_shades(heat(word_answer(TEXT, [0, 1, 1, 1], at=[3, 1])), INPUT)
    assert [(mark.start, mark.end) for mark in apart.between(0, 11) if mark.text_format.about] == [(0, 1), (7, 11)]


def test_what_a_lane_wrote_is_shaded_in_its_own_text() -> None:
    assert _shades([0, 1.0, 1.0, 1.0], part="target") == []
    assert len(_shades([0, 1.0, 1.0, 1.0], "lane:a", part="target")) == 3


def test_raw_weight_of_the_token_at_a_place() -> None:
    shown = heat(word_answer(TEXT, [0.1, 0.2, 0.3, 0.4]))
    assert [weight_at(shown, INPUT, offset) for offset in (0, 2, 5, 10)] == pytest.approx([0.2, 0.3, 0.3, 0.4])
    assert weight_at(shown, INPUT, 1) is None
    assert weight_at(shown, "lane:a", 0) is None
    assert weight_at(heat(map_answer([[1.0]])), INPUT, 0) is None


def test_share_of_tokens_that_stand_for_no_text() -> None:
    assert special_share(heat(word_answer(TEXT, [0.25, 0.5, 0.125, 0.125]))) == pytest.approx(0.25)
    assert special_share(heat(word_answer(TEXT, [0, 0, 0, 0]), top=1.0)) is None


def test_marks_keep_their_lines_beneath_shades() -> None:
    marks = lines_alone(
        marks_of(word_answer("x", [0, 1]).weights.tokens.offsets[1:], [TextFormat("good", 0.3, Line.SOLID)])
    )  # type: ignore[union-attr]
    assert [(mark.text_format.fill, mark.text_format.under) for mark in marks.between(0, 1)] == [(0.0, Line.SOLID)]
