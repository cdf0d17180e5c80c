from pathlib import Path

import pytest

from granview.core.lane import LaneSpec
from granview.core.predictions.class_scores import ClassScores
from granview.core.predictions.generated_text import GeneratedText
from tests.helpers.shell import Bench, nano, write_scene
from tests.helpers.tiny_text_models import save_tiny_text

CLASSES, WRITING = "text-classification", "text2text-generation"


@pytest.fixture
def mixed(bench: Bench, tmp_path: Path) -> Bench:
    """A window with a picture, two reviews and a request, and a lane for each."""
    write_scene(tmp_path / "scenes", "scene")
    reviews, requests = tmp_path / "reviews.csv", tmp_path / "requests.jsonl"
    reviews.write_text("text,label\nA fine film.,positive\nA dull film.,negative\n", encoding="utf-8")
    requests.write_text('{"text": "add one and two", "target": "1 + 2"}\n', encoding="utf-8")
    bench.drop(tmp_path / "scenes", reviews, requests)
    bench.until(lambda: len(bench.work.model.samples.order) == 4)
    moods = save_tiny_text("bert", CLASSES, tmp_path / "moods")
    code = save_tiny_text("t5", WRITING, tmp_path / "code")
    lanes = [
        nano("masks"),
        LaneSpec("moods", str(moods), device="cpu", task=CLASSES),
        LaneSpec("code", str(code), device="cpu", task=WRITING),
    ]
    bench.work.services.runner.add_lanes(lanes)
    return bench


@pytest.mark.slow
def test_each_lane_runs_what_is_for_it_and_no_other(mixed: Bench) -> None:
    model = mixed.work.model
    written: list[tuple[str, str]] = []
    model.partial_arrived.connect(lambda lane, sample, text: written.append((lane, sample)))
    mixed.work.window.actions_by_name["run"].trigger()
    mixed.until(lambda: len(model._rows) == 4)
    mixed.until(lambda: not model.lanes.is_running)
    assert set(model._rows) == {
        ("scene", "masks"),
        ("reviews-0001", "moods"),
        ("reviews-0002", "moods"),
        ("requests-0001", "code"),
    }
    assert all(row.ok for row in model._rows.values())
    assert set(written) <= {("code", "requests-0001")}
    assert not mixed.work.services.loader.partials
    for name, lane, kind in (("reviews-0001", "moods", ClassScores), ("requests-0001", "code", GeneratedText)):
        model.samples.select(name)
        mixed.until(lambda lane=lane: lane in mixed.work.services.loader.predictions)
        assert isinstance(mixed.work.services.loader.predictions[lane], kind)
        mixed.until(lambda lane=lane: lane in {cell.content.key for cell in mixed.work.grid.cells})
        assert {"masks", "moods", "code"} & {cell.content.key for cell in mixed.work.grid.cells} == {lane}
    heard: list[bool] = []
    mixed.work.services.runner.nothing_to_run.connect(lambda: heard.append(True))
    mixed.work.services.runner.run()
    assert heard == [True]
