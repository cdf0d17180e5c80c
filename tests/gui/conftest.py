"""Fixtures of every test of the window: one application without a screen, and no Qt warning goes unseen."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QThreadPool, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from granview.gui.background import garbage_collection
from granview.settings import Settings
from granview.store.session import Session
from tests.helpers.shell import Bench, open_bench

OpenBench = Callable[..., Bench]

_LOUD = frozenset({QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg})
_OFFSCREEN = "This plugin does not support"
"""How the platform without a screen says that it has no windows to raise, and no keyboard to grab for a menu."""

_UNFROZEN = SimpleNamespace(
    **{name: getattr(gc, name) for name in ("disable", "collect", "get_count", "get_threshold")},
    freeze=lambda: None,
    unfreeze=lambda: None,
)
"""Of Python's collector what a window uses, without taking things out of collections."""

_said: list[str] = []


def _on_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if kind in _LOUD and not text.startswith(_OFFSCREEN):
        _said.append(f"{context.category}: {text}")


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The one application of the test run."""
    qInstallMessageHandler(_on_message)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["granview-tests"])
    app.setStyle("Fusion")
    yield app
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture(autouse=True, scope="module")
def _only_new_garbage() -> Iterator[None]:
    """Have each test's collection look at what that test made, not at all that was imported: that took seconds.

    A window takes all that exists out of collections, and gives it back when it closes; here neither.
    """
    gc.freeze()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(garbage_collection, "gc", _UNFROZEN)
        yield


@pytest.fixture(autouse=True)
def _quiet(qapp: QApplication) -> Iterator[None]:
    """Fail a test in which Qt warned, and leave nothing behind: no widget, no work under way.

    Meanwhile Python does not collect by itself: it would do so on whatever thread an allocation happens on, and Qt
    objects that are destroyed on a pool's thread crash the window's thread, there or at its next deletion.
    """
    _said.clear()
    gc.disable()
    yield
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QThreadPool.globalInstance().waitForDone()
    qapp.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()
    gc.enable()
    assert _said == [], "Qt warned: " + "; ".join(_said)


@pytest.fixture
def open_window(qapp: QApplication, tmp_path: Path) -> Iterator[OpenBench]:
    """Opens windows, and closes those that the test leaves open."""
    benches: list[Bench] = []

    def opened(session: Session | None = None, settings: Settings | None = None, home: Path = tmp_path) -> Bench:
        benches.append(open_bench(qapp, home, session, settings))
        return benches[-1]

    yield opened
    for bench in benches:
        bench.close()


@pytest.fixture
def bench(open_window: OpenBench) -> Bench:
    """An empty window."""
    return open_window()
