"""Bookkeeping of a lane's requests."""

import pytest

from granview.core.messages import Request
from granview.core.sample import Sample
from granview.engine.lane_backlog import LaneBacklog
from granview.engine.lane_events import LaneEvents


def requests(*ids: int) -> list[Request]:
    return [Request(i, Sample(f"s{i}", f"/{i}.png")) for i in ids]


def ids(found: list[Request]) -> list[int]:
    return [request.id for request in found]


@pytest.fixture
def backlog() -> LaneBacklog:
    made = LaneBacklog(LaneEvents("a", lambda event: None))
    made.add(requests(1, 2, 3, 4, 5))
    return made


def test_a_process_gets_no_more_than_its_window(backlog: LaneBacklog) -> None:
    assert ids(backlog.send_next(2)) == [1, 2]
    assert backlog.send_next(2) == []
    backlog.finish(1, failed=False)
    assert ids(backlog.send_next(2)) == [3]


def test_an_answer_counts_once(backlog: LaneBacklog) -> None:
    backlog.send_next(5)
    assert backlog.finish(2, failed=True) is not None
    assert backlog.finish(2, failed=False) is None
    assert backlog.finish(99, failed=False) is None
    assert (backlog.done, backlog.failed, backlog.total) == (1, 1, 5)


def test_the_only_one_under_way_is_at_fault(backlog: LaneBacklog) -> None:
    backlog.send_next(3)
    backlog.start([1])
    culprit = backlog.after_death()
    assert culprit is not None
    assert culprit.id == 1
    assert ids(backlog.send_next(9)) == [2, 3, 4, 5]
    assert (backlog.done, backlog.failed) == (1, 1)


def test_suspects_run_alone_and_first(backlog: LaneBacklog) -> None:
    backlog.send_next(3)
    backlog.start([1, 2])
    assert backlog.after_death() is None
    assert ids(backlog.send_next(9)) == [1]
    assert backlog.send_next(9) == []
    backlog.start([1])
    backlog.finish(1, failed=False)
    assert ids(backlog.send_next(9)) == [2]
    backlog.start([2])
    culprit = backlog.after_death()
    assert culprit is not None
    assert culprit.id == 2
    assert ids(backlog.send_next(9)) == [3, 4, 5]


def test_a_death_with_nothing_under_way_is_nobodys_fault(backlog: LaneBacklog) -> None:
    backlog.send_next(2)
    assert backlog.after_death() is None
    assert ids(backlog.send_next(9)) == [1, 2, 3, 4, 5]


def test_cancelling_forgets_and_keeps_what_was_done(backlog: LaneBacklog) -> None:
    backlog.send_next(2)
    backlog.finish(1, failed=False)
    assert ids(list(backlog.clear())) == [2, 3, 4, 5]
    assert backlog.empty
    assert (backlog.done, backlog.total) == (1, 1)
    assert backlog.finish(2, failed=False) is None
    assert backlog.after_death() is None


def test_giving_up_fails_the_rest(backlog: LaneBacklog) -> None:
    backlog.send_next(2)
    backlog.finish(1, failed=False)
    assert ids(list(backlog.fail_all())) == [2, 3, 4, 5]
    assert (backlog.done, backlog.failed, backlog.total) == (5, 4, 5)


def test_taking_back_keeps_the_order(backlog: LaneBacklog) -> None:
    backlog.send_next(3)
    backlog.finish(2, failed=False)
    backlog.take_back()
    assert not backlog.under_way
    assert ids(backlog.send_next(9)) == [1, 3, 4, 5]


def test_an_idle_lane_counts_anew(backlog: LaneBacklog) -> None:
    backlog.clear()
    backlog.add(requests(6))
    assert (backlog.done, backlog.failed, backlog.total) == (0, 0, 1)
