"""Weights over tokens on one scale, whatever text the tokens are of."""

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image

from granview.core.explain_query import ExplainQuery
from granview.core.explanation import PARTS, SPECIAL, Explanation, Tokens, TokenWeights
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.export.explanation_groups import ExplanationGroup, explanation_groups
from granview.export.page_request import PageTools
from granview.export.sample_export import SAMPLE_EXPORTS
from granview.export.texts.page_content import Passage, TextPage, TextRun
from granview.export.texts.renderer import PageRenderer
from granview.export.texts.token_weight_pages import STRONGEST, token_weight_page
from granview.store.session import Session
from tests.helpers.scored_texts import SUMMARIES, text_lane, text_result
from tests.helpers.text_tasks import written

QUERY = ExplainQuery("rollout")


def _answer(values: list[float], *tokens: tuple[str, int, int, str]) -> Explanation:
    """Weights over tokens by piece, start, end, and the text that each is of; none for a special one."""
    part = [PARTS.index(name) if name else SPECIAL for *_, name in tokens]
    places = np.array([(start, end) for _, start, end, _ in tokens], np.int32)
    made = Tokens(tuple(piece for piece, *_ in tokens), places, np.array(part, np.uint8))
    return Explanation("rollout", TokenWeights(np.array(values, np.float32), made))


def _pages(tmp_path: Path, sample: Sample, **answers: Explanation) -> tuple[Session, ExplanationGroup]:
    session = Session.create(tmp_path / "s.granview")
    session.add_samples([sample])
    for lane, answer in answers.items():
        spec, ready = text_lane(lane, SUMMARIES)
        session.add_lane(spec)
        session.record([ready, text_result(lane, SUMMARIES, sample, written("ein Satz"))])
        session.keep_explanation(sample.name, lane, QUERY, answer.packed())
    (question,) = explanation_groups(session.samples(), session.explanations())
    return session, question


def _page(session: Session, question: ExplanationGroup) -> TextPage:
    with session:
        return token_weight_page(session, question, question.rows)


def _runs(block: object) -> tuple[TextRun, ...]:
    assert isinstance(block, Passage)
    return block.runs


SAMPLE = Sample("t", "", kind="text", text=TextInput.of("a bc d", pair="x yz"))
WORDS = (("a", 0, 1, "text"), ("bc", 2, 4, "text"), ("d", 5, 6, "text"))


def test_shades_are_those_of_the_scale_of_all_lanes(tmp_path: Path) -> None:
    page = _page(*_pages(tmp_path, SAMPLE, one=_answer([0.1, 0.2, 0], *WORDS), two=_answer([0.4, 0, 0], *WORDS)))
    fills = [
        {run.text: run.text_formats[0].fill for run in _runs(p.blocks[0]) if run.text_formats} for p in page.panels
    ]
    assert fills == [
        {"a": pytest.approx(STRONGEST / 4, abs=1e-3), "bc": pytest.approx(STRONGEST / 2)},
        {"a": STRONGEST},
    ]
    assert ["".join(run.text for run in _runs(panel.blocks[0])) for panel in page.panels] == ["a bc d"] * 2
    assert "one scale: 0 to 0.4" in page.subtitle
    assert [entry.name for entry in page.legend] == ["0", "0.1", "0.2", "0.3", "0.4"]


def test_values_that_do_not_compare_have_a_scale_for_each_lane(tmp_path: Path) -> None:
    answers = {"one": _answer([0.1, 0.2, 0], *WORDS), "two": _answer([40, 0, 0], *WORDS)}
    session, rollout = _pages(tmp_path, SAMPLE, **answers)
    rows = tuple(replace(row, query=ExplainQuery("relevance")) for row in rollout.rows)
    page = _page(session, ExplanationGroup(SAMPLE, "relevance", rows))
    fills = [
        {run.text: run.text_formats[0].fill for run in _runs(p.blocks[0]) if run.text_formats} for p in page.panels
    ]
    assert fills == [{"a": pytest.approx(STRONGEST / 2), "bc": STRONGEST}, {"a": STRONGEST}]
    assert [panel.details[-1].text for panel in page.panels] == ["scale 0 to 0.2", "scale 0 to 40"]
    assert "a scale per lane" in page.subtitle
    assert "do not compare between networks" in page.notes[0]
    assert [entry.name for entry in page.legend] == ["0%", "25%", "50%", "75%", "100%"]


