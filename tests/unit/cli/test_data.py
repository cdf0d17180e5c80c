"""``granview data`` says what is understood."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from granview.cli import main
from tests.helpers.data_sets import write_images_and_masks, write_mmsegmentation


def test_it_prints_layout_splits_values_and_what_is_left(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"train": 3, "val": 2}, left_over=1)
    done = subprocess.run(
        [sys.executable, "-m", "granview", "data", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "a: mmsegmentation, told by img_dir beside ann_dir" in done.stdout
    assert "2 of 5 inputs are taken" in done.stdout
    assert re.search(r"255 +25\.00 % +2 +void", done.stdout)
    assert "not used: 1 mask, such as" in done.stdout


def test_json_holds_the_same_and_options_choose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        write_mmsegmentation(tmp_path / name, {"train": 3, "val": 2})
    assert main(["data", str(tmp_path), "--json", "--split", "b=train", "val"]) == 0
    a, b = json.loads(capsys.readouterr().out)
    assert [split["name"] for split in a["splits"] if split["is_taken"]] == ["val"]
    assert [split["name"] for split in b["splits"] if split["is_taken"]] == ["train"]
    assert b["n_taken"] == 3


def test_what_is_not_there_is_refused_with_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_mmsegmentation(tmp_path / "a", {"train": 3, "val": 2})
    assert main(["data", str(tmp_path), "--split", "dev"]) == 2
    assert "a, read as mmsegmentation, has no split 'dev'. It has: train, val." in capsys.readouterr().err
    assert main(["data", str(tmp_path / "none")]) == 2
    assert "does not exist" in capsys.readouterr().err


def test_what_is_not_certain_of_masks_comes_with_what_settles_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_images_and_masks(tmp_path, 1, (0, 50, 100, 200, 254))
    assert main(["data", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "not certain: the values look like shades of grey rather than indices of classes" in printed
    assert "--mask-values 0=background 50=CLASS" in printed
