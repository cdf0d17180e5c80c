"""Pairs of a picture that is to be restored and what it should be, by their folders and names."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.sample import Sample
from granview.io.sample_search import Problem, find_samples


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.zeros((4, 4, 3), np.uint8)).save(path)
    return path


def found(top: Path) -> dict[str, tuple[str, str]]:
    """Of each sample the name of its reference's file and the format."""
    events = list(find_samples([top]))
    assert not [event for event in events if isinstance(event, Problem)]
    samples = [event for event in events if isinstance(event, Sample)]
    return {
        Path(each.path).name: ("", "")
        if each.reference is None
        else (Path(each.reference.path).name, each.reference.format)
        for each in samples
    }


@pytest.mark.parametrize(
    ("worse", "better"), [("low", "high"), ("LR", "HR"), ("lq", "hq"), ("noisy", "clean"), ("input", "target")]
)
def test_folders_of_pairs(tmp_path: Path, worse: str, better: str) -> None:
    write(tmp_path / worse / "a.png")
    write(tmp_path / better / "a.png")
    assert found(tmp_path) == {"a.png": ("a.png", "picture")}


def test_what_a_picture_should_be_may_be_a_jpeg(tmp_path: Path) -> None:
    write(tmp_path / "low" / "a.jpg")
    write(tmp_path / "high" / "a.jpg")
    assert found(tmp_path) == {"a.jpg": ("a.jpg", "picture")}


@pytest.mark.parametrize("small", ["babyLRx2.png", "babyx2.png", "baby_lr.png", "baby_x4.png", "baby_lr_x4.png"])
def test_names_of_small_pictures_as_set5_has_them(tmp_path: Path, small: str) -> None:
    write(tmp_path / "LR" / small)
    write(tmp_path / "HR" / "baby.png")
    assert found(tmp_path) == {small: ("baby.png", "picture")}


@pytest.mark.parametrize(("worse", "better"), [("a_lr", "a_hr"), ("a_noisy", "a_clean"), ("a_blurry", "a_sharp")])
def test_pairs_beside_each_other(tmp_path: Path, worse: str, better: str) -> None:
    write(tmp_path / f"{worse}.png")
    write(tmp_path / f"{better}.png")
    assert found(tmp_path) == {f"{worse}.png": (f"{better}.png", "picture")}


def test_masks_stay_masks(tmp_path: Path) -> None:
    write(tmp_path / "images" / "a.png")
    write(tmp_path / "masks" / "a.png")
    assert found(tmp_path) == {"a.png": ("a.png", "")}


def test_a_folder_of_good_pictures_alone_is_samples(tmp_path: Path) -> None:
    write(tmp_path / "high" / "a.png")
    assert found(tmp_path) == {"a.png": ("", "")}


def test_a_gallery_of_pairs_names_pictures(tmp_path: Path) -> None:
    write(tmp_path / "low" / "a.png")
    write(tmp_path / "high" / "a.png")
    (tmp_path / "gallery.json").write_text('{"entries": [{"file": "low/a.png", "reference": "high/a.png"}]}')
    assert found(tmp_path) == {"a.png": ("a.png", "picture")}
