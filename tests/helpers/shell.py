"""A whole window for tests: real widgets, real engine, real decoder; and a watch on its event loop."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from granview.core.lane import LaneSpec
from granview.engine.picture_server import PictureServer
from granview.gui.app import new_engine
from granview.gui.model.event_log import EventLog
from granview.gui.session.preferences import Preferences
from granview.gui.session.window_memory import WindowMemory
from granview.gui.workbench import Workbench
from granview.settings import Settings
from granview.store.session import Session

WAIT_S = 60.0
_TICK_MS = 1
_SCHEDSTAT = Path("/proc/thread-self/schedstat")


@dataclass
class Bench:
    """A window and what it keeps.

    Attributes:
        app: The application.
        work: Everything behind the window.
        saved: Settings, each time they were kept.
    """

    app: QApplication
    work: Workbench
    saved: list[Settings] = field(default_factory=list)

    def until(self, condition: Callable[[], object], timeout_s: float = WAIT_S) -> None:
        """Let the window live until something holds; fails with the log when it does not come to hold."""
        deadline = time.monotonic() + timeout_s
        while not condition():
            if time.monotonic() > deadline:
                log = "\n".join(map(str, self.work.services.event_log.entries))
                raise AssertionError(f"still not so after {timeout_s} s; the log says:\n{log}")
            self.app.processEvents()
            time.sleep(0.002)

    def live(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.002)

    def drop(self, *paths: Path) -> None:
        """Drop files onto the window, as the desktop does."""
        drop_on(self.work.window, paths)

    def close(self) -> None:
        """Close the window, and let Qt forget it."""
        self.work.window.close()
        self.app.processEvents()


def open_bench(
    app: QApplication,
    home: Path,
    session: Session | None = None,
    settings: Settings | None = None,
    folds_results: bool = False,
    brings_panels: bool = True,
) -> Bench:
    """Open a window whose every file lies under ``home``.

    Args:
        app: The application.
        home: A folder.
        session: What it shows.
        settings: The user's.
        folds_results: Whether results fold as they do for a user; else they stand open, whatever is scored.
        brings_panels: Whether their key brings panels where nothing is loaded; else the start page stands alone.
    """
    saved: list[Settings] = []
    event_log = EventLog()
    preferences = Preferences(settings or Settings(theme="dark"), saved.append, event_log.write_error)
    opened = session or Session.create(home / "test.granview")
    memory = WindowMemory(home / "window.ini")
    if not folds_results:
        memory.keep_bytes("window/fold-choice/look", b"open")
    work = Workbench(app, opened, memory, PictureServer(), partial(new_engine, preferences), preferences, event_log)
    work.window.resize(1280, 800)
    work.window.show()
    bench = Bench(app, work, saved)
    ready: list[bool] = []
    work.start(lambda: ready.append(True))
    bench.until(lambda: ready)
    if brings_panels and work.window.arrangement.is_alone:
        work.window.actions_by_name["hide-panels"].trigger()
    return bench


def drop_on(window: QWidget, paths: Sequence[Path]) -> None:
    """Send the events of a drop."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(50, 50).toPoint(), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))


def nano(name: str = "unet-nano") -> LaneSpec:
    """A lane of the smallest model."""
    return LaneSpec(name, "zoo:unet-nano", device="cpu")


def write_scene(folder: Path, name: str, seed: int = 0, size: int = 96, reference: bool = True) -> Path:
    """An image with two discs, and its reference beside it in the zoo's class names."""
    folder.mkdir(parents=True, exist_ok=True)
    rows, columns = np.mgrid[:size, :size]
    generator = np.random.default_rng(seed)
    labels = np.zeros((size, size), np.uint8)
    for radius in (size // 4, size // 10):
        y, x = generator.integers(radius, size - radius, 2)
        labels[(rows - y) ** 2 + (columns - x) ** 2 < radius**2] = 1
    pixels = np.where(labels[..., None] > 0, (40, 160, 90), (15, 18, 30)) + generator.integers(0, 20, (size, size, 3))
    path = folder / f"{name}.png"
    Image.fromarray(pixels.astype(np.uint8)).save(path)
    if reference:
        Image.fromarray(labels).save(folder / f"{name}_mask.png")
        (folder / "classes.txt").write_text("background\ncell\n", encoding="utf-8")
    return path


class GapWatcher(QObject):
    """Measures how long the event loop is away: the time between two ticks of a timer that wants to tick each ms.

    Args:
        on_a_core: Leave out the time in which this thread was ready and other processes had every core, as Linux
            counts it: what is left is the window's own, however busy the machine is.
    """

    def __init__(self, on_a_core: bool = False) -> None:
        super().__init__()
        self.gaps_ms: list[float] = []
        self._clock_ms = _ms_without_waiting_for_a_core if on_a_core else _ms
        self._last = self._clock_ms()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Begin to watch."""
        self.gaps_ms.clear()
        self._last = self._clock_ms()
        self._timer.start(_TICK_MS)

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    @property
    def longest_ms(self) -> float:
        """The longest gap so far."""
        return max(self.gaps_ms)

    def percentile_ms(self, part: float) -> float:
        """The gap that this part of all gaps, 0 to 1, does not exceed."""
        return float(np.quantile(self.gaps_ms, part))

    def _on_tick(self) -> None:
        now = self._clock_ms()
        self.gaps_ms.append(now - self._last)
        self._last = now


def _ms() -> float:
    return time.perf_counter() * 1000


def _ms_without_waiting_for_a_core() -> float:
    """The clock less the time that this thread has waited for a core, the second number of its ``schedstat``."""
    now = _ms()
    try:
        return now - int(_SCHEDSTAT.read_text(encoding="ascii").split()[1]) / 1e6
    except OSError:  # no Linux, or one that does not count it
        return now
