"""What is dropped after the samples may be their references: told by names."""

import json
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from granview.core.sample import Reference, Sample
from granview.io.late_references import late_references
from granview.io.sample_search import find_samples
from tests.helpers.images import noise, save

MASK = noise()[..., 0] % np.uint8(3)


def _samples(folder: Path, *names: str) -> list[Sample]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        save(folder / name, noise())
    return [event for event in find_samples([folder]) if isinstance(event, Sample)]


def _folder(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        save(folder / name, MASK)
    return folder


def test_masks_by_their_endings_are_references_and_those_without_a_picture_are_named(tmp_path: Path) -> None:
    samples = _samples(tmp_path / "in", "a.png", "b.png", "c.png")
    masks = _folder(tmp_path / "m", "a_mask.png", "b_mask.png", "z_mask.png")
    fit = late_references([masks], samples)
    assert fit is not None
    assert (fit.n_matched, fit.n_samples, fit.is_sure, fit.is_plausible) == (2, 3, True, True)
    assert [path.name for path in fit.unused] == ["z_mask.png"]
    alone = late_references([masks / "a_mask.png"], samples)
    assert alone is not None
    assert (alone.n_matched, alone.is_sure) == (1, True)


def test_pictures_of_the_same_names_may_be_either(tmp_path: Path) -> None:
    samples = _samples(tmp_path / "in", "a.png", "b.png")
    fit = late_references([_folder(tmp_path / "other", "a.png", "b.png")], samples)
    assert fit is not None
    assert (fit.is_plausible, fit.is_sure) == (True, False)


def test_a_folder_called_masks_holds_references_where_no_sample_has_any(tmp_path: Path) -> None:
    samples = _samples(tmp_path / "in", "a.png", "b.png")
    masks = _folder(tmp_path / "masks", "a.png", "b.png")
    fit = late_references([masks], samples)
    assert fit is not None
    assert fit.is_sure
    judged = [replace(samples[0], reference=Reference(str(tmp_path / "a_mask.png"))), samples[1]]
    other = late_references([masks], judged)
    assert other is not None
    assert not other.is_sure


def test_inputs_with_references_of_their_own_are_inputs(tmp_path: Path) -> None:
    samples = _samples(tmp_path / "in", "a.png")
    assert late_references([_folder(tmp_path / "new", "a.png", "a_mask.png")], samples) is None
    photos = _folder(tmp_path / "photos", "a_mask.png")
    save(photos / "a.jpg", noise())
    assert late_references([photos], samples) is None
    assert late_references([_folder(tmp_path / "strange", "x.png")], samples) is None
    assert late_references([tmp_path / "in"], samples) is None


def test_a_coco_file_about_the_pictures_is_their_reference(tmp_path: Path) -> None:
    samples = _samples(tmp_path / "in", "a.png", "b.png")
    content = {
        "images": [{"id": 1, "file_name": "a.png", "width": 64, "height": 48}],
        "categories": [{"id": 1, "name": "cell"}],
        "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 5, 5], "iscrowd": 0, "area": 25}],
    }
    (tmp_path / "instances.json").write_text(json.dumps(content), encoding="utf-8")
    fit = late_references([tmp_path / "instances.json"], samples)
    assert fit is not None
    assert (fit.n_matched, fit.is_sure) == (1, True)


def test_labels_of_texts_are_references_where_they_hold_no_texts(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\nx,good\ny,bad\n", encoding="utf-8")
    samples = [event for event in find_samples([tmp_path / "a.csv"]) if isinstance(event, Sample)]
    assert len(samples) == 2
    (tmp_path / "known.csv").write_text("id,label\nx,pos\ny,neg\nz,neg\n", encoding="utf-8")
    fit = late_references([tmp_path / "known.csv"], samples)
    assert fit is not None
    assert (fit.n_matched, fit.is_sure) == (2, True)
    (tmp_path / "more.csv").write_text("id,text,label\nx,good,pos\n", encoding="utf-8")
    both = late_references([tmp_path / "more.csv"], samples)
    assert both is not None
    assert not both.is_sure
