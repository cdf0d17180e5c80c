"""Names in a folder: whatever their case, in natural order or in none; hidden ones, circles of links, no folder."""

from pathlib import Path

import pytest

from granview.io.folder_names import FolderNames


@pytest.fixture
def folder(tmp_path: Path) -> FolderNames:
    for name in ("Images/x10.PNG", "Images/x2.png", "Images/deep/y.jpg", ".hidden/z.png", "List.TXT", ".b.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return FolderNames(tmp_path)


def test_names_are_those_that_are_seen_whatever_their_case(folder: FolderNames) -> None:
    assert (folder.files, folder.folders) == (("List.TXT",), ("Images",))
    assert folder.file("other.txt", "list.txt") == folder.path / "List.TXT"
    images = folder.folder("masks", "IMAGES")
    assert images is not None
    assert images.with_suffix(".png") == ("x2.png", "x10.PNG")
    assert folder.folder("masks") is None


def test_files_below_are_by_their_place(folder: FolderNames) -> None:
    assert list(folder.paths_below(".png", ".jpg")) == ["Images/x2.png", "Images/x10.PNG", "Images/deep/y.jpg"]
    assert sorted(folder.held(".png", ".jpg")) == sorted(folder.paths_below(".png", ".jpg"))
    assert folder.below("Images").by_stem(".png", ".jpg") == {
        "x10": "x10.PNG",
        "x2": "x2.png",
        "deep/y": "deep/y.jpg",
    }


def test_a_longer_ending_than_a_suffix_is_taken_off_whole(tmp_path: Path) -> None:
    (tmp_path / "Ulm_gtFine_labelIds.png").touch()
    assert FolderNames(tmp_path).by_stem("_gtfine_labelids.png") == {"ulm": "Ulm_gtFine_labelIds.png"}


def test_a_folder_that_is_not_there_has_no_names(tmp_path: Path) -> None:
    assert list(FolderNames(tmp_path / "gone").paths_below()) == []


def test_a_link_to_a_folder_that_it_lies_in_brings_no_file_again(tmp_path: Path) -> None:
    for name in ("val/x.png", "other/y.png"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    (tmp_path / "val" / "up").symlink_to("..")
    (tmp_path / "val" / "self").symlink_to(".")
    (tmp_path / "val" / "there").symlink_to("../other")
    (tmp_path / "other" / "back").symlink_to("../val")
    assert list(FolderNames(tmp_path / "val").paths_below(".png")) == ["x.png", "there/y.png"]
    assert sorted(FolderNames(tmp_path / "val").held()) == ["self", "there/back", "there/y.png", "up", "x.png"]
