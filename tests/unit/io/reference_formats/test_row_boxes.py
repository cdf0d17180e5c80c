"""Boxes in rows as references, from folders that datasets itself has saved."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.truths.instances import ReferenceInstances
from granview.io.hashing import sha256_file
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from granview.io.sample_search import find_samples
from tests.helpers.packed_pictures import SIZE, pictures, save

pytestmark = pytest.mark.slow

FRAME = Frame(*SIZE)


def detected(folder: Path, cells: list[Any]) -> list[Reference]:
    from datasets import ClassLabel, Dataset, Features, Image, List, Value

    objects = {"bbox": List(List(Value("float32"))), "category": List(ClassLabel(names=["car", "bus"]))}
    features = Features({"image": Image(), "objects": objects})
    data = Dataset.from_dict({"image": pictures(len(cells)), "objects": cells}, features=features)
    samples = [event for event in find_samples([save(folder, val=data)]) if isinstance(event, Sample)]
    return [reference for sample in samples for reference in sample.references]


def test_sides_are_read_as_such_and_an_empty_row_has_no_objects(tmp_path: Path) -> None:
    cells = [{"bbox": [[20, 10, 6, 4], [0, 0, 5, 5]], "category": [1, 0]}, {"bbox": [], "category": []}]
    first, second = detected(tmp_path / "a", cells)
    truth = read_truth(first, FRAME, wanted=ReferenceInstances)
    assert isinstance(truth, ReferenceInstances)
    np.testing.assert_array_equal(truth.instances.boxes_xyxy, [[20, 10, 26, 14], [0, 0, 5, 5]])
    assert [truth.label_set.names[number] for number in truth.instances.class_ids] == ["bus", "car"]
    empty = read_truth(second, FRAME, wanted=ReferenceInstances)
    assert isinstance(empty, ReferenceInstances)
    assert len(empty.instances.boxes_xyxy) == 0
    assert sha256_file(Path(first.path)) != sha256_file(Path(second.path))


def test_corners_are_read_as_such(tmp_path: Path) -> None:
    cells = [{"bbox": [[x, x // 2, x + 3, x // 2 + 2]], "category": [0]} for x in range(8, 20)]
    for x, reference in zip(range(8, 20), detected(tmp_path / "a", cells), strict=True):
        truth = read_truth(reference, FRAME, wanted=ReferenceInstances)
        assert isinstance(truth, ReferenceInstances)
        np.testing.assert_array_equal(truth.instances.boxes_xyxy, [[x, x // 2, x + 3, x // 2 + 2]])


def test_what_is_no_box_is_left_out_and_said(tmp_path: Path) -> None:
    cells = [{"bbox": [[20, 10, 6], [0, 0, 5, 5]], "category": [1, 0]}, None]
    first, second = detected(tmp_path / "a", cells)
    truth = read_truth(first, FRAME, wanted=ReferenceInstances)
    assert isinstance(truth, ReferenceInstances)
    assert len(truth.instances.boxes_xyxy) == 1
    assert any("object 0 is left out. Its box is not four numbers." in words for words in truth.notices)
    with pytest.raises(InputError, match="row 1: 'objects' holds"):
        read_truth(second, FRAME, wanted=ReferenceInstances)


def test_more_boxes_than_classes_cost_the_reference_since_none_is_known(tmp_path: Path) -> None:
    cells = [{"bbox": [[2, 1, 6, 3], [0, 0, 5, 5]], "category": [1]}, {"bbox": [[0, 0, 5, 5]], "category": [0]}]
    first, second = detected(tmp_path / "a", cells)
    with pytest.raises(InputError, match="'bbox' has 2 and 'category' 1, so that none has a class"):
        read_truth(first, FRAME, wanted=ReferenceInstances)
    truth = read_truth(second, FRAME, wanted=ReferenceInstances)
    assert isinstance(truth, ReferenceInstances)
    assert len(truth.instances) == 1
