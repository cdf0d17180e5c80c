"""What happened, line by line: the log panel shows it."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from granview.core.events import Event, LaneChanged, LaneReady, LaneState, LogLine, SampleFailed
from granview.core.readable_errors import readable_error

_MAX_LINES: Final = 20_000
_MAX_NAMES: Final = 3


class Level(IntEnum):
    """How much a line matters."""

    INFO = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True)
class Entry:
    """A line of the log.

    Attributes:
        time: When it was written, local time.
        level: How much it matters.
        source: The lane it comes from; empty for the program's own lines.
        text: What happened.
        aside: Whether it is for who reads the log alone, and nothing for the status line.
    """

    time: datetime
    level: Level
    source: str
    text: str
    aside: bool = False

    def __str__(self) -> str:
        source = f"{self.source}: " if self.source else ""
        return f"{self.time:%H:%M:%S} {self.level.name.lower():7} {source}{self.text}"


class EventLog(QObject):
    """The newest lines, up to a limit."""

    added = Signal(object)
    """``tuple[Entry, ...]``"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: deque[Entry] = deque(maxlen=_MAX_LINES)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All lines, oldest first."""
        return tuple(self._entries)

    def write(self, text: str, level: Level = Level.INFO, source: str = "", *, aside: bool = False) -> None:
        """Add a line; one that is ``aside`` for who reads the log alone."""
        self._add([Entry(_now(), level, source, text, aside)])

    def write_error(self, error: BaseException) -> None:
        """Add what went wrong, in the error's own words."""
        self.write(str(readable_error(error, self.tr("Something failed"))), Level.ERROR)

    def write_damage(self, sentence: str) -> None:
        """Add what of the session cannot be read."""
        self.write(sentence, Level.WARNING)

    def write_events(self, events: Sequence[Event]) -> None:
        """Add what the engine's events say that belongs in a log; samples that failed alike share a line."""
        now = _now()
        lines = [line for event in events for line in _entries(now, event)]
        failed: dict[tuple[str, str], list[str]] = {}
        for event in events:
            if isinstance(event, SampleFailed):
                why = f"{event.failure.error} {event.failure.hint}".strip()
                failed.setdefault((event.lane, why), []).append(event.failure.sample.name)
        lines += [Entry(now, Level.ERROR, lane, f"{_listed(names)}: {why}") for (lane, why), names in failed.items()]
        if lines:
            self._add(lines)

    def _add(self, entries: Sequence[Entry]) -> None:
        self._entries.extend(entries)
        self.added.emit(tuple(entries))


def _entries(now: datetime, event: Event) -> list[Entry]:
    """The lines that one event is worth; samples that failed are told together elsewhere."""
    match event:
        case LogLine():
            return [Entry(now, _level(event.level), event.lane, event.text)]
        case LaneChanged(state=LaneState.FAILED):
            return [Entry(now, Level.ERROR, event.lane, event.text)]
        case LaneChanged(state=LaneState.RESTARTING) if event.text:
            return [Entry(now, Level.WARNING, event.lane, event.text)]
        case LaneReady():
            notices = [Entry(now, Level.WARNING, event.lane, notice) for notice in event.facts.notices]
            return [Entry(now, Level.INFO, event.lane, _loaded(event)), *notices]
    return []


def _loaded(event: LaneReady) -> str:
    facts = event.facts
    if facts.load_s is None:
        return QCoreApplication.translate("EventLog", "Opened: {architecture}.").format(architecture=facts.architecture)
    text = QCoreApplication.translate("EventLog", "{architecture} loaded in {seconds} s on {device}.")
    return text.format(architecture=facts.architecture, seconds=f"{facts.load_s:.1f}", device=facts.device)


def _listed(names: Sequence[str]) -> str:
    """The first few names, and how many there are when there are more."""
    if len(names) <= _MAX_NAMES:
        return ", ".join(names)
    text = QCoreApplication.translate("EventLog", "{names} and {count} more samples")
    return text.format(names=", ".join(names[:_MAX_NAMES]), count=len(names) - _MAX_NAMES)


def _level(name: str) -> Level:
    return Level.__members__.get(name.upper(), Level.INFO)


def _now() -> datetime:
    return datetime.now().astimezone()
