"""How far a run is, as it is told where no terminal is."""

from collections.abc import Callable

import pytest

from granview.cli.progress import LaneBars
from granview.core.events import LaneChanged, LaneProgress, LaneState

Told = Callable[[], list[str]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    def lines() -> list[str]:
        return capsys.readouterr().err.splitlines()

    return lines


def within(text: str, fraction: float) -> LaneChanged:
    return LaneChanged("a", LaneState.RUNNING, text, fraction)


def test_how_far_one_long_sample_is_is_told_now_and_then(told: Told) -> None:
    with LaneBars(["a"], 2, quiet=False) as bars:
        bars.on_events([within("window 12 of 100", 0.12), within("window 13 of 100", 0.13)])
        assert told() == ["a: window 12 of 100"]
        bars.on_events([within("window 22 of 100", 0.22), LaneProgress("a", 1, 0, 2)])
        assert told() == ["a: window 22 of 100", "a: 1 of 2"]
        bars.on_events([within("window 10 of 90", 0.11), LaneChanged("a", LaneState.RUNNING)])
        assert told() == ["a: window 10 of 90"]


def test_a_quiet_run_does_not_tell_it(told: Told) -> None:
    with LaneBars(["a"], 2, quiet=True) as bars:
        bars.on_events([within("window 12 of 100", 0.12)])
    assert told() == []
