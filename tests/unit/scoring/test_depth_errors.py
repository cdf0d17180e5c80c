import numpy as np
import pytest

from granview.scoring.depth_errors import band_centres, depth_errors, px_from_edges, share_by_band


def test_errors_by_hand():
    errors = depth_errors(np.array([1.0, 3.0, 4.0]), np.array([1.0, 2.0, 5.0]))
    assert errors.abs_rel == pytest.approx((0 + 0.5 + 0.2) / 3)
    assert errors.rmse_m == pytest.approx(np.sqrt(2 / 3))
    assert errors.delta1 == pytest.approx(1 / 3)


def test_an_edge_runs_where_neighbours_are_at_other_distances():
    reference = np.full((5, 12), 2.0, np.float32)
    reference[:, 6:] = 3.0
    away = px_from_edges(reference)
    np.testing.assert_allclose(away[2], [5, 4, 3, 2, 1, 0, 0, 1, 2, 3, 4, 5], atol=1e-3)


def test_without_an_edge_all_is_far_from_one():
    reference = np.full((5, 12), 2.0, np.float32)
    reference[2, 3] = np.nan
    assert (px_from_edges(reference) > 32).all()


def test_bands_without_px_have_no_share():
    shares = share_by_band(np.array([True, False, True]), np.array([0.1, 0.2, 5.0]), (0.0, 1.0, 2.0))
    np.testing.assert_array_equal(shares, [0.5, np.nan, 1.0])
    starts = (0.0, 1.0, 4.0)
    assert np.digitize(band_centres(starts), starts[1:]).tolist() == [0, 1, 2]
