"""The order of a column is numpy's own stable order, with NaN last either way."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from granview.analysis.sorted_rows import sorted_rows

_REALS = arrays(np.float32, st.integers(0, 60), elements=st.floats(width=32, allow_nan=True, allow_subnormal=False))


@given(_REALS, st.booleans())
def test_floats_are_ordered_as_numpy_does(values: np.ndarray, falling: bool) -> None:
    known = np.flatnonzero(~np.isnan(values))
    keys = -values[known].astype(np.float64) if falling else values[known].astype(np.float64)
    wanted = [*known[np.argsort(keys + 0.0, kind="stable")], *np.flatnonzero(np.isnan(values))]
    found = sorted_rows(values, falling=falling)
    np.testing.assert_array_equal(values[found], values[wanted])
    assert sorted(found.tolist()) == list(range(len(values)))


def test_equals_keep_their_order() -> None:
    values = np.float32([1, 0, 1, 0, np.nan, 1])
    assert sorted_rows(values).tolist() == [1, 3, 0, 2, 5, 4]
    assert sorted_rows(values, falling=True).tolist() == [0, 2, 5, 1, 3, 4]


@pytest.mark.parametrize("dtype", [np.int8, np.int32, np.uint8, np.int64])
def test_whole_numbers_too(dtype: type) -> None:
    values = np.array([3, 1, 2, 1], dtype)
    assert sorted_rows(values).tolist() == [1, 3, 2, 0]
    assert sorted_rows(np.int32([-1, 5, -7])).tolist() == [2, 0, 1]
    assert sorted_rows(np.int32([-1, 5, -7]), falling=True).tolist() == [1, 0, 2]
