"""Pictures of one name in several folders, or of names that differ in their case or accents: none gets another's."""

import unicodedata
from pathlib import Path

import pytest

from granview.core.sample import Sample
from granview.io.record_names import folded, paired
from granview.io.sample_search import find_samples
from tests.helpers.coco import marked, write_coco, write_pictures
from tests.helpers.laid_out import columns, put_mask
from tests.helpers.voc import write_list
from tests.unit.io.reference_formats.test_labelme import SQUARE, shape
from tests.unit.io.reference_formats.test_labelme import write as write_labelme
from tests.unit.io.reference_formats.test_voc_boxes import marked as box
from tests.unit.io.reference_formats.test_voc_boxes import write as write_boxes

ACCENT = "\N{LATIN SMALL LETTER E WITH ACUTE}.png"
APART = unicodedata.normalize("NFD", ACCENT)
ONE = [marked(1, bbox=[0, 0, 5, 5])]


def found(top: Path, *references: Path) -> dict[str, str]:
    """By picture, as seen from the top: the record of its reference, else the reference's file."""
    samples = [event for event in find_samples([top], references) if isinstance(event, Sample)]
    return {
        Path(sample.path).relative_to(top).as_posix(): first.record or Path(first.path).relative_to(top).as_posix()
        for sample in samples
        for first in sample.references[:1]
        if first.path
    }


@pytest.fixture
def is_exact(tmp_path: Path) -> None:
    """Only where a file system tells names apart by their case."""
    (tmp_path / "probe").touch()
    if (tmp_path / "PROBE").exists():
        pytest.skip("names of files are one whatever their case")
    (tmp_path / "probe").unlink()


@pytest.mark.parametrize(
    ("records", "pictures", "pairs"),
    [
        (["a.jpg", "A.jpg"], ["a.jpg", "A.jpg"], {"a.jpg": "a.jpg", "A.jpg": "A.jpg"}),
        (["x/a.jpg", "y/a.jpg"], ["x/a.jpg", "y/a.jpg"], {"x/a.jpg": "x/a.jpg", "y/a.jpg": "y/a.jpg"}),
        (["x/a.jpg", "y/a.jpg"], ["a.jpg"], {}),
        (["a.jpg"], ["x/a.jpg", "y/a.jpg"], {}),
        (["a.jpg"], ["a.jpg", "thumbs/a.jpg"], {"a.jpg": "a.jpg"}),
        (["C:\\data\\a.JPG"], ["a.jpg"], {"a.jpg": "C:\\data\\a.JPG"}),
        (["./a.jpg"], ["a.jpg"], {"a.jpg": "./a.jpg"}),
        ([ACCENT], [APART], {APART: ACCENT}),
    ],
)
def test_a_record_goes_with_the_one_picture_it_can_mean(
    records: list[str], pictures: list[str], pairs: dict[str, str]
) -> None:
    assert paired(records, pictures) == pairs


def test_names_are_alike_whichever_way_accents_are_written() -> None:
    assert folded(ACCENT.upper()) == folded(APART)


