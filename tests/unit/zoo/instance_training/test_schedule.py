import pytest

from granview.zoo.instance_training.schedule import DECAY_STEPS, WARMUP_STEPS, detector_rate


def test_the_rate_rises_stays_and_falls() -> None:
    rates = [detector_rate(step, 2000, 1.0) for step in range(2000)]
    assert rates[:WARMUP_STEPS] == sorted(rates[:WARMUP_STEPS])
    assert set(rates[WARMUP_STEPS : 2000 - DECAY_STEPS]) == {1.0}
    assert rates[-DECAY_STEPS:] == sorted(rates[-DECAY_STEPS:], reverse=True)
    assert rates[-1] == pytest.approx(0, abs=1e-4)


def test_a_longer_run_is_the_same_until_the_shorter_one_s_rate_falls() -> None:
    early = range(1500 - DECAY_STEPS)
    assert [detector_rate(step, 1500, 0.1) for step in early] == [detector_rate(step, 9000, 0.1) for step in early]


@pytest.mark.parametrize("steps", [1, 2, 50])
def test_short_runs_have_rates_too(steps: int) -> None:
    assert all(0 < detector_rate(step, steps, 1.0) <= 1 for step in range(steps))
