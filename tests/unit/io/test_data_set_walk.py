"""Data sets are met wherever they lie in what was named."""

from pathlib import Path

from granview.io.data_set_walk import data_sets_in, with_data_sets_of_files
from tests.helpers.coco import write_coco, write_pictures
from tests.helpers.data_sets import write_mmsegmentation


def test_every_data_set_below_a_folder_is_met_once(tmp_path: Path) -> None:
    for name in ("a", "deep/b"):
        write_mmsegmentation(tmp_path / name, {"val": 1})
    (tmp_path / "again").symlink_to(tmp_path / "a", target_is_directory=True)
    known = data_sets_in([tmp_path, tmp_path / "a"])
    assert sorted(each.root for each in known.data_sets) == [tmp_path / "a", tmp_path / "deep" / "b"]
    assert known.problems == ()


def test_a_folder_that_describes_itself_is_none(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"val": 1})
    (tmp_path / "gallery.json").write_text("[]", encoding="utf-8")
    assert data_sets_in([tmp_path]).data_sets == ()


def test_the_walk_ends_when_nobody_wants_it(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path, {"val": 1})
    assert data_sets_in([tmp_path], wanted=lambda: False).data_sets == ()


def test_a_link_in_a_circle_hides_nothing_beside_it(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"val": 1})
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert [each.root for each in data_sets_in([tmp_path]).data_sets] == [tmp_path / "a"]


def test_a_coco_file_by_itself_brings_the_data_set_that_it_lies_in(tmp_path: Path) -> None:
    write_pictures(tmp_path / "coco" / "val2017", "a.png", "b.png")
    (tmp_path / "coco" / "annotations").mkdir()
    path = write_coco(tmp_path / "coco" / "annotations" / "instances_val2017.json", [])
    assert with_data_sets_of_files([path]) == (tmp_path / "coco",)
    alone = write_coco(tmp_path / "alone.json", [])
    assert with_data_sets_of_files([alone, tmp_path / "coco"]) == (alone, tmp_path / "coco")


def test_a_coco_file_brings_no_data_set_that_it_only_happens_to_lie_in(tmp_path: Path) -> None:
    write_pictures(tmp_path / "coco" / "val2017", "a.png", "b.png")
    write_coco(tmp_path / "coco" / "annotations" / "instances_val2017.json", [])
    alone = write_coco(tmp_path / "coco" / "mine" / "alone.json", [])
    assert with_data_sets_of_files([alone]) == (alone,)
