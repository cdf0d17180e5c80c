"""A saved lane of what a lane has said is scored exactly as that lane, in a real process, without any time or cost."""

import os
from pathlib import Path
from shutil import copy

import pytest

import granview
from granview.core.measurements import Cost
from granview.core.resources import resource_path
from granview.export.output_files import write_outputs
from granview.export.output_plan import OutputKind
from granview.report.session_contents import SessionContents
from granview.report.summary import rows_of
from granview.store.session import Session

MODELS = {"image-segmentation": "zoo:unet-nano", "token-classification": "zoo:ner-nano"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two scenes with references, three texts with entities, and what two zoo models said of them."""
    home = tmp_path_factory.mktemp("saved")
    for folder in ("in", "truth"):
        (home / folder).mkdir()
    for name in ("cells-01.png", "cells-02.png"):
        copy(resource_path() / "gallery" / "scenes" / name, home / "in" / name)
        copy(resource_path() / "gallery" / "references" / name, home / "truth" / name)
    copy(resource_path() / "gallery" / "references" / "classes.json", home / "truth")
    texts = (resource_path() / "gallery-text" / "entities.jsonl").read_text(encoding="utf-8").splitlines()[:3]
    (home / "texts.jsonl").write_text("\n".join(texts) + "\n", encoding="utf-8")
    session = home / "a.granview"
    with granview.compare(list(MODELS.values()), inputs_of(home), home / "truth", session=session) as comparison:
        assert comparison.failures == []
        write_outputs(comparison.session, home / "out", parts=[OutputKind.PREDICTIONS])
    return home


def inputs_of(home: Path) -> list[Path]:
    """The scenes and the texts."""
    return [home / "in", home / "texts.jsonl"]


def saved_lanes(home: Path) -> list[str]:
    """The sources of saved lanes of what the zoo's said."""
    folders = {task: home / "out" / "predictions" / model.removeprefix("zoo:") for task, model in MODELS.items()}
    return [f"saved:{folder},task={task}" for task, folder in folders.items()]


@pytest.mark.slow
def test_it_is_scored_as_the_lane_that_said_it_and_nothing_is_timed(home: Path, tmp_path: Path) -> None:
    with Session.open(home / "a.granview", read_only=True) as session:
        own = {(row.sample, row.lane): row.statistics for row in session.results()}
    with granview.compare(
        saved_lanes(home), inputs_of(home), home / "truth", session=tmp_path / "a.granview"
    ) as comparison:
        results = comparison.session.results()
        rows = rows_of(SessionContents.read(comparison.session))
        lanes = comparison.session.lanes()
    assert {(row.sample, row.lane): row.statistics for row in results} == own
    assert all(row.statistics for row in results)
    times = {(time.preprocess_ms, time.forward_ms, time.postprocess_ms, time.decode_ms) for time in _timings(results)}
    assert times == {(None, None, None, None)}
    assert {(row["variant"], row["device"], row.get("params"), row.get("load_s")) for row in rows} == {
        ("saved", "", None, None)
    }
    assert {lane.cost or Cost() for lane in lanes} == {Cost()}


@pytest.mark.slow
def test_what_is_missing_fails_and_what_has_changed_is_run_again(home: Path, tmp_path: Path) -> None:
    folder = home / "out" / "predictions" / "unet-nano"
    (tmp_path / "masks").mkdir()
    for name in ("cells-01.png", "classes.json"):
        copy(folder / name, tmp_path / "masks" / name)
    path, pictures = tmp_path / "a.granview", sorted((home / "in").glob("*.png"))
    with granview.compare(f"saved:{tmp_path / 'masks'}", pictures, home / "truth", session=path) as comparison:
        [failure] = comparison.failures
        assert "There is no saved prediction for cells-02.png." in str(failure)
        words = "1 of 2 samples has no saved prediction (cells-02)."
        assert words in [problem.error for problem in comparison.problems]
        before = comparison.session.lanes()[0].facts
    mask = tmp_path / "masks" / "cells-01.png"
    os.utime(mask, ns=(0, 0))
    with granview.compare(f"saved:{tmp_path / 'masks'}", pictures, home / "truth", session=path) as comparison:
        after = comparison.session.lanes()[0].facts
    assert before is not None
    assert after is not None
    assert before.weights_sha256 != after.weights_sha256


def _timings(results: list) -> list:
    return [row.timing for row in results if row.timing is not None]
