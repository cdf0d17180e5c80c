"""labelme's folders, from the files to what a task compares with."""

from pathlib import Path

import pytest

from granview.core.sample import Sample
from granview.core.truths.instances import ReferenceInstances
from granview.core.truths.mask import ReferenceMask
from granview.io.layout import recognise
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth, reference_of_type
from granview.io.sample_search import find_samples
from tests.helpers.coco import SIZE, write_pictures
from tests.unit.io.reference_formats.test_labelme import SQUARE, shape, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pictures(tmp_path, "ä.png", "b.png")
    write(tmp_path / "ä.json", shape("cell", SQUARE))
    write(tmp_path / "c.json", shape("cell", SQUARE))
    return tmp_path


def test_is_told_by_files_of_shapes_beside_pictures(folder: Path) -> None:
    known = recognise(folder)
    assert known is not None
    assert (known.title, known.n_inputs, known.classes) == ("labelme", 2, ("cell",))
    assert [(each.name, each.n) for each in known.references] == [("objects", 1), ("masks", 1)]
    assert [(each.sort, each.n, each.example.name) for each in known.leftovers] == [("labelme files", 1, "c.json")]


def test_each_task_has_its_own(folder: Path) -> None:
    first, second = [event for event in find_samples([folder]) if isinstance(event, Sample)]
    assert second.references == () or first.references == ()
    sample = first if first.references else second
    for kind in (ReferenceInstances, ReferenceMask):
        reference = reference_of_type(sample, kind)
        assert reference is not None
        assert isinstance(read_truth(reference, Frame(*SIZE), wanted=kind), kind)


def test_one_file_is_the_reference_of_one_picture(folder: Path) -> None:
    (sample,) = [event for event in find_samples([folder / "b.png"], [folder / "c.json"]) if isinstance(event, Sample)]
    assert sample.references == ()  # it is about a.png
    (sample,) = [
        event
        for event in find_samples([write_pictures(folder, "a.png")[0]], [folder / "c.json"])
        if isinstance(event, Sample)
    ]
    assert [each.format for each in sample.references] == ["labelme-objects", "labelme-masks"]


def test_data_sets_of_texts_are_none(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png")
    (tmp_path / "a.json").write_text('[{"text": "a"}]')
    assert recognise(tmp_path) is None


def test_masks_are_no_inputs_and_whatever_else_lies_there_is_said(folder: Path) -> None:
    write_pictures(folder, "b_mask.png", "more/d.png")
    (folder / "coco.json").write_text('{"images": [], "annotations": []}')
    known = recognise(folder)
    assert known is not None
    assert known.n_inputs == 2
    assert [(each.sort, each.example.name) for each in known.leftovers] == [
        ("labelme files", "c.json"),
        ("masks beside their pictures", "b_mask.png"),
        ("files in more", "d.png"),
        (".json files", "coco.json"),
    ]
    names = [Path(event.path).name for event in find_samples([folder]) if isinstance(event, Sample)]
    assert sorted(names) == ["b.png", "ä.png"]
