import threading

from PySide6.QtCore import QThread, QThreadPool
from PySide6.QtWidgets import QApplication

from granview.gui.paint.background import Background, Latest
from tests.helpers.canvas import settle


def test_works_elsewhere_and_delivers_here(qapp: QApplication) -> None:
    seen: list[tuple[bool, bool]] = []
    here = threading.get_ident()
    latest = Latest(
        Background(QThreadPool.globalInstance()),
        lambda worked: seen.append((worked == here, threading.get_ident() == here)),
        lambda: None,
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
    latest: Latest[int] = Latest(Background(pool), delivered.append, lambda: None)

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
    latest: Latest[int] = Latest(Background(QThreadPool.globalInstance()), delivered.append, lambda: None)
    latest.submit(lambda: 1)
    latest.cancel()
    settle(qapp)
    assert delivered == []
    assert not latest.is_busy


def test_exhausted_memory_is_told(qapp: QApplication) -> None:
    failures: list[str] = []
    latest: Latest[int] = Latest(
        Background(QThreadPool.globalInstance()), lambda _: None, lambda: failures.append("no memory")
    )

    def greedy() -> int:
        raise MemoryError

    latest.submit(greedy)
    settle(qapp)
    assert failures == ["no memory"]


def test_an_answer_to_someone_gone_harms_nobody(qapp: QApplication) -> None:
    gate = threading.Event()
    latest: Latest[bool] = Latest(Background(QThreadPool.globalInstance()), lambda _: None, lambda: None)
    latest.submit(lambda: gate.wait(5))
    del latest
    gate.set()
    settle(qapp)
