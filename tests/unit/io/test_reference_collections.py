"""Which file of many pictures is about which picture, as a search finds it."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core.resources import resource_path
from granview.core.sample import Reference, Sample
from granview.core.truths.instances import ReferenceInstances
from granview.core.truths.mask import ReferenceMask
from granview.io.reference_format import reference_of_type
from granview.io.sample_search import Problem, find_samples
from tests.helpers.coco import SIZE, marked, write_coco, write_pictures

ONE = [marked(1, bbox=[0, 0, 5, 5])]


def search(*inputs: Path, references: tuple[Path, ...] = ()) -> tuple[dict[str, Reference | None], list[str]]:
    found = list(find_samples(inputs, references))
    samples = {event.filename: event.reference for event in found if isinstance(event, Sample)}
    return samples, [event.error for event in found if isinstance(event, Problem)]


def entry(path: Path, name: str) -> Reference:
    return Reference(str(path), format="coco-instances", record=name)


def test_a_named_file_gives_each_picture_its_entry(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images", "a.png", "b.png")
    path = write_coco(tmp_path / "instances.json", ONE)

    samples, problems = search(tmp_path / "images", references=(path,))

    assert samples == {"a.png": entry(path, "a.png"), "b.png": entry(path, "b.png")}
    assert problems == []


def test_one_picture_with_one_file_has_its_entry(tmp_path: Path) -> None:
    picture, other = write_pictures(tmp_path, "b.png", "z.png")
    path = write_coco(tmp_path / "instances.json", ONE)

    assert search(picture, references=(path,)) == ({"b.png": entry(path, "b.png")}, [])
    assert search(other, references=(path,)) == ({"z.png": None}, ["instances.json has no entry for z.png."])


def test_a_file_beside_the_pictures_is_about_them(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png", "b.png")
    path = write_coco(tmp_path / "_annotations.coco.json", ONE)

    assert search(tmp_path) == ({"a.png": entry(path, "a.png"), "b.png": entry(path, "b.png")}, [])


def test_each_part_of_a_data_set_has_its_own(tmp_path: Path) -> None:
    for part in ("train", "valid"):
        write_pictures(tmp_path / part, "a.png")
        write_coco(tmp_path / part / "objects.json", ONE, ("a.png",))

    found = [event for event in find_samples([tmp_path]) if isinstance(event, Sample)]

    assert [Path(sample.reference.path).parent.name for sample in found] == ["train", "valid"]


def test_images_beside_annotations_are_a_data_set(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images", "a.png")
    path = write_coco(tmp_path / "annotations" / "instances_val.json", ONE, ("a.png",))
    samples, said = search(tmp_path)
    assert samples == {"a.png": entry(path, "a.png")}
    assert said == [
        f"{tmp_path.name} is laid out as COCO (instances_val.json): 1 of 1 images are taken, the split val."
    ]


@pytest.mark.parametrize("folder", ["annotations", "."])
def test_segments_and_objects_are_kept_beside_each_other(tmp_path: Path, folder: str) -> None:
    write_pictures(tmp_path / "val2017", "a.png")
    objects = write_coco(tmp_path / "annotations" / "instances_val2017.json", ONE, ("a.png",))
    segments = tmp_path / "annotations" / "panoptic_val2017.json"
    document = json.loads(objects.read_text())
    document["annotations"] = [{"image_id": 1, "file_name": "a.png", "segments_info": []}]
    segments.write_text(json.dumps(document))
    write_pictures(tmp_path / folder / "panoptic_val2017", "a.png")

    (sample,) = (event for event in find_samples([tmp_path]) if isinstance(event, Sample))

    assert [one.format for one in sample.references] == ["coco-instances", "coco-panoptic"]


def test_a_mask_beside_an_entry_is_another_type_of_truth(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images", "a.png")
    (tmp_path / "masks").mkdir()
    Image.fromarray(np.zeros(SIZE, np.uint8)).save(tmp_path / "masks" / "a.png")
    write_coco(tmp_path / "instances.json", ONE, ("a.png",))

    (sample,) = (event for event in find_samples([tmp_path]) if isinstance(event, Sample))

    assert reference_of_type(sample, ReferenceInstances).format == "coco-instances"
    assert reference_of_type(sample, ReferenceMask).path.endswith("a.png")


def test_names_with_folders_tell_pictures_of_one_name_apart(tmp_path: Path) -> None:
    write_pictures(tmp_path, "left/a.png", "right/a.png")
    path = write_coco(tmp_path / "instances.json", [], ("left/a.png", "right\\a.png"))

    found = [event for event in find_samples([tmp_path]) if isinstance(event, Sample)]

    assert [(Path(sample.path).parent.name, sample.reference) for sample in found] == [
        ("left", entry(path, "left/a.png")),
        ("right", entry(path, "right\\a.png")),
    ]


def test_of_two_pictures_of_a_name_none_gets_the_entry_and_that_is_said(tmp_path: Path) -> None:
    write_pictures(tmp_path, "left/a.png", "right/a.png")
    write_coco(tmp_path / "instances.json", [], ("a.png",))

    found = list(find_samples([tmp_path]))

    assert [event.reference is None for event in found if isinstance(event, Sample)] == [True, True]
    words = [event.error for event in found if isinstance(event, Problem)]
    assert "instances.json: a.png may be left/a.png or right/a.png, so none of these has the entry." in words


def test_the_picture_that_lies_where_a_name_leads_is_meant(tmp_path: Path) -> None:
    write_pictures(tmp_path, "a.png", "right/a.png")
    path = write_coco(tmp_path / "instances.json", [], ("a.png",))

    found = {event.path: event.reference for event in find_samples([tmp_path]) if isinstance(event, Sample)}

    assert found == {str(tmp_path / "a.png"): entry(path, "a.png"), str(tmp_path / "right" / "a.png"): None}


def test_pictures_in_folders_of_references_are_no_inputs_that_could_be_meant(tmp_path: Path) -> None:
    write_pictures(tmp_path, "images/a.png", "masks/a.png")
    path = write_coco(tmp_path / "instances.json", [], ("a.png",))

    (sample,) = (event for event in find_samples([tmp_path]) if isinstance(event, Sample))

    assert entry(path, "a.png") in sample.references


def test_a_file_given_among_the_pictures_is_about_them(tmp_path: Path) -> None:
    picture, _ = write_pictures(tmp_path / "images", "a.png", "b.png")
    path = write_coco(tmp_path / "elsewhere" / "x.json", ONE)
    assert search(picture.parent, path)[0] == {"a.png": entry(path, "a.png"), "b.png": entry(path, "b.png")}


def test_a_file_about_other_pictures_is_said(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images", "z.png")
    path = write_coco(tmp_path / "x.json", ONE)
    assert search(tmp_path / "images", references=(path,))[1] == [
        "x.json is about none of the inputs: it names a.png, b.png.",
        "1 picture has no entry in x.json: z.png.",
    ]


def test_a_damaged_file_is_said_once_and_the_pictures_are_there(tmp_path: Path) -> None:
    write_pictures(tmp_path / "images", "a.png")
    path = write_coco(tmp_path / "annotations" / "x.json", ONE)
    path.write_text(path.read_text()[:-40])

    samples, problems = search(tmp_path)

    assert samples == {"a.png": None}
    assert len([words for words in problems if "x.json is not JSON" in words]) == 1


def test_a_data_set_of_texts_is_none(tmp_path: Path) -> None:
    path = tmp_path / "texts.json"
    path.write_text('[{"text": "Fine.", "label": "good"}]')
    assert set(search(path)[0]) == {"texts.json #1"}


def test_the_gallery_s_scenes_have_their_objects_beside_their_masks() -> None:
    found = [event for event in find_samples([resource_path("gallery")]) if isinstance(event, Sample)]

    with_objects = [sample for sample in found if any(one.format == "coco-instances" for one in sample.references)]

    assert len(with_objects) >= 6
    for sample in with_objects:
        assert reference_of_type(sample, ReferenceInstances).record == sample.filename
        assert reference_of_type(sample, ReferenceMask).path.endswith(".png")


def test_a_folder_called_as_the_file_holds_its_pictures(tmp_path: Path) -> None:
    write_pictures(tmp_path / "train", "a.png")
    path = write_coco(tmp_path / "train.json", ONE, ("a.png",))
    assert search(tmp_path) == ({"a.png": entry(path, "a.png")}, [])
