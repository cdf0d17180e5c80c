"""The units of a bucket that tell most."""

import numpy as np

from granview.core.unit import UnitTable
from granview.report.bucket_units import telling_units
from granview.report.grain_units import bucketed
from granview.report.task_units import joined_units
from granview.tasks.base import GrainAxis

SIZES = GrainAxis("region", "Region size", "px", (0.0, 4.0, 8.0))


def _table(scores: list[float]) -> UnitTable:
    grain = np.full(len(scores), 2, np.float32)
    extra = {"class_id": np.zeros(len(scores), np.int32)}
    return UnitTable(("region",), np.zeros(len(scores), np.uint8), grain, np.float32(scores), extra)


def test_those_on_which_lanes_differ_most_come_first_then_the_worst() -> None:
    tables = {"small": {"a": _table([0.5, 0.1, 0.2, np.nan])}, "large": {"a": _table([0.5, 0.9, 0.2, 1.0])}}
    units = bucketed(joined_units("image-segmentation", ["a"], tables, {}), SIZES)
    listed = telling_units(units, 0, 3)
    assert [unit.place for unit in listed] == [1, 2, 0]
    assert listed[0].value == 2.0
    assert {lane: round(score, 1) for lane, score in listed[0].scores.items()} == {"small": 0.1, "large": 0.9}
    assert [set(unit.scores) for unit in telling_units(units, 0, 9) if unit.place == 3] == [{"large"}]
    assert telling_units(units, 1, 3) == ()


def test_categories_are_named() -> None:
    tables = {"small": {"a": _table([0.5])}}
    units = joined_units("image-segmentation", ["a"], tables, {("small", "a"): ("road",)})
    (unit,) = telling_units(bucketed(units, GrainAxis("region", "Class", "", (), column="class")), 0, 3)
    assert unit.value == "road"
