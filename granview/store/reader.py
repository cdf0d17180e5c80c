"""The reading half of a session: everything that a report, an export or a panel needs."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import ArgumentError
from granview.core.mark import UnitMark
from granview.core.prediction import Prediction
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.core.unit import UnitTable
from granview.store import queries
from granview.store.cell_decoding import Damaged, from_json
from granview.store.damage_log import DamageLog
from granview.store.database import Database
from granview.store.database_copy import copy_database
from granview.store.marks import read_marks
from granview.store.rows import ExplanationRow, LaneRecord, ResultRow, RunRecord
from granview.store.session_lock import lock_session
from granview.store.unit_scan import UnitKey, read_label_names, read_unit_keys, read_unit_tables

T = TypeVar("T")


class SessionReader:
    """Reads one session file; safe to use from several threads, beside the one that writes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._damage_log = DamageLog(database.path.name)

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def damage(self) -> DamageLog:
        """What was found to be damaged and was left out, so far."""
        return self._damage_log

    @property
    def is_by_outcome(self) -> bool:
        """Whether its samples were chosen by what lanes make of them; a whole session's never are."""
        return False

    @property
    def read_only(self) -> bool:
        """Whether this opener may only read."""
        return self._database.read_only

    def version(self) -> tuple[Path, int]:
        """Something that is another one once the session has changed since it was asked for last."""
        return self._database.path, self._database.version()

    def samples(self) -> list[Sample]:
        """Every sample, in the order in which they were added."""
        with self._database.reading() as connection:
            return queries.read_samples(connection, self._damage_log)

    def lanes(self) -> list[LaneRecord]:
        """Every lane, in the order in which they were added, with what is known of it."""
        with self._database.reading() as connection:
            return queries.read_lanes(connection, self._damage_log)

    def runs(self) -> list[RunRecord]:
        """Every run, oldest first."""
        with self._database.reading() as connection:
            return queries.read_runs(connection, self._damage_log)

    def results(self, lane: str | None = None, sample: str | None = None) -> list[ResultRow]:
        """Results without their pixels, in sample order, then lane order."""
        with self._database.reading() as connection:
            readable = {record.name for record in queries.read_lanes(connection, self._damage_log)}
            rows = queries.read_results(connection, lane, sample, self._damage_log)
        return [row for row in rows if row.lane in readable]

    def prediction(self, sample: str, lane: str) -> Prediction | None:
        """What a lane said about a sample; None where it was not run, or failed.

        Raises:
            SessionError: it is damaged.
        """
        with self._database.reading() as connection:
            return queries.read_prediction(connection, sample, lane)

    def prediction_types(self, lane: str) -> dict[str, str]:
        """By sample, of which type what a lane said is; without samples that have no prediction, or a damaged one."""
        with self._database.reading() as connection:
            return queries.read_prediction_types(connection, lane)

    def units(self, sample: str, lane: str) -> UnitTable | None:
        """The units of a sample as a lane scored them; None where it was not run, failed, or has no reference.

        None too where they are damaged, which is noted in ``damage``.
        """
        with self._database.reading() as connection:
            return queries.read_units(connection, sample, lane, self._damage_log)

    def unit_keys(self) -> list[UnitKey]:
        """Which results have units, in sample order, then lane order: quickly read, however many units there are."""
        with self._database.reading() as connection:
            return read_unit_keys(connection, self._damage_log)

    def unit_tables(self, keys: Sequence[UnitKey]) -> list[tuple[UnitKey, UnitTable]]:
        """The units of some results, read in one pass; damaged ones are left out, which is noted in ``damage``."""
        with self._database.reading() as connection:
            return list(read_unit_tables(connection, keys, self._damage_log))

    def label_names(self, labels_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """By the id of a stored label set, the names of its classes."""
        with self._database.reading() as connection:
            return {labels_id: read_label_names(connection, labels_id) for labels_id in labels_ids}

    def left_units(self, sample: str, lane: str) -> NDArray[np.bool_] | None:
        """Which units of a result are left, (n,); None: all. Others are left out where a slice is asked for."""
        return None

    def explanations(self, sample: str | None = None) -> list[ExplanationRow]:
        """What was asked of lanes about their samples, or about one, and what they answered; oldest first."""
        with self._database.reading() as connection:
            readable = {record.name for record in queries.read_lanes(connection, self._damage_log)}
            rows = queries.read_explanations(connection, sample, self._damage_log)
        return [row for row in rows if row.lane in readable]

    def marks(self) -> list[UnitMark]:
        """What people have marked, in the order of samples, tasks and units."""
        with self._database.reading() as connection:
            return read_marks(connection, self._damage_log)

    def params(self) -> RunParams:
        """What to compute for each sample."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM facts WHERE key = 'params'").fetchone()
        return self._or_default(row, RunParams, "what was asked of the models", RunParams())

    def get_view(self, key: str, kind: type[T], default: T) -> T:
        """What a view has kept under this key, of a type that msgspec knows; the default where it has kept nothing."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM views WHERE key = ?", (key,)).fetchone()
        return self._or_default(row, kind, f"the view's '{key}'", default)

    def save_copy(self, path: Path) -> None:
        """Write a copy of the session, all or nothing; this session stays where it is.

        Raises:
            SessionReadOnly: a session of that name is open elsewhere.
            SessionError: it cannot be written there.
        """
        target = path.resolve()
        if target == self.path:
            raise ArgumentError(f"{target} is this session itself.", "Choose another name.")
        lock = lock_session(target)
        try:
            self._copy_to(target)
        finally:
            lock.release()

    def _copy_to(self, target: Path) -> None:
        with self._database.reading() as connection:
            copy_database(connection, target)

    def _or_default(self, row: tuple[Any] | None, kind: type[T], what: str, default: T) -> T:
        try:
            return default if row is None else from_json(row[0], kind, what)
        except Damaged:
            self._damage_log.note(what)
            return default
