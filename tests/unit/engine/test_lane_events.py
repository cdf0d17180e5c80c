from granview.core.events import CostMeasured, Event, LaneChanged, LaneProgress, LaneState, LogLine, SampleFailed
from granview.core.measurements import Cost
from granview.core.messages import Failure, Request
from granview.core.sample import Sample
from granview.engine.lane_events import LaneEvents
from granview.engine.process_outcome import ProcessOutcome

REQUEST = Request(3, Sample("s", "/s.png"))


def test_nothing_is_said_twice_in_a_row() -> None:
    heard: list[Event] = []
    events = LaneEvents("a", heard.append)
    assert events.state is None
    for text, fraction in (("weights", 0.5), ("weights", 0.5), ("weights", 0.6)):
        events.tell_state(LaneState.LOADING, text, fraction)
    events.tell_state(LaneState.IDLE)
    events.tell_state(LaneState.IDLE)
    assert heard == [
        LaneChanged("a", LaneState.LOADING, "weights", 0.5),
        LaneChanged("a", LaneState.LOADING, "weights", 0.6),
        LaneChanged("a", LaneState.IDLE),
    ]
    assert events.state is LaneState.IDLE


def test_cost_is_told_when_it_changes() -> None:
    heard: list[Event] = []
    events = LaneEvents("a", heard.append)
    for cost in (Cost(), Cost(flops=7), Cost(flops=7), Cost(flops=8)):
        events.tell_cost(cost)
    assert heard == [CostMeasured("a", Cost(flops=7)), CostMeasured("a", Cost(flops=8))]


def test_progress_failures_and_deaths_are_told_every_time() -> None:
    heard: list[Event] = []
    events = LaneEvents("a", heard.append)
    for _ in range(2):
        events.tell_progress(1, 0, 5)
        events.fail(REQUEST, "It broke.", "Mend it.")
    failure = Failure(3, REQUEST.sample, "It broke.", "Mend it.")
    assert heard == [LaneProgress("a", 1, 0, 5), SampleFailed("a", failure)] * 2


def test_a_death_is_logged_with_its_last_words() -> None:
    heard: list[Event] = []
    outcome = ProcessOutcome(1, "It crashed.", "Restart it.", "Segmentation fault")
    LaneEvents("a", heard.append).log_death(outcome)
    assert heard == [LogLine("a", "error", "It crashed. Restart it.\nSegmentation fault")]
