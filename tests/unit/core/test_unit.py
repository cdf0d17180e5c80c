import numpy as np
import pytest

from granview.core.errors import ShapeError
from granview.core.unit import (
    UnitTable,
    merge_statistics,
    pack_statistics,
    pack_units,
    unpack_statistics,
    unpack_units,
)


def test_statistics_merge_by_addition_and_leave_their_parts_alone() -> None:
    first = {"counts": np.array([1, 2]), "only": np.array(5)}
    second = {"counts": np.array([10, 20])}

    merged = merge_statistics([first, second])

    np.testing.assert_array_equal(merged["counts"], [11, 22])
    assert merged["only"] == 5
    np.testing.assert_array_equal(first["counts"], [1, 2])


def test_statistics_of_different_shape_do_not_merge() -> None:
    with pytest.raises(ShapeError, match="'counts'"):
        merge_statistics([{"counts": np.zeros(2)}, {"counts": np.zeros(3)}])


def test_unpacked_statistics_can_be_merged() -> None:
    packed = pack_statistics({"counts": np.array([1, 2])})

    merged = merge_statistics([unpack_statistics(packed)] * 3)

    np.testing.assert_array_equal(merged["counts"], [3, 6])


def test_units_come_back_with_their_own_columns() -> None:
    units = UnitTable(
        ("region", "boundary"),
        np.array([0, 1], np.uint8),
        np.array([2.5, 8.0], np.float32),
        np.array([0.5, np.nan], np.float32),
        {"class_id": np.array([3, 4], np.int16)},
    )

    back = unpack_units(pack_units(units))

    assert back.kinds == units.kinds
    np.testing.assert_array_equal(back.score, units.score)
    np.testing.assert_array_equal(back.extra["class_id"], [3, 4])


def test_columns_of_different_length_are_refused() -> None:
    with pytest.raises(ShapeError, match="'score'"):
        UnitTable(("region",), np.zeros(2, np.uint8), np.zeros(2, np.float32), np.zeros(3, np.float32))


def test_listed_statistics_follow_one_another() -> None:
    parts = [{"n": np.array([1]), "score[]": np.array([0.5, 0.25])}, {"n": np.array([2]), "score[]": np.array([1.0])}]
    merged = merge_statistics([*parts, {"n": np.array([0]), "score[]": np.empty(0)}])
    assert merged["n"].tolist() == [3]
    assert merged["score[]"].tolist() == [0.5, 0.25, 1.0]


def test_listed_statistics_of_other_columns_do_not_merge() -> None:
    with pytest.raises(ShapeError):
        merge_statistics([{"box[]": np.zeros((2, 4))}, {"box[]": np.zeros((2, 3))}])
