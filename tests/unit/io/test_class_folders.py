from pathlib import Path

import pytest

from granview.core.sample import Reference, Sample
from granview.io.class_folders import ClassFolders
from granview.io.folder_walk import walk
from granview.io.sample_kind import SAMPLE_FILES

IMAGES = (SAMPLE_FILES.get("image"),)


def touch(top: Path, *names: str) -> Path:
    for name in names:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).touch()
    return top


def look(top: Path):
    folders = ClassFolders()
    return folders, folders.take_in(next(walk(top, set())), IMAGES)


def test_folders_of_pictures_alone_are_classes_and_it_is_said(tmp_path: Path) -> None:
    folders, notice = look(touch(tmp_path, "cat/1.png", "cat/2.jpg", "dog/1.png", "readme.md"))
    assert notice is not None
    assert "2 folders" in notice.error
    assert "cat, dog" in notice.error
    found = folders.with_class(Sample("1", str(tmp_path / "cat" / "1.png"))).reference
    assert found.text.labels == ("cat",)
    assert found.text.grain == 2
    assert found.data_set.labels == ("cat", "dog")


def test_a_class_stands_behind_the_references_that_a_sample_has(tmp_path: Path) -> None:
    folders, _ = look(touch(tmp_path, "cat/1.png", "dog/1.png"))
    mask = Reference("/mask.png")
    sample = folders.with_class(Sample("1", str(tmp_path / "dog" / "1.png"), reference=mask))
    assert sample.reference == mask
    assert [each.record for each in sample.more_references] == ["dog"]
    other = Sample("x", "/elsewhere/x.png")
    assert folders.with_class(other) is other


@pytest.mark.parametrize(
    "names",
    [
        ("cat/1.png", "2.png", "dog/1.png"),
        ("cat/1.png",),
        ("cat/1.png", "dog/deep/1.png"),
        ("cat/1.png", "dog/notes.txt"),
        ("train/1.png", "val/1.png"),
        ("images/1.png", "masks/1.png"),
    ],
)
def test_other_folders_are_no_classes(tmp_path: Path, names: tuple[str, ...]) -> None:
    assert look(touch(tmp_path, *names))[1] is None


def test_codes_of_classes_are_named_by_a_file_beside_them(tmp_path: Path) -> None:
    touch(tmp_path, "n01440764/1.png", "n01443537/1.png")
    (tmp_path / "synset_words.txt").write_text("n01440764 tench, Tinca tinca\nn01443537 goldfish, Carassius\n")
    folders, _ = look(tmp_path)
    assert folders.with_class(Sample("1", str(tmp_path / "n01440764" / "1.png"))).reference.record == "tench"
    (tmp_path / "synset_words.txt").write_text("n01440764 tench\n")
    folders, _ = look(tmp_path)
    assert folders.with_class(Sample("1", str(tmp_path / "n01440764" / "1.png"))).reference.record == "n01440764"
