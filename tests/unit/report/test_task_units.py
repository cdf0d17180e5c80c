"""Units of lanes side by side, and slices of them."""

from dataclasses import replace

import numpy as np
import pytest

from granview.core.errors import ArgumentError
from granview.core.slices import Condition, Slice
from granview.core.unit import UnitTable
from granview.report.slicing import slice_mask, sliced
from granview.report.task_units import NO_CATEGORY, TaskUnits, joined_units


def _table(grain: list[float], score: list[float], class_id: list[int], kind: list[int] | None = None) -> UnitTable:
    kinds = np.array(kind or [0] * len(grain), np.uint8)
    extra = {"class_id": np.array(class_id, np.int32), "area_px": np.square(np.array(grain, np.float32))}
    return UnitTable(("region", "boundary"), kinds, np.float32(grain), np.float32(score), extra)


@pytest.fixture
def units() -> TaskUnits:
    small = {"a": _table([2, 4], [0.1, 0.2], [0, 1]), "c": _table([8, 16], [0.5, np.nan], [1, -1], [0, 1])}
    large = {"a": _table([2, 4], [0.3, 0.4], [0, 1]), "b": _table([32], [1.0], [2])}
    by_sample = {"a": ("road", "car"), "b": ("road", "car"), "c": ("car", "road")}
    names = {(lane, name): known for lane in ("small", "large") for name, known in by_sample.items()}
    return joined_units("image-segmentation", ["a", "b", "c"], {"small": small, "large": large, "idle": {}}, names)


def test_each_unit_stands_once_with_the_score_of_every_lane(units: TaskUnits) -> None:
    assert units.samples == ("a", "b", "c")
    assert units.lanes == ("small", "large")
    assert units.sample.tolist() == [0, 0, 1, 2, 2]
    assert units.place.tolist() == [0, 1, 0, 0, 1]
    np.testing.assert_array_equal(units.scores["small"], np.float32([0.1, 0.2, np.nan, 0.5, np.nan]))
    np.testing.assert_array_equal(units.scores["large"], np.float32([0.3, 0.4, 1.0, np.nan, np.nan]))


def test_categories_are_named_across_samples(units: TaskUnits) -> None:
    assert units.categories["class"] == ("road", "car", "2")
    assert units.columns["class"].tolist() == [0, 1, 2, 0, NO_CATEGORY]
    assert units.categories["kind"] == ("region", "boundary")
    assert units.of_kind("boundary").columns["grain"].tolist() == [16]


def test_other_units_are_left_out_and_counted() -> None:
    ours, theirs = {"a": _table([2, 4], [0.1, 0.2], [0, 1])}, {"a": _table([2, 5], [0.1, 0.2], [0, 1])}
    joined = joined_units("t", ["a"], {"small": ours, "large": theirs}, {})
    assert np.isnan(joined.scores["large"]).all()
    assert joined.unpaired == {"large": 1}


def test_a_slice_asks_for_ranges_and_categories(units: TaskUnits) -> None:
    wanted = Slice((Condition("class", ("car", "road")), Condition("grain", low=4, high=16)))
    assert slice_mask(units, wanted).tolist() == [False, True, False, True, False]
    assert sliced(units, wanted).columns["area_px"].tolist() == [16, 64]


def test_a_slice_asks_for_samples_and_scores(units: TaskUnits) -> None:
    assert slice_mask(units, Slice((Condition("sample", ("b",)),))).tolist() == [False, False, True, False, False]
    assert slice_mask(units, Slice((Condition("score of large", low=0.35),))).tolist() == [
        False, True, True, False, False,
    ]  # fmt: skip


def test_an_unknown_category_has_no_units(units: TaskUnits) -> None:
    assert not slice_mask(units, Slice((Condition("class", ("tree",)),))).any()


def test_refuses_a_column_that_is_not_there(units: TaskUnits) -> None:
    with pytest.raises(ArgumentError, match="no column 'size'"):
        slice_mask(units, Slice((Condition("size", low=1),)))


def test_without_units_there_are_none() -> None:
    none = joined_units("t", ["a"], {"small": {}}, {})
    assert len(none) == 0
    assert none.lanes == ()


def test_what_depends_on_a_lane_stands_under_its_name() -> None:
    """Each lane's answers are named by its own label set; a lane without them has no such column."""
    extra = {"class_id": np.int32([0, 1]), "confidence": np.float32([0.9, np.nan]), "iou": np.float32([0.5, 0.0])}
    ours = UnitTable(
        ("object",),
        np.zeros(2, np.uint8),
        np.float32([2, 4]),
        np.float32([1, 0]),
        {**extra, "taken_for": np.int32([1, -1])},
    )
    theirs = UnitTable(("object",), np.zeros(2, np.uint8), np.float32([2, 4]), np.float32([1, 1]), extra)
    names = {("small", "a"): ("road", "car"), ("large", "a"): ("road", "bus")}
    units = joined_units("object-detection", ["a"], {"small": {"a": ours}, "large": {"a": theirs}}, names)
    assert units.categories["class"] == ("road", "car")
    answers = units.columns["class by small"]
    assert units.categories["class by small"][answers[0]] == "car"
    assert answers[1] == NO_CATEGORY
    assert "class by large" not in units.columns
    np.testing.assert_array_equal(units.columns["confidence of large"], np.float32([0.9, np.nan]))
    assert "iou" not in units.columns


def test_what_only_another_lane_could_measure_is_taken_from_it() -> None:
    saved, run = _table([2, 4], [0.1, 0.2], [0, 1]), _table([2, 4], [0.3, 0.4], [0, 1])
    blank = np.full(2, np.nan, np.float32)
    saved = replace(saved, extra={**saved.extra, "contrast": blank})
    run = replace(run, extra={**run.extra, "contrast": np.float32([0.5, 0.6]), "radius_px": np.float32([1, 2])})
    units = joined_units("t", ["a"], {"saved": {"a": saved}, "run": {"a": run}}, {})
    assert units.columns["contrast"].tolist() == pytest.approx([0.5, 0.6])
    assert units.columns["radius_px"].tolist() == [1, 2]
    others = replace(run, grain=np.float32([9, 9]))
    apart = joined_units("t", ["a"], {"saved": {"a": saved}, "run": {"a": others}}, {})
    assert np.isnan(apart.columns["contrast"]).all()
