"""The reading half of a session: everything that a report, an export or a panel needs."""

from pathlib import Path

import msgspec

from granview.core.errors import ArgumentError
from granview.core.messages import RunParams
from granview.core.prediction import Prediction
from granview.core.sample import Sample
from granview.core.unit import UnitTable
from granview.store import queries
from granview.store.copying import copy_database
from granview.store.database import Database
from granview.store.locking import locked
from granview.store.rows import ExplanationRow, LaneRecord, ResultRow, RunRecord


class SessionReader:
    """Reads one session file; safe to use from several threads, beside the one that writes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether this opener may only read."""
        return self._database.read_only

    def samples(self) -> list[Sample]:
        """Every sample, in the order in which they were added."""
        with self._database.reading() as connection:
            return queries.read_samples(connection)

    def lanes(self) -> list[LaneRecord]:
        """Every lane, in the order in which they were added, with what is known of it."""
        with self._database.reading() as connection:
            return queries.read_lanes(connection)

    def runs(self) -> list[RunRecord]:
        """Every run, oldest first."""
        with self._database.reading() as connection:
            return queries.read_runs(connection)

    def results(self, lane: str | None = None, sample: str | None = None) -> list[ResultRow]:
        """Results without their pixels, in sample order, then lane order."""
        with self._database.reading() as connection:
            return queries.read_results(connection, lane, sample)

    def prediction(self, sample: str, lane: str) -> Prediction | None:
        """What a lane said about a sample; None where it was not run, or failed."""
        with self._database.reading() as connection:
            return queries.read_prediction(connection, sample, lane)

    def units(self, sample: str, lane: str) -> UnitTable | None:
        """The units of a sample as a lane scored them; None where it was not run, failed, or has no reference."""
        with self._database.reading() as connection:
            return queries.read_units(connection, sample, lane)

    def explanations(self, sample: str | None = None) -> list[ExplanationRow]:
        """What was asked of lanes about their samples, or about one, and what they answered; oldest first."""
        with self._database.reading() as connection:
            return queries.read_explanations(connection, sample)

    def params(self) -> RunParams:
        """What to compute for each sample."""
        text = self._fact("params")
        return RunParams() if text is None else msgspec.json.decode(text, type=RunParams)

    def get_view(self, key: str) -> bytes | None:
        """What a view has kept under this key; None where it has kept nothing."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM views WHERE key = ?", (key,)).fetchone()
            return None if row is None else bytes(row[0])

    def save_copy(self, path: Path) -> None:
        """Write a copy of the session, all or nothing; this session stays where it is.

        Raises:
            SessionReadOnly: a session of that name is open elsewhere.
            SessionError: it cannot be written there.
        """
        target = path.resolve()
        if target == self.path:
            raise ArgumentError(f"{target} is this session itself.", "Choose another name.")
        lock = locked(target)
        try:
            self._copy_to(target)
        finally:
            lock.release()

    def _copy_to(self, target: Path) -> None:
        with self._database.reading() as connection:
            copy_database(connection, target)

    def _fact(self, key: str) -> str | None:
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
            return None if row is None else str(row[0])
