import math

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from granview.export.report.plots.scales import linear, logarithmic

FINITE = st.floats(-1e6, 1e6).filter(lambda value: value == 0 or abs(value) > 1e-6)
UNHURRIED = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
POSITIVE = st.floats(1e-3, 1e9)


@UNHURRIED
@given(st.lists(FINITE, min_size=1, max_size=6))
def test_a_linear_axis_shows_every_value_and_has_ticks(values: list[float]) -> None:
    scale = linear(values, 100.0, 500.0)
    assert all(99.9 <= scale(value) <= 500.1 for value in (*values, *scale.ticks))
    assert 2 <= len(scale.ticks) <= 12
    assert len({scale.label(tick) for tick in scale.ticks}) == len(scale.ticks)


@UNHURRIED
@given(st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_an_axis_does_not_run_past_what_is_possible(values: list[float]) -> None:
    scale = linear(values, 300.0, 0.0, (0.0, 1.0))
    assert scale.low >= -1e-9
    assert scale.high <= 1 + 1e-9
    assert all(-0.1 <= scale(value) <= 300.1 for value in values)


@UNHURRIED
@given(st.lists(POSITIVE, min_size=1, max_size=6))
def test_equal_ratios_are_equal_steps(values: list[float]) -> None:
    scale = logarithmic(values, 0.0, 100.0)
    assert scale.ticks
    assert all(-0.1 <= scale(value) <= 100.1 for value in (*values, *scale.ticks))
    step = scale(values[0] * 2) - scale(values[0])
    assert math.isclose(step, scale(values[0] * 4) - scale(values[0] * 2), rel_tol=1e-6)
