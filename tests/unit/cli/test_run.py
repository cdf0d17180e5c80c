"""``granview run`` as a user runs it, with real models of the embedded zoo, in processes of their own."""

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars
import psutil
import pytest
from PIL import Image

from granview.core.text import TextReference
from granview.export.run_output import RunOutput
from granview.store.session import Session
from tests.helpers.scored import SIZE, fill_session, write_files
from tests.unit.cli.conftest import GranviewRun

_ROOT = Path(__file__).parents[3]
_COMMAND = [sys.executable, str(_ROOT / "main.py"), "run", "--device", "cpu"]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.slow
def test_everything_of_the_design_is_written(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for index in range(2):
        write_files(tmp_path / "pictures", index)
    models = ["--model", "zoo:unet-nano", "--model", "zoo:unet-nano,variant=bf16"]
    places = ["--input", str(tmp_path / "pictures"), "--out", str(out)]
    command = [*_COMMAND, "--task", "image-segmentation", *models, *places]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 0, ended.stderr
    assert sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()) == [
        "comparison/s0.png",
        "comparison/s1.png",
        "cost.csv",
        "differences.csv",
        "grain.csv",
        "predictions/unet-nano-bf16/classes.json",
        "predictions/unet-nano-bf16/s0.png",
        "predictions/unet-nano-bf16/s1.png",
        "predictions/unet-nano/classes.json",
        "predictions/unet-nano/s0.png",
        "predictions/unet-nano/s1.png",
        "results.csv",
        "session.granview",
        "summary.csv",
        "units.csv",
        "variants.csv",
        "verdict.json",
        "verdict.md",
    ]
    assert [(row["sample"], row["lane"], row["variant"], row["status"]) for row in _rows(out / "results.csv")] == [
        *(("s0", "unet-nano", "fp32", "ok"), ("s0", "unet-nano-bf16", "bf16", "ok")),
        *(("s1", "unet-nano", "fp32", "ok"), ("s1", "unet-nano-bf16", "bf16", "ok")),
    ]
    assert [row["device"] for row in _rows(out / "summary.csv")] == ["cpu", "cpu"]
    with Image.open(out / "predictions" / "unet-nano" / "s0.png") as mask:
        assert (mask.mode, mask.size) == ("P", SIZE[::-1])
    assert "unet-nano: 2 of 2" in ended.stderr
    assert "unet-nano-bf16" in ended.stdout
    assert "miou" in ended.stdout
    with Session.open(out / "session.granview") as session:
        assert {row.status for row in session.results()} == {"ok"}


def test_a_damaged_picture_is_listed_and_the_rest_is_done(granview_run: GranviewRun, tmp_path: Path) -> None:
    good = write_files(tmp_path, 0)
    torn = tmp_path / "torn.png"
    torn.write_bytes(Path(good.path).read_bytes()[:60])
    ended = granview_run(
        *("--model", "zoo:unet-nano", "--input", good.path, torn, "--reference", tmp_path / "s0_mask.png"),
        *("--out", tmp_path / "out", "--skip", "predictions", "--quiet"),
    )
    assert ended.returncode == 1
    assert "failed: torn in unet-nano: " in ended.stderr
    assert "not written: comparison/torn.png" in ended.stderr
    rows = {row["sample"]: row for row in _rows(tmp_path / "out" / "results.csv")}
    assert (rows["s0"]["status"], rows["torn"]["status"]) == ("ok", "failed")
    assert rows["s0"]["miou"] != ""
    assert rows["torn"]["miou"] == rows["torn"]["forward_ms"] == ""
    assert not (tmp_path / "out" / "predictions").exists()


def test_a_model_that_cannot_be_loaded_ends_with_1_and_says_what_to_do(
    granview_run: GranviewRun, tmp_path: Path
) -> None:
    sample = write_files(tmp_path, 0)
    broken = _broken_model(tmp_path / "broken")
    ended = granview_run("--model", broken, "--input", sample.path, "--out", tmp_path / "out")
    assert ended.returncode == 1
    assert "broken" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.slow
