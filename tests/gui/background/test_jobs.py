import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from granview.core.errors import GranViewError
from granview.gui.background.jobs import Jobs
from tests.helpers.canvas import settle
from tests.helpers.odd import ODD
from tests.helpers.shell_waiting import until


@pytest.fixture
def failures() -> list[Exception]:
    return []


@pytest.fixture
def jobs(qapp: QApplication, failures: list[Exception]) -> Iterator[Jobs]:
    made = Jobs(1, "test", failures.append)
    yield made
    made.close()


def test_answer_arrives_on_the_window_s_thread(qapp: QApplication, jobs: Jobs) -> None:
    heard: list[tuple[str, int]] = []
    jobs.start(lambda: threading.current_thread().name, lambda name: heard.append((name, threading.get_ident())))
    until(qapp, lambda: heard)
    assert heard[0][0].startswith("test")
    assert heard[0][1] == threading.get_ident()


def test_answer_never_arrives_before_start_has_returned(qapp: QApplication, jobs: Jobs) -> None:
    order: list[str] = []
    for _ in range(300):
        jobs.start(lambda: None, lambda _: order.append("answer"))
        order.append("started")
        assert order[-1] == "started"
        until(qapp, lambda: order[-1] == "answer")
    assert order == ["started", "answer"] * 300


def test_cancelled_answer_is_dropped(qapp: QApplication, jobs: Jobs) -> None:
    gate, heard = threading.Event(), list[str]()
    first = jobs.start(gate.wait, lambda _: heard.append("first"))
    second = jobs.start(lambda: None, lambda _: heard.append("second"))
    first.cancel()
    second.cancel()
    gate.set()
    jobs.start(lambda: None, lambda _: heard.append("third"))
    until(qapp, lambda: "third" in heard)
    assert heard == ["third"]


def test_failure_goes_to_who_asked_or_else_to_everybody(
    qapp: QApplication, jobs: Jobs, failures: list[Exception]
) -> None:
    def fail() -> None:
        raise ValueError("no")

    own: list[Exception] = []
    jobs.start(fail, failed=own.append)
    jobs.start(fail)
    until(qapp, lambda: failures)
    assert [str(error) for error in (*own, *failures)] == ["Something failed: ValueError: no."] * 2


def test_finish_does_what_waits_and_then_the_last_thing(qapp: QApplication) -> None:
    made, done = Jobs(1, "test", print), list[int]()
    for n in range(20):
        made.start(lambda n=n: done.append(n))
    made.finish(lambda: done.append(99))
    assert done == [*range(20), 99]
    settle(qapp)


@pytest.mark.parametrize("error", ODD, ids=lambda error: type(error).__name__)
def test_whatever_work_raises_is_told_in_words_and_the_next_is_done(
    qapp: QApplication, jobs: Jobs, failures: list[Exception], error: BaseException
) -> None:
    def work() -> None:
        raise error

    heard: list[object] = []
    jobs.start(work, heard.append, heard.append)
    jobs.start(work)
    jobs.start(lambda: "done", heard.append)
    until(qapp, lambda: len(heard) == 2)
    assert heard[1] == "done"
    assert all(isinstance(told, GranViewError) for told in (heard[0], *failures))
    assert str(heard[0]).startswith("Something failed: ")
    assert len(failures) == 1
