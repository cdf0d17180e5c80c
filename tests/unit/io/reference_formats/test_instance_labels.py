"""Label images: an object for each value, in every kind of picture that holds whole numbers."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from granview.core import rle
from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.truths.instances import ReferenceInstances, ReferencePanoptic
from granview.core.truths.mask import ReferenceMask
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth, reference_of_type, truth_type_of
from granview.io.sample_search import find_samples

VALUES = np.zeros((20, 30), np.uint16)
FRAME = Frame(20, 30)
VALUES[2:6, 3:9], VALUES[10:18, 20:30], VALUES[0, 0] = 1, 40_000, 7


def save(path: Path, values: np.ndarray) -> Path:
    Image.fromarray(values).save(path)
    return path


def read(path: Path, frame: Frame | None = FRAME) -> ReferenceInstances:
    truth = read_truth(Reference(str(path)), frame, wanted=ReferenceInstances)
    assert isinstance(truth, ReferenceInstances)
    return truth


@pytest.mark.parametrize("name", ["x.png", "x.tif"])
def test_each_value_is_an_object(tmp_path: Path, name: str) -> None:
    truth = read(save(tmp_path / name, VALUES))

    assert rle.areas(truth.instances.masks).tolist() == truth.areas_px.tolist() == [24, 1, 80]
    assert truth.label_set.names == ("object",)
    assert truth.notices == (f"Each value of {name} counts as an object: 3 objects.",)


@pytest.mark.parametrize("dtype", [np.int32, np.float32, bool, np.uint8])
def test_every_kind_of_whole_number_is_read(tmp_path: Path, dtype: type) -> None:
    assert len(read(save(tmp_path / "x.tif", (VALUES > 0).astype(dtype))).instances) == 1


def test_in_a_picture_in_colour_each_colour_is_an_object(tmp_path: Path) -> None:
    colors = np.zeros((20, 30, 3), np.uint8)
    colors[2:4, 2:4], colors[8:9, 2:4] = (200, 0, 0), (0, 0, 3)
    assert read(save(tmp_path / "x.png", colors)).areas_px.tolist() == [4, 2]


def test_an_empty_one_is_a_picture_without_objects(tmp_path: Path) -> None:
    truth = read(save(tmp_path / "x.png", VALUES * 0))
    assert truth.instances.masks == ()


def test_parts_of_numbers_are_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.tif holds values that are no whole numbers"):
        read(save(tmp_path / "x.tif", np.full((20, 30), 0.5, np.float32)))


def test_a_mask_of_classes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("ground\ncell\n")
    with pytest.raises(InputError, match=r"x\.png is a mask: its values are classes"):
        read(save(tmp_path / "x.png", VALUES))


def test_another_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.png is 30 x 20 pixels, its image 9 x 8"):
        read(save(tmp_path / "x.png", VALUES), Frame(8, 9))


def test_it_is_paired_by_name_and_read_so_only_where_objects_are_wanted(tmp_path: Path) -> None:
    save(tmp_path / "cells.tif", VALUES)
    save(tmp_path / "cells_masks.tif", VALUES)

    (sample,) = (event for event in find_samples([tmp_path]) if isinstance(event, Sample))

    assert sample.reference.path.endswith("cells_masks.tif")
    assert truth_type_of(sample.reference) is ReferenceMask
    assert truth_type_of(sample.reference, ReferenceInstances) is ReferenceInstances


def test_a_reference_of_objects_goes_before_a_mask_that_may_be_read_so() -> None:
    entry = Reference("/d/instances.json", format="coco-instances", record="a.png")
    sample = Sample("a", "/d/a.png", reference=Reference("/d/a_mask.png"), more_references=(entry,))

    assert reference_of_type(sample, ReferenceInstances) is entry
    assert reference_of_type(sample, ReferenceMask) is sample.reference


def test_segments_go_before_objects_where_segments_are_wanted_and_else_objects_do() -> None:
    objects = Reference("/d/instances.json", format="coco-instances", record="a.png")
    segments = Reference("/d/panoptic.json", format="coco-panoptic", record="a.png")
    mask = Reference("/d/a_mask.png")
    both = Sample("a", "/d/a.png", reference=mask, more_references=(objects, segments))
    alone = Sample("a", "/d/a.png", reference=mask, more_references=(objects,))

    assert reference_of_type(both, ReferencePanoptic) is segments
    assert reference_of_type(both, ReferenceInstances) is objects
    assert reference_of_type(alone, ReferencePanoptic) is objects
