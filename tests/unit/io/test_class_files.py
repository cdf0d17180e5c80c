"""Where the classes of a reference come from: which file counts, what each says, damage."""

from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.image_params import ImageParams, MaskValues
from granview.core.sample import Sample
from granview.core.truths.mask import ReferenceMask
from granview.io.class_files import class_file_names, find_class_file
from granview.io.class_source import ClassFile
from granview.io.known_classes import known_classes
from granview.io.reference_masks import read_reference
from granview.io.sample_search import find_samples
from granview.io.search_events import Problem
from tests.helpers.laid_out import columns, put_colors, put_mask, put_picture


def classes(path: Path) -> ClassFile:
    found = find_class_file(path)
    assert found is not None
    return found


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_folder_goes_first_and_in_it_granviews_own_file(tmp_path: Path) -> None:
    mask = tmp_path / "masks" / "a.png"
    put(tmp_path / "classes.txt", "far\n")
    put(tmp_path / "labelmap.txt", "farther:1,2,3::\n")
    assert classes(mask).labels.names == ("far",)
    put(mask.parent / "labelmap.txt", "near:1,2,3::\n")
    assert classes(mask).labels.names == ("near",)
    put(mask.parent / "classes.txt", "own\n")
    assert classes(mask).labels.names == ("own",)
    put(mask.parent / "classes.json", '["best"]')
    assert classes(mask).labels.names == ("best",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("class_dict.csv", "name,r,g,b\nSky,128,128,128\nRoad,128,64,128\nVoid,0,0,0\n"),
        ("label_colors.txt", "128 128 128\t\tSky\n128 64 128 Road\n0 0 0\tVoid\n"),
        ("labelmap.txt", "Sky:128,128,128::\nRoad:128,64,128::\nVoid:0,0,0::\n"),
    ],
)
def test_masks_in_colours_are_read_by_files_of_colours(tmp_path: Path, name: str, text: str) -> None:
    put(tmp_path / name, text)
    colors = {0: (128, 128, 128), 1: (128, 64, 128), 255: (0, 0, 0)}
    mask = put_colors(tmp_path / "labels" / "a_L.png", columns(0, 1, 255), colors)
    truth = read_reference(mask)
    assert isinstance(truth, ReferenceMask)
    assert truth.label_set.names == ("Sky", "Road")
    assert truth.labels.tolist() == columns(0, 1, 255).tolist()


def test_labelmes_names_begin_behind_what_is_ignored(tmp_path: Path) -> None:
    put(tmp_path / "class_names.txt", "__ignore__\n_background_\ncat\n")
    mask = put_mask(tmp_path / "SegmentationClass" / "a.png", columns(0, 1, 255))
    truth = read_reference(mask)
    assert truth.label_set.names == ("_background_", "cat")
    assert truth.labels.tolist() == columns(0, 1, 255).tolist()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("labelmap.txt", "item {\n  id: 1\n}\n"),
        ("class_dict.csv", "id,score\n1,2\n"),
        ("label_colors.txt", "a list of words\n"),
    ],
)
def test_what_only_happens_to_be_called_so_says_nothing(tmp_path: Path, name: str, text: str) -> None:
    put(tmp_path / name, text)
    assert find_class_file(tmp_path / "a.png") is None


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("class_dict.csv", "name,r,g,b\nSky,128,x,128\n", "has a row without a colour: Sky, 128, x, 128"),
        ("class_dict.csv", "name,r,g,b\n", "names no class"),
        ("label_colors.txt", "1 2 300 Sky\n", "has a colour outside 0 to 255"),
        ("classes.txt", "\n", "names no class"),
    ],
)
def test_damage_is_said(tmp_path: Path, name: str, text: str, words: str) -> None:
    put(tmp_path / name, text)
    with pytest.raises(InputError, match=words):
        find_class_file(tmp_path / "a.png")


def test_a_file_is_read_again_when_it_has_changed(tmp_path: Path) -> None:
    put(tmp_path / "classes.txt", "one\n")
    assert classes(tmp_path / "a.png").labels.names == ("one",)
    put(tmp_path / "classes.txt", "one\ntwo\n")
    assert classes(tmp_path / "a.png").labels.names == ("one", "two")


def test_class_files_are_no_samples(tmp_path: Path) -> None:
    put_picture(tmp_path / "a.png")
    for name in class_file_names():
        put(tmp_path / name, "Sky:1,2,3::\n")
    events = list(find_samples([tmp_path]))
    assert [event.name for event in events if isinstance(event, Sample)] == ["a"]
    assert [event for event in events if isinstance(event, Problem)] == []


def test_well_known_classes_are_whole() -> None:
    sizes = {"ade20k": 150, "cityscapes": 19, "cityscapes-train-ids": 19, "cityscapes-all": 34, "pascal-voc": 21}
    for name, n in sizes.items():
        table = known_classes(name)
        assert len(table.labels) == len(set(table.labels.names)) == n
        held = [index for index in (table.values or {}).values() if index is not None]
        assert table.values is None or sorted(held) == list(range(n))


def test_a_value_means_what_its_table_says_unless_it_is_chosen() -> None:
    table = known_classes("cityscapes")
    assert [table.meaning(value, MaskValues()) for value in (7, 0, 99)] == ["road", "void", None]
    assert table.meaning(7, MaskValues(named={7: None})) == "void"
    assert known_classes("pascal-voc").meaning(15, MaskValues()) == "person"


def test_a_chosen_value_goes_before_the_table(tmp_path: Path) -> None:
    mask = put_mask(tmp_path / "a_gtFine_labelIds.png", columns(7, 99, 26))
    chosen = ImageParams(mask_values=MaskValues(named={99: "car", 7: None}))
    truth = read_reference(mask, params=chosen)
    assert np.unique(truth.labels).tolist() == [13, 255]
    assert truth.notices[0].startswith("The values of the mask were read so:")
