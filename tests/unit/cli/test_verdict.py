"""``granview verdict`` as a process, and what it prints of sessions."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from granview import cli
from granview.cli.verdict import margins_of
from granview.cli.verdict_text import folded
from granview.core.errors import ArgumentError
from granview.store.session import Session
from tests.helpers.ladder_lanes import ladder_session


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("verdict")
    ladder_session(out / "session.granview", samples=12).close()
    return out


def _run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    code = f"import sys; from granview.cli import main; sys.exit(main({[str(each) for each in arguments]!r}))"
    environment = os.environ | {"COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", env=environment)


@pytest.mark.slow
def test_a_folder_of_a_run_is_told_in_either_language_as_a_process(folder: Path) -> None:
    english = _run("verdict", folder)
    assert english.returncode == 0, english.stderr
    assert english.stdout.startswith("No difference shown: unet-base and unet-small have the same mIoU on each of 12")
    assert "unet-base is better than unet-nano by" in english.stdout
    assert max(map(len, english.stdout.splitlines())) <= 100
    chinese = _run("verdict", folder / "session.granview", "--language", "zh", "--short")
    assert chinese.returncode == 0, chinese.stderr
    assert "unet-base 优于 unet-nano：mIoU（平均交并比）高" in chinese.stdout.replace("\n", "")


def test_json_has_every_fact_and_both_passages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verdict", str(folder), "--json", "--margin", "miou=0.3"]) == 0
    (verdict,) = json.loads(capsys.readouterr().out)["verdicts"]
    assert verdict["task"] == "image-segmentation"
    assert set(verdict["passage"]) == {"en", "zh"}
    over_all = verdict["pairs"][0]["over_all"]
    assert over_all["margin"] == 0.3
    assert over_all["difference"] == pytest.approx(over_all["larger"] - over_all["smaller"])
    assert over_all["finding"] == "larger better"
    assert over_all["is_within_margin"]
    assert {cost["kind"] for cost in verdict["pairs"][0]["costs"]} == {"time", "memory", "parameters"}


def test_what_cannot_be_meant_is_refused_in_a_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refusals = {
        ("verdict", str(folder), "--against", "other"): "no lane 'other'",
        ("verdict", str(folder), "--task", "translation"): "no two lanes of the task 'translation'",
        ("verdict", str(folder), "--margin", "wide"): "'wide'",
        ("verdict", str(folder), "--margin", "speed=1"): "speed",
        ("verdict", str(tmp_path)): "holds no session.granview",
    }
    for arguments, words in refusals.items():
        assert cli.main(list(arguments)) == 2
        assert words in capsys.readouterr().err


def test_a_session_with_one_lane_has_nothing_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Session.create(tmp_path / "empty.granview").close()
    assert cli.main(["verdict", str(tmp_path / "empty.granview")]) == 0
    assert capsys.readouterr().out.startswith("There is nothing to compare")


def test_a_margin_without_a_name_is_that_of_every_other_metric() -> None:
    margins = margins_of(["0.01", "score=0.05"])
    assert margins.margin("miou") == margins.margin("accuracy") == 0.01
    assert margins.margin("score") == 0.05
    with pytest.raises(ArgumentError):
        margins_of(["fine_recall=0.1"])


def test_lines_are_folded_by_how_wide_they_are() -> None:
    lines = folded("- " + "宽" * 60 + "，end of it", width=40).split("\n")
    assert all(sum(2 if char > "⺀" else 1 for char in line) <= 42 for line in lines)
    assert lines[1].startswith("  宽")
    assert not any(line.lstrip().startswith("，") for line in lines)
    assert "".join(line.strip() for line in lines).replace(" ", "") == "-" + "宽" * 60 + "，endofit"
