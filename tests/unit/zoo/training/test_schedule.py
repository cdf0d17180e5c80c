import numpy as np
import pytest

from granview.zoo.training.schedule import Cycle, Stage, learning_rate

CYCLE = Cycle((Stage(4, 2, 32, wide_every=3), Stage(2, 1, 48)), rate=0.5)


def test_the_rate_rises_then_falls_to_zero() -> None:
    rates = [learning_rate(step, 100, 1.0) for step in range(101)]
    peak = int(np.argmax(rates))
    assert peak == 10
    assert rates[:peak] == sorted(rates[:peak])
    assert rates[peak:] == sorted(rates[peak:], reverse=True)
    assert rates[-1] == pytest.approx(0.0)


def test_wide_steps_see_as_many_pixels_as_the_others() -> None:
    stage = Stage(9, 8, 128, wide_every=3)
    assert [stage.batch_shape(step) for step in range(4)] == [(8, 128), (8, 128), (2, 256), (8, 128)]


def test_stages_follow_one_another() -> None:
    first, second = CYCLE.stages
    assert [CYCLE.stage_at(step) for step in (0, 3, 4, 5)] == [(first, 0), (first, 3), (second, 0), (second, 1)]
    with pytest.raises(IndexError, match="6 steps"):
        CYCLE.stage_at(6)


@pytest.mark.parametrize(("factor", "steps"), [(2, [8, 4]), (0.5, [2, 1]), (0.01, [1, 1])])
def test_a_scaled_cycle_keeps_its_proportions_and_its_rate(factor: float, steps: list[int]) -> None:
    scaled = CYCLE.scaled(factor)
    assert [stage.steps for stage in scaled.stages] == steps
    assert (scaled.rate, scaled.stages[0].wide_every) == (0.5, 3)
