"""Every column of units, those of lanes included."""

import numpy as np
import pytest

from granview.core.errors import ArgumentError
from granview.core.slices import Condition, Slice
from granview.report.slicing import slice_mask
from granview.report.task_units import NO_CATEGORY, TaskUnits, UnitColumn
from granview.report.unit_columns import category_counts, column_names, is_by_outcome, number_range, unit_column


def _units(task: str = "image-segmentation") -> TaskUnits:
    return TaskUnits(
        task,
        ("a", "b"),
        np.int32([0, 0, 1, 1]),
        np.int32([0, 1, 0, 1]),
        {"grain": np.float32([2, 4, np.nan, 9]), "class": np.int32([0, 1, 1, NO_CATEGORY])},
        {"class": ("road", "car", "none of it")},
        {"small": np.float32([0.2, 0.6, 0.5, np.nan]), "large": np.float32([0.9, 0.55, 0.7, 0.1])},
    )


def test_names_are_listed_and_each_can_be_asked_for() -> None:
    units = _units()
    assert column_names(units) == [
        "grain", "class", "small is", "large is", "score of small", "score of large", "sample",
    ]  # fmt: skip
    assert all(len(unit_column(units, name).values) == 4 for name in column_names(units))


def test_a_lane_has_units_right_above_the_tasks_limit() -> None:
    column = unit_column(_units(), "small is")
    assert column.categories == ("right", "wrong")
    assert column.values.tolist() == [1, 0, 1, NO_CATEGORY]
    assert category_counts(column) == {"wrong": 2, "right": 1}


@pytest.mark.parametrize("column", ["small is", "score of large", "class by small"])
def test_what_lanes_make_of_units_chooses_by_outcome(column: str) -> None:
    lanes = _units().lanes
    assert is_by_outcome(Slice((Condition("class", ("car",)), Condition(column, ("right",)))), lanes)
    assert not is_by_outcome(Slice((Condition("class", ("car",)), Condition("grain", low=4.0))), lanes)


def test_where_nothing_is_right_or_wrong_lanes_are_level_or_behind() -> None:
    column = unit_column(_units("depth-estimation"), "small is")
    assert column.categories == ("level", "behind")
    assert column.values.tolist() == [1, 0, 1, NO_CATEGORY]


def test_counts_leave_out_what_no_unit_is_of_and_ranges_what_is_no_number() -> None:
    units = _units()
    assert category_counts(unit_column(units, "class")) == {"car": 2, "road": 1}
    assert number_range(unit_column(units, "grain")) == (2.0, 9.0)
    assert number_range(UnitColumn("x", np.float32([np.nan]))) is None
    assert number_range(unit_column(units, "class")) is None


def test_more_columns_take_part_at_once() -> None:
    units = _units().with_columns([UnitColumn("sensor", np.int32([0, 0, 1, 1]), ("left", "right"))])
    wanted = Slice((Condition("sensor", ("right",)), Condition("large is", ("right",))))
    assert slice_mask(units, wanted).tolist() == [False, False, True, False]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Condition("nothing", low=1), "no column 'nothing'"),
        (Condition("score of gone", low=0.5), "no column 'score of gone'"),
        (Condition("class", low=1), "'class' has no numbers"),
        (Condition("grain", ("car",)), "'grain' has numbers only"),
    ],
)
def test_what_cannot_be_asked_is_said(condition: Condition, words: str) -> None:
    with pytest.raises(ArgumentError, match=words) as raised:
        slice_mask(_units(), Slice((condition,)))
    assert raised.value.hint


def test_a_range_without_bounds_asks_for_a_number() -> None:
    assert slice_mask(_units(), Slice((Condition("grain"),))).tolist() == [True, True, False, True]


@pytest.mark.parametrize(
    ("condition", "meets"),
    [
        (Condition("grain", ("4",), is_not=True), [True, False, False, True]),
        (Condition("grain", high=4.0, is_not=True), [False, True, False, True]),
        (Condition("class", ("road",), is_not=True), [False, True, True, False]),
        (Condition("small is", ("right",), is_not=True), [True, False, True, False]),
        (Condition("grain", is_not=True), [False, False, True, False]),
    ],
)
def test_a_missing_value_is_not_another_one(condition: Condition, meets: list[bool]) -> None:
    assert slice_mask(_units(), Slice((condition,))).tolist() == meets
