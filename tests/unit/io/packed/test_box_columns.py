"""Columns of objects with boxes."""

import itertools
from typing import Any

import pytest

from granview.io.packed.box_columns import BoxColumn, are_corners, box_column

NAMED = {"names": ["a", "b"], "_type": "ClassLabel"}
BOX = {"feature": {"dtype": "float32", "_type": "Value"}, "length": 4, "_type": "List"}
COLUMN = BoxColumn("bbox", "category", ("a", "b"))


@pytest.mark.parametrize(
    "feature",
    [
        {"bbox": {"feature": BOX, "_type": "List"}, "category": {"feature": NAMED, "_type": "List"}},
        {"feature": {"bbox": BOX, "category": NAMED}, "_type": "List"},
        {"feature": {"bbox": BOX, "category": NAMED}, "_type": "Sequence"},
        [{"bbox": BOX, "category": NAMED}],
    ],
)
def test_objects_are_told_by_their_features(feature: Any) -> None:
    assert box_column(feature) == COLUMN


@pytest.mark.parametrize("feature", [None, NAMED, {"bbox": BOX}, {"bbox": BOX, "category": {"dtype": "int64"}}])
def test_without_boxes_or_names_of_classes_it_is_none(feature: Any) -> None:
    assert box_column(feature) is None


def test_cells_are_lists_of_objects_or_objects_of_lists() -> None:
    objects = [([0, 0, 1, 1], 0), ([2, 2, 3, 3], 1)]
    of_lists = {"bbox": [box for box, _ in objects], "category": [name for _, name in objects]}
    listed = [{"bbox": box, "category": name} for box, name in objects]
    assert list(COLUMN.objects(of_lists)) == list(COLUMN.objects(listed)) == objects
    assert list(COLUMN.objects(None)) == list(COLUMN.objects({"bbox": None, "category": None})) == []


def test_corners_are_told_by_many_boxes_none_of_which_can_be_sides_alone() -> None:
    places = itertools.product(range(10, 40, 10), repeat=2)
    corners = [{"bbox": [[x, y, x + 5, y + 4]], "category": [0]} for x, y in places]
    assert not are_corners(COLUMN, corners.__getitem__, 9)
    many = corners * 2
    assert are_corners(COLUMN, many.__getitem__, 18)
    many[3] = {"bbox": [[30, 30, 5, 4]], "category": [0]}
    assert not are_corners(COLUMN, many.__getitem__, 18)
