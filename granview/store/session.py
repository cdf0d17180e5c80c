"""A comparison on disk: samples, lanes, and every result the moment it arrives, in one ``.granview`` file.

The file is SQLite in WAL mode with full synchronisation: what ``record`` has returned for survives the end of the
process, however it ends. One process writes; whoever opens the file meanwhile reads.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from granview.core.errors import ArgumentError, SessionError, SessionReadOnly
from granview.core.events import Event
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import PackedExplanation
from granview.core.lane import LaneSpec
from granview.core.mark import UnitId, UnitMark
from granview.core.prompt import ObjectPrompt
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.store import edits, recorder
from granview.store.database import Database
from granview.store.marks import delete_marks, put_marks
from granview.store.reader import SessionReader
from granview.store.session_lock import FileLock, lock_session
from granview.store.unnamed_sessions import is_unnamed, new_unnamed_path, remove_session, unnamed_folder


class Session(SessionReader):
    """One session file. Safe to use from several threads; writes are serialised, reads run beside them.

    Make one with ``create``, ``open`` or ``open_shared``; close it, or use it as a context manager.

    Attributes:
        notices: Sentences that the user must see, such as why the session is read-only.
    """

    def __init__(
        self, database: Database, lock: FileLock | None, *, unnamed: bool, notices: Sequence[str] = ()
    ) -> None:
        super().__init__(database)
        self._lock = lock
        self._unnamed = unnamed
        self._run_id: int | None = None
        self._switching = threading.RLock()
        self.notices = tuple(notices)

    @classmethod
    def create(cls, path: Path | None = None, *, overwrite: bool = False, home: Path | None = None) -> "Session":
        """A new session file.

        Args:
            path: Where; None for an unnamed session in ``home``, which ``recoverable_sessions`` finds after a crash.
            overwrite: Delete a session that is there already, unless it is open elsewhere.
            home: The folder of unnamed sessions; None for the one in the user's data directory.

        Raises:
            SessionReadOnly: the session that would be overwritten is open elsewhere.
            SessionError: there is such a file already, or it cannot be written.
        """
        unnamed = path is None
        path = new_unnamed_path(home or unnamed_folder()) if path is None else path.resolve()
        lock = lock_session(path)
        try:
            if path.exists() and not overwrite:
                raise SessionError(f"{path} exists already.", "Choose another name.")
            remove_session(path)
            return cls(_made(path), lock, unnamed=unnamed)
        except OSError as error:
            lock.release()
            raise SessionError(f"{path} cannot be written: {error.strerror}.", "Choose another name.") from error
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, read_only: bool = False, *, home: Path | None = None) -> "Session":
        """Open a session that exists.

        Raises:
            SessionReadOnly: it is open elsewhere, or may not be written, and ``read_only`` is False.
            SessionError: it is not there, is damaged, or is not a session.
        """
        path = path.resolve()
        if not path.is_file():
            raise SessionError(f"There is no session {path}.", "Check the name.")
        unnamed = is_unnamed(path, home or unnamed_folder())
        if read_only:
            return cls(Database(path, read_only=True), None, unnamed=unnamed)
        lock = lock_session(path)
        try:
            return cls(Database(path, read_only=False), lock, unnamed=unnamed)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open_shared(cls, path: Path, *, home: Path | None = None) -> "Session":
        """Open for writing where that is possible, else for reading, with a notice that says why.

        Raises:
            SessionError: it is not there, is damaged, or is not a session.
        """
        try:
            return cls.open(path, home=home)
        except SessionReadOnly as error:
            session = cls.open(path, read_only=True, home=home)
            session.notices = (f"{error.message} It was opened for reading only.",)
            return session

    @property
    def unnamed(self) -> bool:
        """Whether the user has not chosen a name for it yet."""
        return self._unnamed

    def add_samples(self, samples: Sequence[Sample]) -> None:
        """Add samples, all or none.

        Raises:
            ArgumentError: a name is taken by another file.
        """
        with self._writing() as connection:
            edits.insert_samples(connection, samples)

    def remove_samples(self, names: Iterable[str]) -> None:
        """Remove samples and their results; names that are not there are ignored."""
        with self._writing() as connection:
            edits.delete_samples(connection, names)

    def set_reference(self, name: str, reference: Reference | None, more: tuple[Reference, ...] = ()) -> None:
        """Give a sample other references, or none: its first, and those of other types beside it.

        Its scores against the old ones are removed.

        Raises:
            ArgumentError: there is no such sample.
        """
        with self._writing() as connection:
            edits.update_reference(connection, name, reference, more)

    def set_prompts(self, name: str, prompts: tuple[ObjectPrompt, ...]) -> None:
        """Set what models that are prompted are asked to outline in a sample.

        What they have said stays until they were asked again.

        Raises:
            ArgumentError: there is no such sample.
        """
        with self._writing() as connection:
            edits.update_prompts(connection, name, prompts)

    def add_lane(self, spec: LaneSpec) -> None:
        """Add a lane.

        Raises:
            ArgumentError: there is a lane of that name already.
        """
        with self._writing() as connection:
            edits.insert_lane(connection, spec)

    def remove_lane(self, name: str) -> None:
        """Remove a lane and its results; a name that is not there is ignored."""
        with self._writing() as connection:
            connection.execute("DELETE FROM lanes WHERE name = ?", (name,))

    def start_run(self, seeds: Mapping[str, int] | None = None) -> int:
        """Begin a run: its results replace those of earlier runs, whatever the request ids. Returns the run's id.

        Whoever starts a new engine on a session that was run before calls this first, since each engine counts its
        requests from the start. ``record`` begins a run by itself where none was begun since the session was opened.
        """
        with self._writing() as connection:
            self._run_id = edits.insert_run(connection, self.params(), dict(seeds or {}))
            return self._run_id

    def record(self, events: Sequence[Event]) -> None:
        """Write what the engine reports, in one transaction that is on the disk when this returns.

        Raises:
            SessionError: the file cannot be written.
        """
        with self._writing() as connection:
            run_id = self._run_id or self.start_run()
            recorder.write_events(connection, run_id, events)

    def keep_explanation(self, sample: str, lane: str, query: ExplainQuery, packed: PackedExplanation) -> None:
        """Keep what a lane answered to a question about a sample."""
        with self._writing() as connection:
            edits.put_explanation(connection, sample, lane, query, packed)

    def put_marks(self, marks: Sequence[UnitMark]) -> None:
        """Keep marks on units and samples, each in the place of an earlier one on the same thing.

        Raises:
            ArgumentError: a note is too long.
        """
        with self._writing() as connection:
            put_marks(connection, marks)

    def remove_marks(self, marked: Sequence[UnitId]) -> None:
        """Remove the marks on some things; those that have none are ignored."""
        with self._writing() as connection:
            delete_marks(connection, marked)

    def set_params(self, params: RunParams) -> None:
        """Change what to compute from the next run on."""
        with self._writing() as connection:
            edits.put_fact(connection, "params", msgspec.json.encode(params).decode())

    def set_view(self, key: str, value: object) -> None:
        """Keep something for a view, of a type that msgspec writes as JSON; results do not depend on it."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO views VALUES (?, ?)", (key, msgspec.json.encode(value)))

    def save_as(self, path: Path) -> None:
        """Write the session to another file, all or nothing, and go on in that file. An unnamed one is moved.

        Writers in other threads wait meanwhile; readers under way end on the old file.

        Raises:
            SessionReadOnly: a session of that name is open elsewhere.
            SessionError: it cannot be written there.
        """
        target = path.resolve()
        if target == self.path and not self.read_only:
            return
        with self._switching:
            lock = lock_session(target)
            try:
                self._copy_to(target)
                database = Database(target, read_only=False)
            except BaseException:
                lock.release()
                raise
            self._move_to(database, lock)

    def close(self) -> None:
        """Close the file; an unnamed session that holds no sample is deleted."""
        empty = False
        if self._unnamed and self._lock is not None:
            with contextlib.suppress(SessionError):
                empty = not self.samples()
        self._database.close()
        if empty:
            remove_session(self.path)
        self._unlock()

    def discard(self) -> None:
        """Close an unnamed session and delete it.

        Raises:
            ArgumentError: the session has a name, or is open for reading only.
        """
        if not self._unnamed or self._lock is None:
            raise ArgumentError(f"{self.path} is not an unnamed session.", "Close it.")
        self._database.close()
        remove_session(self.path)
        self._unlock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._switching, self._database.writing() as connection:
            yield connection

    def _move_to(self, database: Database, lock: FileLock) -> None:
        old, old_unnamed, owned = self._database, self._unnamed, self._lock is not None
        self._database, self._unnamed, self.notices = database, False, ()
        self._damage_log.rename(database.path.name)
        old.close()
        if old_unnamed and owned:
            remove_session(old.path)
        self._unlock()
        self._lock = lock

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _made(path: Path) -> Database:
    """A new database; where it cannot be made, nothing of it stays."""
    try:
        return Database(path, read_only=False)
    except BaseException:
        remove_session(path)
        raise
