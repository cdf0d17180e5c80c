import numpy as np
import pytest

from granview.core.messages import RunParams
from granview.core.predictions.label_map import LabelMap
from granview.core.truths.mask import ReferenceMask
from granview.core.unit import UnitTable
from granview.tasks.base import TASKS
from tests.helpers.label_maps import blobs, erring, label_map, numbered_labels

TASK = TASKS.get("image-segmentation")


def units(reference: np.ndarray, prediction: np.ndarray, n_classes: int, tolerance_px: float = 2.0) -> UnitTable:
    labels, params = numbered_labels(n_classes), RunParams(boundary_tolerance_px=tolerance_px)
    return TASK.score(LabelMap(prediction), labels, ReferenceMask(reference, labels), params).units


def test_rows_are_regions_and_then_boundaries():
    table = units(label_map("0011\n0011\n0000"), label_map("0001\n0011\n0000"), 3, tolerance_px=0.0)
    assert [table.kinds[kind] for kind in table.kind] == ["region", "region", "boundary", "boundary"]
    assert table.extra["class_id"].tolist() == [0, 1, 0, 1]
    assert table.grain.tolist() == pytest.approx([8**0.5, 2.0, 0.0, 0.0])
    assert table.score[:2].tolist() == [1.0, 0.75]
    assert table.extra["iou"][:2].tolist() == pytest.approx([8 / 9, 3 / 4])


def test_boundary_rows_hold_the_class_metrics():
    reference = blobs(50, 60, 4, seed=0, blob_px=12)
    prediction, labels = erring(reference, 4, seed=0, share=0.1), numbered_labels(4)
    scores = TASK.score(LabelMap(prediction), labels, ReferenceMask(reference, labels), RunParams())
    rims = scores.units.kind == scores.units.kinds.index("boundary")
    rows = TASK.class_metrics(scores.statistics)
    assert scores.units.score[rims].tolist() == pytest.approx([row["boundary_f"] for row in rows])
    assert scores.units.extra["iou"][rims].tolist() == pytest.approx([row["boundary_iou"] for row in rows])
    assert set(scores.units.grain[rims].tolist()) == {2.0}


def test_a_boundarys_box_is_that_of_all_its_regions():
    table = units(label_map(".1...\n.....\n...1."), label_map(".....\n.....\n....."), 2)
    row = np.flatnonzero((table.kind == 1) & (table.extra["class_id"] == 1))
    assert [table.extra[name][row].tolist() for name in ("x", "y", "w", "h", "area_px")] == [[1], [0], [3], [3], [2]]


def test_rows_of_two_lanes_are_the_same_units():
    reference = blobs(60, 60, 4, seed=2, blob_px=7)
    one, other = (units(reference, erring(reference, 4, seed, share=0.2), 4) for seed in (3, 4))
    assert np.array_equal(one.kind, other.kind)
    assert np.array_equal(one.grain, other.grain)
    for name in ("class_id", "x", "y", "w", "h", "area_px"):
        assert np.array_equal(one.extra[name], other.extra[name])
    assert not np.array_equal(one.score, other.score)


def test_a_class_without_contour_has_no_boundary_row():
    table = units(np.zeros((5, 5), np.uint8), np.ones((5, 5), np.uint8), 2)
    assert [table.kinds[kind] for kind in table.kind] == ["region"]
    assert table.score.tolist() == [0.0]
