"""Qt objects are destroyed on the window's thread alone, as long as there is a window and after it is closed."""

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from granview.gui.background.garbage_collection import GarbageKeeper
from tests.helpers.shell import Bench

N_ALLOCATIONS = 20_000


class Ring(QObject):
    """Garbage that only a collection finds, and that notes where it ends."""

    def __init__(self, threads: list[str]) -> None:
        super().__init__()
        self.ring = self
        weakref.finalize(self, lambda: threads.append(threading.current_thread().name))


def _allocate_elsewhere() -> None:
    """Let another thread allocate so much that Python would collect there."""
    kept: list[Any] = []
    thread = threading.Thread(target=lambda: kept.extend([] for _ in range(N_ALLOCATIONS)), name="elsewhere")
    thread.start()
    thread.join()


@pytest.fixture
def keeper(qapp: QApplication) -> Iterator[GarbageKeeper]:
    keeper = GarbageKeeper()
    keeper.start()
    yield keeper
    keeper.stop()


def test_garbage_is_left_by_other_threads_and_collected_on_this_one(keeper: GarbageKeeper) -> None:
    threads: list[str] = []
    Ring(threads)
    _allocate_elsewhere()
    assert threads == []
    kept = [[] for _ in range(gc.get_threshold()[0] + 1)]
    keeper.collect()
    assert threads == [threading.main_thread().name]
    assert len(kept) > gc.get_threshold()[0]


def test_it_is_collected_by_and_by(keeper: GarbageKeeper) -> None:
    threads: list[str] = []
    Ring(threads)
    kept = [[] for _ in range(gc.get_threshold()[0] + 1)]
    QTest.qWait(600)
    assert threads == [threading.main_thread().name]
    assert kept


def test_a_closed_window_s_objects_are_not_collected_by_threads_that_outlive_it(bench: Bench) -> None:
    threads: list[str] = []
    bench.work.window.ring = Ring(threads)  # type: ignore[attr-defined]
    bench.close()
    assert not gc.isenabled()
    bench.work.window.ring = None  # type: ignore[attr-defined]
    _allocate_elsewhere()
    assert threads == []
    gc.collect()
    assert threads == [threading.main_thread().name]
