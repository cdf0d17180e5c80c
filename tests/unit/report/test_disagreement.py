"""Which units two lanes differ on, and in which order they are looked at."""

import numpy as np
import pytest

from granview.core.slice_language import parsed_slice
from granview.core.slices import EVERYTHING
from granview.report.disagreement import disagreement, ordered, sureness
from granview.report.error_classes import taken_for
from granview.report.task_units import NO_CATEGORY, TaskUnits

NAN = np.nan


def _units(task: str = "image-segmentation") -> TaskUnits:
    return TaskUnits(
        task,
        ("a", "b"),
        np.int32([0, 0, 0, 1, 1, 1]),
        np.int32([0, 1, 2, 0, 1, 2]),
        {
            "grain": np.float32([2, 4, 8, 16, 32, 5]),
            "kind": np.int32([0, 0, 0, 0, 0, 1]),
            "class": np.int32([0, 1, 1, 0, 1, 0]),
            "class by small": np.int32([1, 1, NO_CATEGORY, 0, 0, 0]),
            "class by large": np.int32([0, 1, 1, 0, 0, 0]),
            "confidence of small": np.float32([0.9, 0.8, NAN, 0.7, 0.6, 0.5]),
            "confidence of large": np.float32([0.5, 0.8, 0.9, 0.7, 0.95, 0.5]),
        },
        {
            "kind": ("region", "boundary"),
            "class": ("road", "car"),
            "class by small": ("road", "car"),
            "class by large": ("road", "car"),
        },
        {"small": np.float32([0.1, 0.9, 0.2, 0.8, 0.3, NAN]), "large": np.float32([0.7, 0.4, 0.9, 0.9, 0.1, 0.5])},
    )


def test_each_group_has_its_units() -> None:
    found = disagreement(_units(), "small", "large", "region", EVERYTHING)
    assert found.counts == {"only second": 2, "only first": 1, "both wrong": 1, "both right": 1}
    assert found.in_group("only second").tolist() == [0, 2]
    assert found.in_group(None).tolist() == [0, 1, 2, 3, 4]
    assert disagreement(_units(), "small", "large", "boundary", EVERYTHING).n_unscored == 1


@pytest.mark.parametrize(
    ("key", "falling", "rows"),
    [
        ("difference", True, [2, 0, 1, 4, 3]),
        ("difference", False, [3, 4, 1, 0, 2]),
        ("grain", False, [0, 1, 2, 3, 4]),
        ("grain", True, [4, 3, 2, 1, 0]),
        ("first", True, [1, 3, 4, 2, 0]),
        ("class", False, [0, 3, 1, 2, 4]),
        ("sample", True, [3, 4, 0, 1, 2]),
        ("sure", True, [4, 0, 1, 2, 3]),
    ],
)
def test_they_are_ordered(key: str, falling: bool, rows: list[int]) -> None:
    found = disagreement(_units(), "small", "large", "region", EVERYTHING)
    assert ordered(found, None, key, falling=falling).tolist() == rows


def test_how_sure_the_wrong_one_is() -> None:
    """Of unit 4, which both have wrong, the surer; of unit 3, which both have right, nothing; of 2 it is not known."""
    found = disagreement(_units(), "small", "large", "region", EVERYTHING)
    np.testing.assert_allclose(sureness(found, found.rows), np.float32([0.9, 0.8, NAN, NAN, 0.95]))


def test_a_slice_narrows_them_and_what_it_cannot_ask_is_left() -> None:
    found = disagreement(_units(), "small", "large", "region", parsed_slice("class=car, colour=red"))
    assert found.rows.tolist() == [1, 2, 4]


def test_where_nothing_is_right_or_wrong_much_higher_scores_tell() -> None:
    found = disagreement(_units("depth-estimation"), "small", "large", "region", EVERYTHING)
    assert not found.has_verdicts
    assert found.counts == {"only second": 2, "only first": 2, "both wrong": 0, "both right": 1}


def test_classes_that_were_taken_for_others_are_counted_by_lane() -> None:
    pairs = [(each.true, each.predicted, each.n) for each in taken_for(_units(), ("small", "large"))]
    assert pairs == [
        ("car", "", {"small": 1, "large": 0}),
        ("car", "road", {"small": 1, "large": 1}),
        ("road", "car", {"small": 1, "large": 0}),
    ]