@pytest.mark.parametrize("samples", [400])
def test_an_interrupt_ends_it_within_seconds_and_keeps_what_was_done(tmp_path: Path, samples: int) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    picture = Image.effect_noise((256, 256), 40).convert("RGB")
    picture.save(pictures / "0000.png")
    for index in range(1, samples):
        os.link(pictures / "0000.png", pictures / f"{index:04}.png")
    command = [*_COMMAND, "--model", "zoo:unet-nano", "--input", str(pictures), "--out", str(tmp_path / "out")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as runner:
        assert runner.stderr is not None
        first = runner.stderr.readline()
        assert first.startswith("unet-nano: "), first
        family = psutil.Process(runner.pid).children(recursive=True)
        start_s = time.monotonic()
        os.killpg(runner.pid, signal.SIGINT)
        said = runner.stderr.read()
        runner.wait(timeout=10)
        elapsed_s = time.monotonic() - start_s
    assert runner.returncode == 130, said
    assert elapsed_s < 5
    assert "Interrupted." in said
    assert "Traceback" not in said
    assert psutil.wait_procs(family, timeout=3)[1] == []
    with Session.open(tmp_path / "out" / "session.granview") as session:
        done = [row for row in session.results() if row.status == "ok"]
        assert 0 < len(done) < samples
        assert session.prediction(done[0].sample, "unet-nano") is not None


@pytest.mark.slow
def test_being_ended_keeps_the_old_results_and_the_new_ones_and_leaves_no_process(tmp_path: Path) -> None:
    out, pictures = tmp_path / "out", tmp_path / "pictures"
    with RunOutput(out) as output:
        fill_session(output.session, tmp_path / "old")
        assert output.finish(4, 4).failed == ""
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    pictures.mkdir()
    Image.effect_noise((256, 256), 40).convert("RGB").save(pictures / "0000.png")
    for index in range(1, 400):
        os.link(pictures / "0000.png", pictures / f"{index:04}.png")
    command = [*_COMMAND, "--model", "zoo:unet-nano", "--input", str(pictures), "--out", str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as runner:
        assert runner.stderr is not None
        assert runner.stderr.readline().startswith("unet-nano: ")
        family = psutil.Process(runner.pid).children(recursive=True)
        runner.send_signal(signal.SIGTERM)
        said = runner.stderr.read()
        assert runner.wait(timeout=10) == 128 + signal.SIGTERM, said
    left = psutil.wait_procs(family, timeout=1)[1]
    assert [process for process in left if process.status() != psutil.STATUS_ZOMBIE] == []
    kept = out / "unfinished.granview"
    assert "Ended by SIGTERM. " in said
    assert f"are in {kept};" in said
    assert "Traceback" not in said
    assert {path: path.read_bytes() for path in before} == before
    with Session.open(kept) as session:
        assert 0 < sum(row.status == "ok" for row in session.results()) < 400


def test_a_lane_that_never_loaded_is_listed_once(granview_run: GranviewRun, tmp_path: Path) -> None:
    for index in range(3):
        write_files(tmp_path / "pictures", index)
    ended = granview_run(
        *(
            "--model",
            "zoo:unet-nano",
            "--model",
            _broken_model(tmp_path / "broken"),
            "--skip",
            "comparison",
            "predictions",
        ),
        *("--input", tmp_path / "pictures", "--out", tmp_path / "out"),
    )
    assert ended.returncode == 1
    lines = [line for line in ended.stderr.splitlines() if line.startswith("failed: ")]
    assert len(lines) == 1
    assert lines[0].startswith("failed: all 3 samples in broken: ")


@pytest.mark.slow
def test_ratings_that_are_no_classes_are_not_scored_and_that_is_said(granview_run: GranviewRun, tmp_path: Path) -> None:
    table = tmp_path / "reviews.csv"
    table.write_text('id;review;stars\n1;"Good food";5\n2;"Awful";5\n')
    ended = granview_run(
        "--model", "zoo:sentiment-nano", "--input", table, "--out", tmp_path / "out", "--skip", "comparison"
    )
    assert ended.returncode == 0, ended.stderr
    assert "sentiment-nano, 2 samples: No class of the model has the name of the reference's class '5'" in ended.stderr
    assert "accuracy" not in ended.stdout
    assert [row["accuracy"] for row in _rows(tmp_path / "out" / "summary.csv")] == [""]


@pytest.mark.slow
def test_guessed_columns_are_said_and_doubts_come_with_the_option_that_settles_them(
    granview_run: GranviewRun, tmp_path: Path
) -> None:
    table = tmp_path / "rev.parquet"
    polars.DataFrame(
        {"review": ["Good food", "Awful"], "stars": [5, 1], "mood": ["positive", "negative"]}
    ).write_parquet(table)
    command = ["--model", "zoo:sentiment-nano", "--input", table, "--out", tmp_path / "out", "--skip", "comparison"]
    ended = granview_run(*command)
    assert ended.returncode == 0, ended.stderr
    said = "its columns were guessed: 'review' as text, 'stars' as label. It is not certain which column is the label."
    assert f"{table}: {said} Settle it with --columns text=review label=stars," in ended.stderr
    ended = granview_run(*command, "--columns", "text=review", "label=mood")
    assert ended.returncode == 0, ended.stderr
    assert "guessed" not in ended.stderr
    with Session.open(tmp_path / "out" / "session.granview") as session:
        known = [sample.reference and sample.reference.text for sample in session.samples()]
    assert known == [TextReference(labels=("positive",)), TextReference(labels=("negative",))]


def test_a_column_that_is_not_there_is_a_bad_argument(granview_run: GranviewRun, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("review,mood\nGood,x\n")
    command = ["--model", "zoo:sentiment-nano", "--input", tmp_path / "a.csv", "--out", tmp_path / "out"]
    ended = granview_run(*command, "--columns", "text=review", "label=stars")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "granview: a.csv has no column 'stars'. Its columns: 'review', 'mood'.\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_the_first_row_is_content_or_names_as_it_is_said(granview_run: GranviewRun, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("Wort;Art\nGut;x\nMist;y\n")
    command = ["--model", "zoo:sentiment-nano", "--input", table, "--out", tmp_path / "out", "--skip", "comparison"]
    ended = granview_run(*command)
    assert ended.returncode == 0, ended.stderr
    assert "no row of names was found, so its first row is taken as content like the others." in ended.stderr
    assert "--header yes" in ended.stderr
    assert len(_rows(tmp_path / "out" / "results.csv")) == 3
    ended = granview_run(*command, "--header", "yes", "--columns", "text=Wort")
    assert ended.returncode == 0, ended.stderr
    assert "no row of names" not in ended.stderr
    assert len(_rows(tmp_path / "out" / "results.csv")) == 2


def _broken_model(folder: Path) -> Path:
    """A model's folder that is there, and cannot be loaded."""
    folder.mkdir()
    (folder / "config.json").write_text("{")
    return folder
