import pytest

from granview.core.events import LaneChanged, LaneState, LogLine, SampleFailed
from granview.core.lane import LaneSpec
from granview.core.messages import Failure
from granview.gui.log.lane_progress import in_words
from granview.gui.model.event_log import Entry, EventLog, Level
from granview.gui.model.lanes_and_rows import Lane
from granview.gui.widgets.number_format import count_in_short, fixed, signed, significant
from tests.helpers.store import ready, sample

SPEC = LaneSpec("lane", "zoo:unet-nano")


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (None, "n/a"),
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (1_636.0, "1,636"),
        (29_751, "29.8 k"),
        (4_210_000, "4.21 M"),
        (3.1e10, "31.0 B"),
    ],
)
def test_counts_are_short(count: float | None, text: str) -> None:
    assert count_in_short(count) == text


@pytest.mark.parametrize(
    ("value", "text"), [(None, "n/a"), (0.0, "0"), (0.1234, "0.123"), (12.345, "12.3"), (1234.5, "1234")]
)
def test_numbers_keep_the_digits_that_matter(value: float | None, text: str) -> None:
    assert significant(value) == text


def test_differences_have_a_sign_and_absent_values_are_said() -> None:
    assert (signed(0.1234, 2), signed(-0.5, 1), signed(None, 1), fixed(None, 3)) == ("+0.12", "−0.5", "n/a", "n/a")
    assert (signed(-0.0001, 3), fixed(-0.0001, 3), fixed(-1.0, 1), significant(-0.00001)) == (
        "+0.000",
        "0.000",
        "−1.0",
        "0.000",
    )


def test_samples_that_failed_alike_share_a_line() -> None:
    event_log, heard = EventLog(), list[Entry]()
    event_log.added.connect(heard.extend)
    event_log.write_events([SampleFailed("a", Failure(n, sample(f"s{n}"), "No model.", "Get one.")) for n in range(5)])
    assert [entry.text for entry in heard] == ["s0, s1, s2 and 2 more samples: No model. Get one."]
    assert heard[0].level == Level.ERROR


def test_log_tells_what_lanes_say_and_why_they_failed() -> None:
    event_log = EventLog()
    failed = LaneChanged("a", LaneState.FAILED, "It died three times.")
    event_log.write_events([LogLine("a", "warning", "Slow."), failed, ready("b"), LaneChanged("b", LaneState.IDLE)])
    said = [(entry.source, entry.level, entry.text) for entry in event_log.entries]
    assert said == [
        ("a", Level.WARNING, "Slow."),
        ("a", Level.ERROR, "It died three times."),
        ("b", Level.INFO, "UNet loaded in 0.5 s on cpu."),
    ]


def test_lane_is_told_in_words() -> None:
    assert in_words(Lane(SPEC, 0)) == "loads on the first run"
    assert in_words(Lane(SPEC, 0, LaneState.RUNNING, done=3, failed=1, total=9)) == "3 of 9 · 1 failed"
    long = Lane(SPEC, 0, LaneState.RUNNING, "window 3 of 12", 0.25, done=3, total=9)
    assert in_words(long) == "3 of 9 · window 3 of 12"
