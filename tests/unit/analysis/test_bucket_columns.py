"""Buckets are those that a search finds, and means those of numpy."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from granview.analysis.bucket_columns import bucket_index, means_by_bucket

_numbers = st.floats(width=32, allow_nan=True, allow_infinity=True)


@given(
    arrays(np.float32, st.integers(0, 50), elements=_numbers),
    st.lists(st.floats(-1e6, 1e6, width=32), min_size=2, max_size=9, unique=True).map(sorted),
)
def test_each_number_is_in_the_bucket_that_a_search_finds(values: np.ndarray, edges: list[float]) -> None:
    place = bucket_index(values, edges)
    for value, found in zip(values, place.tolist(), strict=True):
        wanted = [k for k in range(len(edges) - 1) if edges[k] <= value < edges[k + 1]]
        assert found == (wanted[0] if wanted else -1)


def test_an_edge_is_in_its_bucket_and_the_number_below_in_the_one_before() -> None:
    edge = np.float32(10.1)
    values = np.array([np.nextafter(edge, np.float32(0)), edge, np.nextafter(edge, np.float32(99))], np.float32)
    assert bucket_index(values, (0.0, 10.1, np.inf)).tolist() == [0, 1, 1]


def test_infinite_edges_hold_all_but_what_is_no_number() -> None:
    values = np.float32([-5, 0, 7, np.inf, np.nan])
    assert bucket_index(values, (-np.inf, 0.0, np.inf)).tolist() == [0, 1, 1, -1, -1]


def test_means_leave_out_units_without_a_score_or_a_bucket() -> None:
    rng = np.random.default_rng(0)
    n = 200_000
    place, score = rng.integers(-1, 4, n).astype(np.int16), rng.random(n, dtype=np.float32)
    score[::7] = np.nan
    means, counts = means_by_bucket(place, score, 5)
    for k in range(4):
        own = score[(place == k) & ~np.isnan(score)].astype(np.float64)
        assert counts[k] == len(own)
        np.testing.assert_allclose(means[k], own.mean())
    assert counts[4] == 0
    assert np.isnan(means[4])
