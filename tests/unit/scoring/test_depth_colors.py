import numpy as np

from granview.scoring.depth_alignment import Alignment
from granview.scoring.depth_colors import UNKNOWN, DepthShade, metric_shade, own_shade, sampled

RAMP = np.linspace(1, 16, 2000, dtype=np.float32).reshape(40, 50)


def test_near_has_the_end_of_the_table_and_octaves_are_alike():
    shade = DepthShade(1.0, 16.0, Alignment())
    places = shade.places(np.array([[1, 2, 4, 8, 16, 99, np.nan]], np.float32))[0]
    assert places[0] == 255
    assert places[4] == places[5] == 1
    assert places[6] == UNKNOWN
    assert np.ptp(np.diff(places[:5].astype(int))) <= 1


def test_larger_values_of_an_inverse_map_are_nearer():
    for kind, first, last in (("inverse", 1, 255), ("relative", 255, 1), ("metric", 255, 1)):
        places = own_shade(RAMP, kind).places(RAMP)
        assert (places[0, 0], places[-1, -1]) == (first, last)


def test_maps_of_metres_share_a_scale():
    shade = metric_shade([RAMP, RAMP * 4])
    assert shade.is_shared
    assert 1 <= shade.low < 2
    assert 50 < shade.high <= 64


def test_a_map_of_one_value_or_none_is_drawn_as_well():
    assert (
        len(np.unique(own_shade(np.full((3, 3), 2, np.float32), "metric").places(np.full((3, 3), 2, np.float32)))) == 1
    )
    nothing = np.full((3, 3), np.nan, np.float32)
    assert (own_shade(nothing, "relative").places(nothing) == UNKNOWN).all()


def test_scales_are_fitted_on_a_grid():
    assert sampled(np.zeros((1000, 600), np.float32)).size <= 256 * 256
