"""The units of a session, read once: what is new is added, what has changed is read again.

Reports ask for the same units over and over, on threads of their own; results arrive meanwhile.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from weakref import WeakKeyDictionary

from granview.core.unit import UnitTable
from granview.report.task_units import TaskUnits, joined_units
from granview.report.unit_source import with_sources
from granview.store.reader import SessionReader
from granview.store.unit_scan import UnitKey

MOST_KEPT_ROWS: Final = 4_000_000
"""Up to so many rows of lanes the tables of single results are kept, so that new ones are added to them."""

Rests = tuple[list[UnitKey], list[str], list[str]]
"""What units side by side rest on: the results that have some, the lanes of the task, the samples."""


@dataclass(frozen=True)
class _Kept:
    version: object
    rests: Rests
    joined: TaskUnits
    whole: TaskUnits


class UnitCache:
    """The units of one session, by task. Safe to use from several threads, one of which reads at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tables: dict[UnitKey, UnitTable] = {}
        self._kept: dict[str, _Kept] = {}
        self._names: dict[int, tuple[str, ...]] = {}

    def read(self, session: SessionReader, task: str) -> TaskUnits:
        """All units of a task's lanes, with the columns of every source; without lanes or units, none."""
        with self._lock:
            version, kept = session.version(), self._kept.get(task)
            if kept is None or kept.version != version:
                kept = self._read(session, task, version, kept)
                self._kept[task] = kept
            return kept.whole

    def _read(self, session: SessionReader, task: str, version: object, kept: _Kept | None) -> _Kept:
        lanes = [lane.name for lane in session.lanes() if lane.spec.task == task]
        names = [sample.name for sample in session.samples()]
        keys = [key for key in session.unit_keys() if key.lane in lanes]
        rests = (keys, lanes, names)
        joined = kept.joined if kept is not None and kept.rests == rests else self._joined(session, task, rests)
        return _Kept(version, rests, joined, with_sources(session, joined))

    def _joined(self, session: SessionReader, task: str, rests: Rests) -> TaskUnits:
        keys, lanes, names = rests
        tables = self._tables_of(session, keys)
        by_lane: dict[str, dict[str, UnitTable]] = {lane: {} for lane in lanes}
        for key, table in tables.items():
            if len(table):
                by_lane[key.lane][key.sample] = table
        return joined_units(task, names, by_lane, self._class_names(session, keys))

    def _tables_of(self, session: SessionReader, keys: Sequence[UnitKey]) -> dict[UnitKey, UnitTable]:
        read = dict(session.unit_tables([key for key in keys if key not in self._tables]))
        found = ((key, self._tables.get(key, read.get(key))) for key in keys)
        tables = {key: table for key, table in found if table is not None}
        lanes = {key.lane for key in keys}
        others = {key: table for key, table in self._tables.items() if key.lane not in lanes}
        is_small = sum(map(len, (*tables.values(), *others.values()))) <= MOST_KEPT_ROWS
        self._tables = others | tables if is_small else {}
        return tables

    def _class_names(self, session: SessionReader, keys: Sequence[UnitKey]) -> dict[tuple[str, str], tuple[str, ...]]:
        new = {key.labels_id for key in keys if key.labels_id is not None} - self._names.keys()
        self._names |= session.label_names(new)
        return {(key.lane, key.sample): self._names[key.labels_id] for key in keys if key.labels_id is not None}


_caches: "WeakKeyDictionary[SessionReader, UnitCache]" = WeakKeyDictionary()
_guard: Final = threading.Lock()


def read_task_units(session: SessionReader, task: str) -> TaskUnits:
    """All units of a task's lanes, with the columns of every source; without lanes or units, none.

    They are remembered for as long as the session is open, and brought up to date.
    """
    with _guard:
        cache = _caches.setdefault(session, UnitCache())
    units = cache.read(session, task)
    return replace(units, is_by_outcome=True) if session.is_by_outcome else units