def test_weights_below_zero_have_another_colour_and_the_scale_both_ends(tmp_path: Path) -> None:
    page = _page(*_pages(tmp_path, SAMPLE, one=_answer([0.2, -0.4, 0], *WORDS)))
    marked = {run.text: run.text_formats[0].color for run in _runs(page.panels[0].blocks[0]) if run.text_formats}
    assert marked == {"a": "accent", "bc": "bad"}
    assert "one scale: -0.4 to 0.4" in page.subtitle
    assert (page.legend[0].name, page.legend[-1].name) == ("-0.4", "0.4")


def test_each_text_stands_under_its_name_and_special_tokens_by_themselves(tmp_path: Path) -> None:
    tokens = (("[CLS]", 0, 0, ""), *WORDS, ("yz", 2, 4, "pair"), ("Satz", 4, 8, "target"))
    page = _page(*_pages(tmp_path, SAMPLE, one=_answer([0.5, 0.1, 0.1, 0.1, 0.2, 0.25], *tokens)))
    found = [(block.caption, [run.text for run in block.runs if run.text_formats]) for block in page.panels[0].blocks]
    assert found == [
        ("Text", ["a", "bc", "d"]),
        ("Second text", ["yz"]),
        ("Written", ["Satz"]),
        ("Special tokens", ["[CLS]"]),
    ]
    assert _runs(page.panels[0].blocks[-1])[0].label == "0.5"


def test_a_question_stands_under_its_name(tmp_path: Path) -> None:
    tokens = (*WORDS, ("who", 0, 3, "question"))
    page = _page(*_pages(tmp_path, SAMPLE, one=_answer([0.5, 0.1, 0.1, 0.1], *tokens)))
    assert [block.caption for block in page.panels[0].blocks] == ["Text", "Question"]


def test_tokens_of_a_text_that_is_not_there_are_shown_as_they_are_spelt(tmp_path: Path) -> None:
    tokens = (("Ġone", 0, 4, "question"), ("Ġtwo", 40, 44, "question"))
    (passage,) = _page(*_pages(tmp_path, SAMPLE, one=_answer([0.5, 0.5], *tokens))).panels[0].blocks
    assert [run.text for run in _runs(passage) if run.text_formats] == ["Ġone", "Ġtwo"]


def test_of_tokens_that_share_a_place_the_largest_weight_counts(tmp_path: Path) -> None:
    emoji = Sample("t", "", kind="text", text=TextInput.of("🙂"))
    tokens = (("ð", 0, 1, "text"), ("Ł", 0, 1, "text"), ("ĺ", 0, 1, "text"))
    page = _page(*_pages(tmp_path, emoji, one=_answer([0.1, -0.4, 0.2], *tokens)))
    (run,) = _runs(page.panels[0].blocks[0])
    assert (run.text, run.text_formats[0].color, run.text_formats[0].fill) == ("🙂", "bad", STRONGEST)


def test_weights_that_are_not_numbers_are_not_shaded(tmp_path: Path) -> None:
    page = _page(*_pages(tmp_path, SAMPLE, one=_answer([float("nan"), 0.5, 0], *WORDS)))
    assert [run.text for run in _runs(page.panels[0].blocks[0]) if run.text_formats] == ["bc"]


def test_pages_are_drawn(tmp_path: Path) -> None:
    session, question = _pages(tmp_path, SAMPLE, one=_answer([0.1, 0.2, 0], *WORDS), two=_answer([0.4, 0, 0], *WORDS))
    with session, PageRenderer() as renderer:
        SAMPLE_EXPORTS.get("text").write_explanations(tmp_path / "page.png", question, PageTools(session, renderer))
    with Image.open(tmp_path / "page.png") as picture:
        assert picture.size[0] == 2 * (2 * 420 + 16 + 64)
        assert len(picture.convert("RGB").getcolors(1 << 24)) > 10
