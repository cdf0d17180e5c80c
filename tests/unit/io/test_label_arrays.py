"""Labels in arrays of NumPy: as classes, as objects, looked at before a run; damage, and what may run code."""

import pickle
from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.image_params import ImageParams, MaskValues
from granview.core.sample import Reference, Sample
from granview.core.truths.instances import ReferenceInstances
from granview.core.truths.mask import ReferenceMask
from granview.io.label_arrays import class_array
from granview.io.mask_survey import survey_masks
from granview.io.orientation import Frame
from granview.io.reference_format import read_truth
from granview.io.sample_search import find_samples
from tests.helpers.laid_out import HEIGHT, WIDTH, columns, put_picture


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put_picture(tmp_path / "images" / "a.png")
    (tmp_path / "masks").mkdir()
    np.save(tmp_path / "masks" / "a.npy", columns(0, 1, 2).astype(np.int64))
    return tmp_path


def test_an_array_in_a_folder_of_masks_is_a_mask(folder: Path) -> None:
    (sample,) = [event for event in find_samples([folder]) if isinstance(event, Sample)]
    (reference,) = sample.references
    truth = read_truth(reference, Frame(HEIGHT, WIDTH), wanted=ReferenceMask)
    assert isinstance(truth, ReferenceMask)
    assert truth.labels.dtype == np.uint8
    assert truth.labels.tolist() == columns(0, 1, 2).tolist()
    (group,) = survey_masks([sample], truths=[ReferenceMask]).groups
    assert (sorted(group.pixels), group.n) == ([0, 1, 2], 1)


def test_what_the_values_of_a_folder_are_taken_for_holds_for_arrays_too(folder: Path) -> None:
    path, rule = folder / "masks" / "a.npy", MaskValues(named={0: None, 1: "road", 2: "sky"})
    params = ImageParams(mask_readings={str(path.parent): rule})
    truth = read_truth(Reference(str(path)), Frame(HEIGHT, WIDTH), params=params, wanted=ReferenceMask)
    assert isinstance(truth, ReferenceMask)
    assert truth.label_set.names == ("road", "sky")


def test_the_same_array_is_objects_where_these_are_wanted(folder: Path) -> None:
    truth = read_truth(Reference(str(folder / "masks" / "a.npy")), Frame(HEIGHT, WIDTH), wanted=ReferenceInstances)
    assert isinstance(truth, ReferenceInstances)
    assert len(truth.instances) == 2


@pytest.mark.parametrize(
    ("values", "expected", "kind"),
    [
        ([[-1, 0], [1, 2]], [[255, 0], [1, 2]], np.uint8),
        ([[-1, 0], [1, 300]], [[65535, 0], [1, 300]], np.uint16),
        ([[False, True], [True, False]], [[0, 1], [1, 0]], np.uint8),
        ([[[0], [7]], [[7], [255]]], [[0, 7], [7, 255]], np.uint8),
    ],
)
def test_whole_numbers_of_any_type_are_classes(tmp_path: Path, values: object, expected: object, kind: type) -> None:
    np.save(tmp_path / "a.npy", np.array(values))
    found = class_array(tmp_path / "a.npy")
    assert (found.tolist(), found.dtype) == (expected, kind)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (np.zeros((2, 2), np.float32), "holds 2 x 2 of float32, not a label for every pixel"),
        (np.zeros((2, 2, 5), np.int32), "holds 2 x 2 x 5 of int32, not a label for every pixel"),
        (np.zeros((0, 2), np.int32), "not a label for every pixel"),
        (np.array([[0, 70_000]]), "holds values outside 0 to 65535"),
        (np.array([[0, -2]]), "holds values outside 0 to 65535"),
    ],
)
def test_other_arrays_are_refused(tmp_path: Path, values: np.ndarray, words: str) -> None:  # type: ignore[type-arg]
    np.save(tmp_path / "a.npy", values)
    with pytest.raises(InputError, match=words):
        class_array(tmp_path / "a.npy")


def test_objects_of_python_and_damage_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a_seg.npy"
    np.save(path, {"masks": np.zeros((2, 2))})  # type: ignore[arg-type] # as Cellpose does
    with pytest.raises(InputError, match="is no array of numbers"):
        class_array(path)
    path.write_bytes(pickle.dumps([1, 2]))
    with pytest.raises(InputError, match="is no array of NumPy, or is cut short"):
        class_array(path)


def test_an_array_of_another_size_is_refused(folder: Path) -> None:
    np.save(folder / "masks" / "a.npy", np.zeros((3, 4), np.uint8))
    with pytest.raises(InputError, match="is 4 x 3 pixels, its image 32 x 24"):
        read_truth(Reference(str(folder / "masks" / "a.npy")), Frame(HEIGHT, WIDTH), wanted=ReferenceMask)
