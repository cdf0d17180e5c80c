"""What is printed of two sessions."""

from granview.cli.compare_table import _of_lane
from granview.report.regressions.compare_sessions import LaneChange, Latency


def test_times_of_seconds_are_whole_milliseconds() -> None:
    latency = Latency(158.04, 2216.8, 27, ("cpu", "cpu"))
    change = LaneChange("nano", "base", "image-segmentation", {}, None, (), (), (), latency)
    (line,) = _of_lane(change)
    assert line.startswith("nano: forward pass 2217 ms instead of 158 ms (median, 27 samples): 14.03 times")
