import threading

import pytest
from PySide6.QtCore import QThread, QThreadPool
from PySide6.QtWidgets import QApplication

from granview.gui.background.latest_result import BackgroundPool, Latest
from tests.helpers.canvas import settle
from tests.helpers.odd import ODD


def test_works_elsewhere_and_delivers_here(qapp: QApplication) -> None:
    seen: list[tuple[bool, bool]] = []
    here = threading.get_ident()
    latest = Latest(
        BackgroundPool(QThreadPool.globalInstance()),
        lambda worked: seen.append((worked == here, threading.get_ident() == here)),
        lambda _: None,
    )
    latest.submit(threading.get_ident)
    assert latest.is_busy
    settle(qapp)
    assert seen == [(False, True)]
    assert not latest.is_busy


def test_only_the_latest_answer_counts_and_superseded_work_is_not_begun(qapp: QApplication) -> None:
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    begun, delivered = [], []
    gate = threading.Event()
    latest: Latest[int] = Latest(BackgroundPool(pool), delivered.append, lambda _: None)

    def work(n: int) -> int:
        begun.append(n)
        gate.wait(5)
        return n

    latest.submit(lambda: work(1))
    while not begun:
        QThread.yieldCurrentThread()
    latest.submit(lambda: work(2))
    latest.submit(lambda: work(3))
    gate.set()
    pool.waitForDone()
    settle(qapp)
    assert begun == [1, 3]
    assert delivered == [3]


def test_cancelled_work_delivers_nothing(qapp: QApplication) -> None:
    delivered: list[int] = []
    latest: Latest[int] = Latest(BackgroundPool(QThreadPool.globalInstance()), delivered.append, lambda _: None)
    latest.submit(lambda: 1)
    latest.cancel()
    settle(qapp)
    assert delivered == []
    assert not latest.is_busy


def test_exhausted_memory_is_told(qapp: QApplication) -> None:
    failures: list[str] = []
    latest: Latest[int] = Latest(
        BackgroundPool(QThreadPool.globalInstance()),
        lambda _: None,
        lambda error: failures.append(type(error).__name__),
    )

    def greedy() -> int:
        raise MemoryError

    latest.submit(greedy)
    settle(qapp)
    assert failures == ["MemoryError"]


def test_an_answer_to_someone_gone_harms_nobody(qapp: QApplication) -> None:
    gate = threading.Event()
    latest: Latest[bool] = Latest(BackgroundPool(QThreadPool.globalInstance()), lambda _: None, lambda _: None)
    latest.submit(lambda: gate.wait(5))
    del latest
    gate.set()
    settle(qapp)


@pytest.mark.parametrize("error", ODD, ids=lambda error: type(error).__name__)
def test_whatever_work_raises_is_delivered_and_the_next_is_done(qapp: QApplication, error: BaseException) -> None:
    def work() -> int:
        raise error

    delivered: list[int] = []
    failed: list[BaseException] = []
    latest: Latest[int] = Latest(BackgroundPool(QThreadPool.globalInstance()), delivered.append, failed.append)
    latest.submit(work)
    settle(qapp)
    assert failed == [error]
    assert not latest.is_busy
    latest.submit(lambda: 1)
    settle(qapp)
    assert delivered == [1]
