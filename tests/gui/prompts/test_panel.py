import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF

from granview.core.lane import LaneSpec
from granview.core.predictions.prompted_masks import PromptedMasks
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.gui.prompts.panel import PromptsPanel
from tests.gui.conftest import OpenBench
from tests.helpers.shell import Bench, write_scene

ROOT = Path(__file__).parents[3]


def _panel(bench: Bench) -> PromptsPanel:
    panel = bench.work.window.docks.panels["prompts"]
    assert isinstance(panel, PromptsPanel)
    return panel


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two tiny models, written in a process of its own: the window's process has no torch."""
    home = tmp_path_factory.mktemp("models")
    saving = "; ".join(f"save_prompted({kind!r}, Path({str(home / kind)!r}))" for kind in ("sam", "sam2"))
    code = f"from pathlib import Path; from tests.helpers.tiny_prompted import save_prompted; {saving}"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT)
    return home


@pytest.fixture
def prompted(bench: Bench, tmp_path: Path, models: Path) -> Bench:
    """A window with a picture and two lanes that are prompted."""
    bench.drop(write_scene(tmp_path / "in", "scene", reference=False))
    bench.until(lambda: bench.work.services.loader.content is not None)
    for kind in ("sam", "sam2"):
        lane = LaneSpec(kind, str(models / kind), device="cpu", task="mask-generation")
        bench.work.services.runner.add_lanes([lane], load=False)
    return bench


def _click(bench: Bench, x: float, y: float) -> None:
    point = QPointF(x, y)
    bench.work.services.viewport.pick(QRectF(point, point))


def _said(bench: Bench, lane: str) -> tuple[ObjectPrompt, ...]:
    prediction = bench.work.services.loader.predictions.get(lane)
    return prediction.prompts if isinstance(prediction, PromptedMasks) else ()


def test_every_lane_answers_the_same_prompt_and_the_session_keeps_it(prompted: Bench) -> None:
    panel = _panel(prompted)
    panel.switch.setChecked(True)
    _click(prompted, 30, 40)
    asked = (ObjectPrompt((PointPrompt(30, 40),)),)
    prompted.until(lambda: _said(prompted, "sam") == asked and _said(prompted, "sam2") == asked)
    prompted.work.services.viewport.pick_region("sam", QPointF(50, 60))
    asked = (asked[0].with_point(PointPrompt(50, 60, adds=False)),)
    prompted.until(lambda: _said(prompted, "sam") == asked and _said(prompted, "sam2") == asked)
    (sample,) = prompted.work.document.session.samples()
    assert sample.prompts == prompted.work.services.viewport.prompts == asked
    row = prompted.work.model.row("scene", "sam")
    assert row is not None
    assert any("encoded for an earlier prompt" in words for words in row.notices)
    assert panel.listed.text() == "1: +1, −1"


def test_a_click_after_a_phrase_or_an_object_taken_back_is_about_another_object(prompted: Bench) -> None:
    panel, prompter = _panel(prompted), prompted.work.services.prompter
    panel.switch.setChecked(True)
    _click(prompted, 30, 40)
    first = prompter.prompts
    prompter.ask_for("a cell")
    _click(prompted, 50, 60)
    assert prompter.prompts[1:] == (ObjectPrompt(phrase="a cell"), ObjectPrompt((PointPrompt(50, 60),)))
    prompter.undo()
    prompter.undo()
    _click(prompted, 70, 80)
    assert prompter.prompts == (*first, ObjectPrompt((PointPrompt(70, 80),)))


def test_another_object_a_box_and_what_is_taken_back(prompted: Bench) -> None:
    panel = _panel(prompted)
    panel.switch.setChecked(True)
    _click(prompted, 30, 40)
    panel.anew.click()
    prompted.work.services.viewport.pick(QRectF(10, 10, 20, 30))
    first, second = prompted.work.services.prompter.prompts
    assert (first.box_xyxy, second.box_xyxy) == (None, (10, 10, 30, 40))
    panel.phrase.setText("a cell")
    panel.phrase.returnPressed.emit()
    assert panel.listed.text().splitlines() == ["1: +1", "2: box", "3: “a cell”"]
    panel.undo.click()
    panel.undo.click()
    assert prompted.work.services.prompter.prompts == (first,)
    panel.clear.click()
    assert prompted.work.services.prompter.prompts == ()
    assert not panel.undo.isEnabled()


def test_clicks_are_no_prompts_until_that_is_wanted_and_explaining_ends_it(prompted: Bench) -> None:
    services = prompted.work.services
    _click(prompted, 30, 40)
    assert services.prompter.prompts == ()
    _panel(prompted).switch.setChecked(True)
    services.explain.choose(on=True)
    assert not services.prompt.is_on
    services.prompt.set_on(True)
    assert not services.explain.choice.on


def test_prompts_come_back_with_the_session(prompted: Bench, open_window: OpenBench, tmp_path: Path) -> None:
    _panel(prompted).switch.setChecked(True)
    _click(prompted, 30, 40)
    prompted.until(lambda: _said(prompted, "sam"))
    assert prompted.work.document.session.samples()[0].prompts
    _click(prompted, 5, 5)
    assert prompted.work.model.missing("sam")


def test_without_a_lane_that_is_prompted_it_says_what_to_add(bench: Bench) -> None:
    panel = _panel(bench)
    assert not panel.switch.isEnabled()
    assert "SAM" in panel.hint.text()


def test_what_was_said_last_is_taken_back_first_also_a_box_about_a_point(prompted: Bench) -> None:
    panel, prompter = _panel(prompted), prompted.work.services.prompter
    panel.switch.setChecked(True)
    _click(prompted, 30, 40)
    prompted.work.services.viewport.pick(QRectF(10, 10, 40, 50))
    assert prompter.prompts[0].box_xyxy is not None
    panel.undo.click()
    assert prompter.prompts == (ObjectPrompt((PointPrompt(30, 40),)),)
    panel.clear.click()
    prompter.undo()
    assert prompter.prompts == ()
