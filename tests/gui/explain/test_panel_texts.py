"""Words asked about in the window, with a real model that writes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from granview.core.events import LaneState
from granview.core.explain_query import SpanPlace
from granview.core.lane import LaneSpec
from granview.core.predictions.generated_text import GeneratedText
from granview.gui.explain.panel import ExplainPanel
from granview.gui.lanes.texts.text_cell import TextCell
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.text_viewport import INPUT
from tests.helpers.shell import Bench


@pytest.fixture
def run(bench: Bench, tmp_path: Path) -> Bench:
    """A window in which a model has rewritten a request, with its attention shown."""
    request = tmp_path / "request.txt"
    request.write_text("add one and two", encoding="utf-8")
    _explain(bench, request, LaneSpec("code", "zoo:code-nano", device="cpu", task="text2text-generation"))
    return bench


def _explain(bench: Bench, file: Path, lane: LaneSpec) -> None:
    """Drop a file of one text, run a lane over it, and show what it attends to."""
    bench.drop(file)
    bench.until(lambda: len(bench.work.model.samples.order) == 1)
    bench.work.services.runner.add_lanes([lane])
    bench.work.window.actions_by_name["run"].trigger()
    bench.until(lambda: lane.name in bench.work.services.loader.predictions)
    bench.work.window.actions_by_name["explain"].trigger()
    bench.until(lambda: bench.work.services.explainer.explanations.heat(lane.name))


def _cell(bench: Bench, key: str) -> TextCell:
    return next(cell for cell in bench.work.grid.cells if cell.content.key == key)


def _click(bench: Bench, key: str, offset: int) -> None:
    cell = _cell(bench, key)
    at = cell.body.boxes_of((offset, offset + 1))[0].center().toPoint()
    QTest.mouseClick(cell.body.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    bench.until(lambda: not bench.work.services.explainer.waits)


def _ring(cell: TextCell) -> list[tuple[int, int]]:
    marks = cell.body._overlay.shades.between(0, 1_000)
    return [(mark.start, mark.end) for mark in marks if mark.text_format.about]


@pytest.mark.slow
def test_words_read_and_words_written_are_asked_about_in_their_own_stacks(run: Bench) -> None:
    state, explainer = run.work.services.explain, run.work.services.explainer
    assert state.choice.method == "attention"
    _click(run, "text", 5)
    place = state.choice.place
    assert isinstance(place, SpanPlace)
    assert (place.part, place.start <= 5 < place.end) == ("text", True)
    run.until(lambda: _ring(_cell(run, "text")))
    assert [start <= 5 < end for start, end in _ring(_cell(run, "text"))] == [True]
    _click(run, "code", 0)
    assert isinstance(state.choice.place, SpanPlace)
    assert (state.choice.place.part, state.choice.stack, state.choice.direction) == ("target", "cross", "from")
    run.until(lambda: (heat := explainer.explanations.heat("code")) is not None and heat.explanation.stack == "cross")
    run.until(lambda: _ring(_cell(run, "code")))
    run.until(lambda: any(mark.text_format.fill > 0 for mark in _cell(run, "text").body._overlay.shades.between(0, 15)))
    assert explainer.explanations.foremost(["code"]) == "code"
    _click(run, "text", 5)
    assert (state.choice.stack, state.choice.direction) == ("cross", "to"), "a word that is read: who looks at it?"
    assert not explainer.message("code")


@pytest.mark.slow
def test_the_text_is_shaded_by_the_lane_that_was_clicked_in_last(run: Bench) -> None:
    explainer, grid = run.work.services.explainer, run.work.grid
    run.work.services.runner.add_lanes([LaneSpec("other", "zoo:code-nano", device="cpu", task="text2text-generation")])
    run.work.window.actions_by_name["run"].trigger()
    run.until(
        lambda: (
            "other" in run.work.services.loader.predictions
            and explainer.explanations.heat("other")
            and not explainer.waits
        )
    )
    panel = run.work.window.docks.panels["explain"]
    assert isinstance(panel, ExplainPanel)
    run.until(lambda: "shaded as code attends to it" in panel.hint.text())
    assert _cell(run, "text").content.subtitle == "as code attends to it"
    for lane in ("other", "code"):
        body = _cell(run, lane).body
        below = body.viewport().rect().bottomRight() - QPoint(2, 2)
        QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, below)
        run.until(lambda lane=lane: _cell(run, "text").content.subtitle == f"as {lane} attends to it")
        assert f"shaded as {lane} attends to it" in panel.hint.text()
        assert run.work.services.explain.choice.place is None, "no word was clicked on"
    _click(run, "other", 0)
    run.until(lambda: _cell(run, "text").content.subtitle == "as other attends to it")
    assert (word := grid.cells[-1].content.prediction) is not None
    assert isinstance(word, GeneratedText)
    run.until(lambda: "which other wrote" in panel.hint.text())
    place = run.work.services.explain.choice.spans["other"]
    assert f"“{word.text[place.start : place.end].strip()}”" in panel.hint.text()
    _click(run, "text", 5)
    run.until(lambda: _cell(run, "text").content.subtitle == "as other attends to it")


@pytest.mark.slow
def test_raw_weights_stand_at_the_cursor(run: Bench) -> None:
    run.until(lambda: _cell(run, "text").content.heat is not None)
    _cell(run, "text").body.pointed.emit(5)
    said = run.work.services.texts.readouts["text"]
    assert said is not None
    assert float(said.text) >= 0
    assert run.work.services.texts.pointed is not None
    assert INPUT in run.work.services.texts.pointed.text_spans


@pytest.mark.slow
def test_the_reference_entity_at_a_word_says_how_much_of_the_answer_lies_inside(bench: Bench, tmp_path: Path) -> None:
    tagged = tmp_path / "tagged.conll"
    tagged.write_text("Anna B-PER\nBerg I-PER\nlives O\nin O\nOslo B-LOC\n. O\n", encoding="utf-8")
    _explain(bench, tagged, LaneSpec("ner", "zoo:ner-nano", device="cpu", task="token-classification"))
    state, explainer = bench.work.services.explain, bench.work.services.explainer
    _click(bench, "ner", 6)
    assert state.choice.region == SpanPlace(0, 9)

    def share() -> float | None:
        heat = explainer.explanations.heat("ner")
        return None if heat is None else (heat.explanation.numbers or {}).get("share_inside")

    bench.until(lambda: share() is not None)
    _click(bench, REFERENCE_KEY, 11)
    assert state.choice.region is None, "no entity is known there"
    bench.until(lambda: share() is None)


@pytest.mark.slow
def test_a_sample_that_no_lane_does_is_said_to_have_nobody_to_ask(bench: Bench, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"question": "Who?", "context": "Anna was.", "answers": ["Anna"]}\n', encoding="utf-8")
    bench.drop(questions)
    bench.until(lambda: len(bench.work.model.samples.order) == 1)
    lanes = {"ner": "token-classification", "sentiment": "text-classification"}
    specs = [LaneSpec(name, f"zoo:{name}-nano", device="cpu", task=task) for name, task in lanes.items()]
    bench.work.services.runner.add_lanes(specs)
    bench.until(lambda: {lane.state for lane in bench.work.model.lanes.all()} == {LaneState.IDLE})
    bench.work.window.actions_by_name["explain"].trigger()
    panel = bench.work.window.docks.panels["explain"]
    assert isinstance(panel, ExplainPanel)
    bench.until(lambda: panel.hint.text() == "No lane can be asked about this sample.", timeout_s=10)