def test_a_mask_of_another_folder_is_not_taken_where_that_has_the_name_too(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images", "a/1.png", "b/1.png", "b/2.png")
    put_mask(tmp_path / "masks" / "b" / "1.png", columns(0, 1))
    assert found(tmp_path) == {"images/b/1.png": "masks/b/1.png"}


def test_a_mask_without_folders_is_none_of_two_pictures(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images", "a/1.png", "b/1.png", "b/2.png")
    for name in ("1.png", "2.png"):
        put_mask(tmp_path / "masks" / name, columns(0, 1))
    assert found(tmp_path) == {"images/b/2.png": "masks/2.png"}


def test_named_masks_are_those_of_the_like_named_folder(tmp_path: Path) -> None:
    write_pictures(tmp_path / "all" / "images", "a/1.png", "b/1.png")
    for folder in ("a", "b"):
        put_mask(tmp_path / "truth" / folder / "1.png", columns(0, 1))
    events = list(find_samples([tmp_path / "all"], [tmp_path / "truth"]))
    samples = [event for event in events if isinstance(event, Sample)]
    assert [Path(sample.references[0].path).parent.name for sample in samples] == ["a", "b"]


def test_pictures_that_are_named_one_by_one_have_their_own(tmp_path: Path) -> None:
    pictures = write_pictures(tmp_path / "images", "a/1.png", "b/1.png")
    put_mask(tmp_path / "masks" / "b" / "1.png", columns(0, 1))
    events = list(find_samples(pictures, [tmp_path / "masks"]))
    assert [len(event.references) for event in events if isinstance(event, Sample)] == [0, 1]


def test_a_record_with_folders_is_not_that_of_a_namesake_that_comes_first(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a/1.png", "b/1.png")
    write_coco(tmp_path / "objects.json", ONE, ("b/1.png",))
    assert found(tmp_path) == {"b/1.png": "b/1.png"}


def test_coco_pictures_in_folders_of_their_split_have_their_own(tmp_path: Path) -> None:
    write_pictures(tmp_path / "val", "x/1.png", "y/1.png", "2.png")
    write_coco(tmp_path / "annotations" / "instances_val.json", ONE, ("x/1.png", "y/1.png", "2.png"))
    assert found(tmp_path) == {"val/x/1.png": "x/1.png", "val/y/1.png": "y/1.png", "val/2.png": "2.png"}


def test_coco_pictures_whose_folders_are_not_there_have_none(tmp_path: Path) -> None:
    write_pictures(tmp_path / "val", "1.png", "2.png")
    write_coco(tmp_path / "annotations" / "instances_val.json", ONE, ("x/1.png", "y/1.png", "2.png"))
    assert found(tmp_path) == {"val/2.png": "2.png"}


@pytest.mark.usefixtures("is_exact")
def test_records_that_differ_in_case_are_kept_apart(tmp_path: Path) -> None:
    write_pictures(tmp_path / "val", "a.png", "A.png")
    write_coco(tmp_path / "annotations" / "instances_val.json", ONE, ("a.png", "A.png"))
    assert found(tmp_path) == {"val/a.png": "a.png", "val/A.png": "A.png"}
    write_pictures(tmp_path / "other", "a.png", "A.png")
    write_coco(tmp_path / "other" / "objects.json", ONE, ("a.png", "A.png"))
    assert found(tmp_path / "other") == {"a.png": "a.png", "A.png": "A.png"}


@pytest.mark.usefixtures("is_exact")
@pytest.mark.parametrize("split", ["", "train/"])
def test_masks_that_differ_in_case_are_kept_apart(tmp_path: Path, split: str) -> None:
    names = (f"{split}a.png", f"{split}A.png", *(["val/c.png"] if split else []))
    write_pictures(tmp_path / "images", *names)
    for name in names:
        put_mask(tmp_path / "masks" / name, columns(0, 1))
    pairs = {f"images/{name}": f"masks/{name}" for name in names if not split or name.startswith("val")}
    assert found(tmp_path) == pairs
    if split:
        write_pictures(tmp_path / "images", "val/C.png")
        assert found(tmp_path) == pairs, "a mask goes with one picture"


@pytest.mark.usefixtures("is_exact")
def test_files_of_labelme_that_differ_in_case_are_kept_apart(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png", "A.png")
    for name in ("a", "A"):
        write_labelme(tmp_path / f"{name}.json", shape("cell", SQUARE))
    assert found(tmp_path) == {"a.png": "a.json", "A.png": "A.json"}


def test_a_file_of_labelme_is_that_of_the_picture_it_names(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png", "a.bmp")
    write_labelme(tmp_path / "a.json", shape("cell", SQUARE), imagePath="a.bmp")
    assert found(tmp_path) == {"a.bmp": "a.json"}


@pytest.mark.usefixtures("is_exact")
def test_boxes_of_pascal_voc_that_differ_in_case_are_kept_apart(tmp_path: Path) -> None:
    write_pictures(tmp_path / "JPEGImages", "a.png", "A.png")
    for name in ("a", "A"):
        write_boxes(tmp_path / "Annotations" / f"{name}.xml", box("dog", (1, 1, 2, 2)))
    write_list(tmp_path, "Main/val.txt", ("a", "A"))
    assert found(tmp_path) == {f"JPEGImages/{name}.png": f"Annotations/{name}.xml" for name in ("a", "A")}


def test_masks_whose_names_write_accents_another_way_are_found(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images", APART)
    put_mask(tmp_path / "masks" / ACCENT, columns(0, 1))
    assert list(found(tmp_path).values()) == [f"masks/{ACCENT}"]
