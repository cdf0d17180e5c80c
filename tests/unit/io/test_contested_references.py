"""A reference that may belong to two inputs alike belongs to none of them, and that is said in one sentence."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from granview.core.sample import Sample
from granview.io.contested_references import claims
from granview.io.late_references import late_references
from granview.io.layout import recognise
from granview.io.sample_search import find_samples
from granview.io.search_events import Problem
from tests.helpers.images import noise, save


def _write(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        save(path, np.zeros((24, 32), np.uint8) if "mask" in str(path.relative_to(folder)) else noise())
    return paths


def _matched(inputs: Sequence[Path], references: Sequence[Path] = ()) -> tuple[dict[str, str | None], list[str]]:
    """By input the reference that it has, each with its folder; and what is said of references."""
    events = list(find_samples(inputs, references))
    found = [event for event in events if isinstance(event, Sample)]
    of_inputs = {_short(one.path): None if one.reference is None else _short(one.reference.path) for one in found}
    return of_inputs, [event.error for event in events if isinstance(event, Problem)]


def _short(path: str) -> str:
    return "/".join(Path(path).parts[-2:])


def test_a_flat_mask_serves_neither_of_two_files_of_its_name(tmp_path: Path) -> None:
    inputs = _write(tmp_path, "a/1.jpg", "b/1.jpg", "b/2.jpg")
    _write(tmp_path, "masks/1.png", "masks/2.png")
    found, said = _matched(inputs, [tmp_path / "masks"])
    assert found == {"a/1.jpg": None, "b/1.jpg": None, "b/2.jpg": "masks/2.png"}
    (words,) = said
    assert words.startswith("masks/1.png may be the reference of ")
    assert "a/1.jpg" in words
    assert "b/1.jpg" in words


def test_nor_does_one_that_is_named_itself_or_of_two_folders(tmp_path: Path) -> None:
    inputs = _write(tmp_path, "a/1.jpg", "b/1.jpg")
    _write(tmp_path, "masks/1.png")
    for named, references in (
        (inputs, [tmp_path / "masks" / "1.png"]),
        ([tmp_path / "a", tmp_path / "b"], [tmp_path / "masks"]),
    ):
        found, said = _matched(named, references)
        assert found == {"a/1.jpg": None, "b/1.jpg": None}
        assert len(said) == 1


def test_folders_of_the_same_names_tell_them_apart(tmp_path: Path) -> None:
    inputs = _write(tmp_path, "a/1.jpg", "b/1.jpg")
    _write(tmp_path, "masks/a/1.png", "masks/b/1.png")
    assert _matched(inputs, [tmp_path / "masks"]) == ({"a/1.jpg": "a/1.png", "b/1.jpg": "b/1.png"}, [])


def test_a_mask_beside_one_of_them_is_that_ones(tmp_path: Path) -> None:
    paths = _write(tmp_path, "a/1.jpg", "b/1.jpg", "a/1_mask.png")
    assert _matched(paths) == ({"a/1.jpg": "a/1_mask.png", "b/1.jpg": None}, [])


@pytest.mark.parametrize("masks", ["masks/a.png", "images/a_mask.png"])
def test_one_mask_serves_neither_of_two_pictures_of_one_stem(tmp_path: Path, masks: str) -> None:
    _write(tmp_path / "set", "images/a.jpg", "images/a.png", "images/b.png", masks, masks.replace("a", "b", 1))
    _write(tmp_path / "set", masks)
    found, said = _matched([tmp_path / "set"])
    assert found["images/a.jpg"] is None
    assert found["images/a.png"] is None
    assert any("images/a.jpg" in words and "images/a.png" in words for words in said)


def test_the_picture_of_the_very_same_case_has_the_mask(tmp_path: Path) -> None:
    _write(tmp_path, "images/a.jpg", "images/A.png", "masks/a.png")
    assert _matched([tmp_path])[0] == {"images/a.jpg": "masks/a.png", "images/A.png": None}


def test_references_that_come_late_follow_the_same_rule(tmp_path: Path) -> None:
    inputs = _write(tmp_path, "a/1.jpg", "b/1.jpg", "b/2.jpg", "b/3.jpg")
    _write(tmp_path, "masks/1.png", "masks/2.png", "masks/3.png")
    samples = [Sample(f"{i}", str(path)) for i, path in enumerate(inputs)]
    fit = late_references([tmp_path / "masks"], samples)
    assert fit is not None
    assert fit.n_matched == 2
    assert [path.name for path in fit.unused] == ["1.png"]


def test_folders_of_splits_and_texts_of_boxes_follow_the_same_rule(tmp_path: Path) -> None:
    top = tmp_path / "masks_of"
    for split in ("train", "val"):
        _write(top, f"images/{split}/a.jpg", f"images/{split}/a.png", f"images/{split}/b.png")
        _write(top, f"masks/{split}/a.png", f"masks/{split}/b.png")
    _write(tmp_path / "boxes", "images/a.jpg", "images/a.png", "images/b.png")
    (tmp_path / "boxes" / "labels").mkdir()
    for name in "ab":
        (tmp_path / "boxes" / "labels" / f"{name}.txt").write_text("0 0.5 0.5 0.2 0.2\n", encoding="utf-8")
    for folder, layout in (("masks_of", "split_folders"), ("boxes", "yolo")):
        data_set = recognise(tmp_path / folder)
        assert data_set is not None
        assert data_set.layout == layout
        left = next(each for each in data_set.leftovers if "several pictures" in each.sort)
        assert left.n == 1
        assert "a.jpg or " in left.reason
        found, _ = _matched([tmp_path / folder])
        assert [name.split("/")[-1] for name, reference in found.items() if reference] == ["b.png"]


def test_of_many_inputs_some_are_listed() -> None:
    assert claims([Path("a/1.jpg"), Path("b/1.jpg")]) == "a/1.jpg or b/1.jpg"
    assert claims([Path(f"{name}/1.jpg") for name in "abcde"]) == "a/1.jpg, b/1.jpg, c/1.jpg or others"
