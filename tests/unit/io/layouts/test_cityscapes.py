"""Cityscapes: ids and trainIds, the evaluated classes, all classes, objects; coarse masks; what is left alone."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from granview.core import rle
from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances, ReferencePanoptic
from granview.core.truths.mask import ReferenceMask
from granview.io.layout import recognise
from granview.io.mask_guess import guess_masks
from granview.io.mask_survey import survey_masks
from granview.io.reference_format import read_truth, truth_type_of
from tests.helpers.laid_out import columns, known, loaded, put_mask, put_picture, reference_names, words_of

EGO, ROAD, PERSON, CAR, CARAVAN = 1, 7, 24, 26, 29
"""Ids, of which the first and the last are not evaluated."""

VOID = 255
CITIES = {"train": ("aachen", "ulm"), "val": ("frankfurt",)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for split, cities in CITIES.items():
        for city in cities:
            write_scene(tmp_path, f"{split}/{city}/{city}_000000_000019")
    return tmp_path


def write_scene(root: Path, name: str, folder: str = "gtFine") -> None:
    put_picture(root / "leftImg8bit" / f"{name}_leftImg8bit.png")
    top = f"{root / folder / name}_{folder}"
    ids = columns(EGO, ROAD, PERSON, CAR, CARAVAN, CAR)
    put_mask(Path(f"{top}_labelIds.png"), ids)
    put_mask(Path(f"{top}_instanceIds.png"), columns(EGO, ROAD, PERSON * 1000, CAR * 1000 + 1, CARAVAN * 1000, CAR))
    put_picture(Path(f"{top}_color.png"))
    Path(f"{top}_polygons.json").write_text('{"imgHeight": 24, "imgWidth": 32, "objects": []}')


def test_says_what_it_holds(root: Path) -> None:
    data_set = known(root)
    assert (data_set.title, data_set.evidence, data_set.n_inputs) == ("Cityscapes", "leftImg8bit beside gtFine", 3)
    assert [(split.name, split.n_inputs, split.n_references) for split in data_set.splits] == [
        ("train", 2, 2),
        ("val", 1, 1),
    ]
    assert [(each.name, each.n) for each in data_set.references] == [
        ("class-masks", 3),
        ("objects", 3),
        ("all-class-masks", 3),
    ]
    assert len(data_set.classes) == 19
    assert [(one.sort, one.n) for one in data_set.leftovers] == [
        ("_color.png files in gtFine", 3),
        ("_polygons.json files in gtFine", 3),
    ]


def test_val_has_masks_of_classes_and_objects(root: Path) -> None:
    (sample,), problems = loaded(root)
    start = "frankfurt_000000_000019_gtFine_"
    assert reference_names(sample) == [f"{start}labelIds.png", f"{start}instanceIds.png"]
    assert [truth_type_of(each) for each in sample.references] == [ReferenceMask, ReferencePanoptic]
    assert "3 _color.png files in gtFine are left alone: labelIds say the same, and are read." in words_of(problems)


def test_ids_are_the_evaluated_classes_and_others_void(root: Path) -> None:
    (sample,), _ = loaded(root)
    truth = read_truth(sample.references[0], wanted=ReferenceMask)
    assert isinstance(truth, ReferenceMask)
    assert truth.labels[0, [0, 8, 13, 18, 23, 31]].tolist() == [VOID, 0, 11, 13, VOID, 13]
    assert [truth.label_set.names[index] for index in (0, 11, 13)] == ["road", "person", "car"]
    assert truth.label_set.colors[13] == (0, 0, 142)
    assert truth.notices == ()


def test_ids_and_train_ids_say_the_same(root: Path) -> None:
    path = next((root / "gtFine" / "val").rglob("*_labelIds.png"))
    by_ids = read_truth(Reference(str(path)))
    path.unlink()
    train_ids = put_mask(Path(str(path).replace("labelIds", "labelTrainIds")), columns(VOID, 0, 11, 13, VOID, 13))
    (sample,), _ = loaded(root)
    assert sample.references[0].path == str(train_ids)
    by_train_ids = read_truth(sample.references[0], wanted=ReferenceMask)
    assert isinstance(by_ids, ReferenceMask)
    assert isinstance(by_train_ids, ReferenceMask)
    assert by_ids.labels.tolist() == by_train_ids.labels.tolist()
    assert by_ids.label_set == by_train_ids.label_set


def test_all_34_classes_can_be_chosen(root: Path) -> None:
    (sample,), _ = loaded(root, ["val"], ["all-class-masks"])
    truth = read_truth(sample.references[0])
    assert isinstance(truth, ReferenceMask)
    assert (len(truth.label_set), truth.label_set.names[CARAVAN]) == (34, "caravan")
    assert truth.labels.tolist() == columns(EGO, ROAD, PERSON, CAR, CARAVAN, CAR).tolist()


def test_objects_are_things_groups_and_stuff(root: Path) -> None:
    (sample,), _ = loaded(root)
    truth = read_truth(sample.references[1], wanted=ReferenceInstances)
    assert isinstance(truth, ReferencePanoptic)
    objects = truth.instances
    names = [truth.label_set.names[index] for index in objects.class_ids]
    found = list(zip(names, objects.is_stuff.tolist(), objects.is_crowd.tolist(), strict=True))
    assert found == [
        ("road", True, False),
        ("car", False, True),
        ("person", False, False),
        ("car", False, False),
    ]
    assert objects.masks is not None
    assert np.array_equal(rle.decode(objects.masks[2]), columns(0, 0, 1, 0, 0, 0).astype(bool))


def test_pictures_masks_and_classes_are_those_of_torchvision(root: Path) -> None:
    script = (
        "import sys, json, numpy as np\n"
        "from torchvision.datasets import Cityscapes\n"
        "data = Cityscapes(sys.argv[1], split='train', target_type=['semantic', 'instance'])\n"
        "ids = {c.id: (c.train_id, c.name) for c in Cityscapes.classes}\n"
        "print(json.dumps([data.images, data.targets, np.asarray(data[0][1][0]).tolist(), ids]))\n"
    )
    out = subprocess.run([sys.executable, "-c", script, str(root)], capture_output=True, text=True, check=True)
    pictures, targets, values, classes = json.loads(out.stdout)
    samples, _ = loaded(root, ["train"])

    assert [sample.path for sample in samples] == sorted(pictures)
    by_picture = dict(zip(pictures, targets, strict=True))
    assert [[each.path for each in sample.references] for sample in samples] == [by_picture[s.path] for s in samples]
    truth = read_truth(Reference(by_picture[pictures[0]][0]))
    assert isinstance(truth, ReferenceMask)
    for ours, theirs in {(int(a), int(b)) for a, b in zip(truth.labels[0], values[0], strict=True)}:
        train_id, name = classes[str(theirs)]
        assert ours == train_id
        assert ours == VOID or truth.label_set.names[ours] == name


def test_a_survey_is_certain_of_the_values_and_names_each(root: Path) -> None:
    samples, _ = loaded(root, ["train"])
    survey = survey_masks(samples)
    assert guess_masks(survey, (19,)).is_certain
    (group,) = survey.groups
    assert sorted(group.pixels) == [EGO, ROAD, PERSON, CAR, CARAVAN]


def test_coarse_masks_are_used_where_there_are_no_fine_ones_or_where_chosen(tmp_path: Path) -> None:
    write_scene(tmp_path, "train_extra/trier/trier_000000_000019", "gtCoarse")
    (sample,), _ = loaded(tmp_path)
    assert reference_names(sample)[0] == "trier_000000_000019_gtCoarse_labelIds.png"
    truth = read_truth(sample.references[0])
    assert isinstance(truth, ReferenceMask)
    assert truth.label_set.names[0] == "road"


def test_archives_in_folders_of_their_own_are_one_data_set(root: Path) -> None:
    (root / "leftImg8bit_trainvaltest").mkdir()
    (root / "leftImg8bit").rename(root / "leftImg8bit_trainvaltest" / "leftImg8bit")
    (root / "gtFine_trainvaltest").mkdir()
    (root / "gtFine").rename(root / "gtFine_trainvaltest" / "gtFine")
    assert known(root).n_inputs == 3
    (sample,), _ = loaded(root)
    assert len(sample.references) == 2


def test_half_of_it_is_said(root: Path) -> None:
    next((root / "gtFine" / "train" / "ulm").glob("*_labelIds.png")).unlink()
    next((root / "leftImg8bit" / "train" / "aachen").iterdir()).unlink()
    put_picture(root / "rightImg8bit" / "val" / "a.png")
    put_picture(root / "leftImg8bit" / "val" / "bonn" / "holiday.png")
    put_picture(root / "leftImg8bit_trainextra" / "leftImg8bit" / "train_extra" / "b" / "b_leftImg8bit.png")
    data_set = known(root)
    assert [(split.name, split.n_inputs, split.n_references) for split in data_set.splits] == [
        ("train", 1, 1),
        ("val", 1, 1),
    ]
    sorts = {one.sort: (one.n, one.reason) for one in data_set.leftovers}
    assert sorts["masks in gtFine"] == (1, "leftImg8bit has no pictures of these names.")
    assert sorts[".png files"] == (1, "they are not called SPLIT/CITY/…_leftImg8bit.png.")
    assert sorts["files in leftImg8bit_trainextra"] == (1, "Cityscapes has no folder of that name.")
    assert sorts["files in rightImg8bit"] == (1, "Cityscapes has no folder of that name.")


def test_polygons_alone_say_what_to_do(root: Path) -> None:
    for path in sorted((root / "gtFine").rglob("*.png")):
        path.unlink()
    samples, problems = loaded(root)
    assert [len(sample.references) for sample in samples] == [0, 0, 0]
    (problem,) = [each for each in problems if "_polygons.json" in each.error]
    assert problem.error.endswith("are left alone: there are no labelIds, which are what is read.")
    assert "cityscapesScripts" in problem.hint


def test_the_split_test_has_no_ground_truth(root: Path) -> None:
    write_scene(root, "test/berlin/berlin_000000_000019")
    assert "Cityscapes keeps its ground truth to itself" in known(root).notes[0]


def test_a_value_that_cityscapes_has_not_is_refused(root: Path) -> None:
    (sample,), _ = loaded(root)
    put_mask(Path(sample.references[1].path), columns(0, 99))
    with pytest.raises(InputError, match="holds the value 99, which stands for no class of Cityscapes"):
        read_truth(sample.references[1])
    put_mask(Path(sample.references[0].path), columns(ROAD, 99))
    with pytest.raises(InputError, match=r"holds 99 at x=16, y=0, which is none of the values .* \(road, sidewalk,"):
        read_truth(sample.references[0], wanted=ReferenceMask)


def test_a_class_file_beside_the_masks_goes_before_the_layout(root: Path) -> None:
    (sample,), _ = loaded(root)
    path = Path(sample.references[0].path)
    (path.parent / "classes.txt").write_text("\n".join(f"thing {i}" for i in range(40)))
    truth = read_truth(sample.references[0], wanted=ReferenceMask)
    assert isinstance(truth, ReferenceMask)
    assert truth.label_set.names[CAR] == "thing 26"


def test_pictures_alone_are_no_cityscapes(tmp_path: Path) -> None:
    put_picture(tmp_path / "leftImg8bit" / "a_leftImg8bit.png")
    (tmp_path / "gtFine").mkdir()
    assert recognise(tmp_path) is None
