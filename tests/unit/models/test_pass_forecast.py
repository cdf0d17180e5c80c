import pytest

from granview.models.pass_forecast import PassGrowth, measure_growth


def tried(growth, largest_px):
    """What is concluded of passes that take what a law says, and which sides were tried."""
    sides = []

    def peak_of(side):
        sides.append(side)
        return round(growth.peak_bytes(side * side))

    return measure_growth(peak_of, largest_px), sides


def test_what_grows_with_the_pixels_is_extrapolated_by_a_line():
    law = PassGrowth(5_000_000, 250)
    measured, sides = tried(law, 2000)
    assert sides == [128, 256, 512]
    assert measured.square == 0
    assert measured.peak_bytes(10**8) == pytest.approx(law.peak_bytes(10**8), rel=1e-6)


def test_what_grows_with_their_square_is_extrapolated_by_a_parabola():
    law = PassGrowth(5_000_000, 250, 0.01)
    measured, _ = tried(law, 2000)
    assert measured.peak_bytes(10**7) == pytest.approx(law.peak_bytes(10**7), rel=1e-6)


def test_a_slight_bend_is_not_blown_up_a_hundred_times():
    law = PassGrowth(0, 250, 1e-5)
    measured, _ = tried(law, 2000)
    assert measured.square == 0


def test_of_a_small_picture_fewer_parts_are_tried():
    law = PassGrowth(1000, 10)
    measured, sides = tried(law, 300)
    assert sides == [128, 256]
    assert measured.peak_bytes(10**6) == pytest.approx(law.peak_bytes(10**6))
    assert tried(law, 200) == (None, [])
