"""A comparison on disk: samples, lanes, and every result the moment it arrives, in one ``.granview`` file.

The file is SQLite in WAL mode with full synchronisation: what ``record`` has returned for survives the end of the
process, however it ends. One process writes; whoever opens the file meanwhile reads.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from granview.core.errors import ArgumentError, SessionError, SessionReadOnly
from granview.io.file_lock import FileLock
from granview.store import asides
from granview.store.database import Database
from granview.store.editor import SessionEditor
from granview.store.journal import (
    Journal,
    LeftBehind,
    UnsavedChanges,
    check_name,
    part_unsaved_changes,
    remove_drafts,
    unsaved_changes_of,
)
from granview.store.session_lock import lock_session
from granview.store.unnamed_sessions import is_unnamed, new_unnamed_path, note_closed, remove_session, unnamed_folder


class Session(SessionEditor):
    """One session file. Safe to use from several threads; writes are serialised, reads run beside them.

    Make one with ``create``, ``open`` or ``open_shared``; close it, or use it as a context manager.

    Attributes:
        notices: Sentences that the user must see, such as why the session is read-only.
        recovered_from: When changes were made that were left behind unsaved and are there again, in seconds since 1970;
            None where nothing was recovered.
    """

    def __init__(
        self,
        database: Database,
        lock: FileLock | None,
        *,
        unnamed: bool,
        notices: Sequence[str] = (),
        journal: Journal | None = None,
    ) -> None:
        super().__init__(database)
        self._journal = journal
        self._as_saved: Database | None = None
        self._depth = 0
        self._lock = lock
        self._unnamed = unnamed
        self._switching = threading.RLock()
        self.notices = tuple(notices)
        self.recovered_from: float | None = None

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
            session = cls(Database(path, read_only=False), lock, unnamed=unnamed)
            session._drop_left_asides()
            session._note_closed(False)
            return session
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

    @classmethod
    def open_document(cls, path: Path, *, left: LeftBehind = LeftBehind.RECOVER, home: Path | None = None) -> "Session":
        """Open a session as the window does: the file is not written again before ``save``.

        Changes go to a working copy beside it, which is made by the first of them; see ``granview.store.journal``. An
        unnamed session has nothing to be saved to, and is written itself. Where the session cannot be written it is
        open for reading, as ``open_shared`` has it.

        Args:
            path: The session.
            left: What becomes of changes that were left behind unsaved. Those of a document that has been replaced
                since cannot be recovered, and are parted.
            home: The folder of unnamed sessions.

        Raises:
            SessionError: it is not there, is damaged, or is not a session.
        """
        path, home = path.resolve(), home or unnamed_folder()
        if is_unnamed(path, home) or not path.is_file():
            return cls.open_shared(path, home=home)
        try:
            check_name(path)
        except SessionError as error:
            session = cls.open(path, read_only=True, home=home)
            session.notices = (f"{error.message} It was opened for reading only.",)
            return session
        try:
            lock = lock_session(path)
        except SessionReadOnly:
            return cls.open_shared(path, home=home)
        try:
            return cls._documented(path, lock, left, home)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _documented(cls, path: Path, lock: FileLock, left: LeftBehind, home: Path) -> "Session":
        remove_drafts(path)
        journal = Journal(path)
        try:
            return cls._with_journal(path, lock, journal, left, home)
        except SessionError as error:
            if not journal.path.exists():
                raise
            notice = f"Unsaved changes of {path.name} cannot be read. They are kept in {journal.put_away().name}."
            return cls(
                Database(path, read_only=True), lock, unnamed=False, notices=(notice, str(error)), journal=journal
            )

    @classmethod
    def _with_journal(cls, path: Path, lock: FileLock, journal: Journal, left: LeftBehind, home: Path) -> "Session":
        changes = unsaved_changes_of(path)
        if changes is None or left is LeftBehind.DROP:
            journal.remove()
        elif left is LeftBehind.RECOVER and changes.is_of_document:
            session = cls(journal.resume(), lock, unnamed=False, journal=journal)
            session.recovered_from = changes.written_at
            session._drop_left_asides()
            return session
        is_parted = changes is not None and left is not LeftBehind.DROP
        notices = _parted(changes, part_unsaved_changes(path, home)) if changes is not None and is_parted else ()
        return cls(Database(path, read_only=True), lock, unnamed=False, notices=notices, journal=journal)

    @property
    def path(self) -> Path:
        """The file that the user knows; a document's changes lie in a working copy beside it."""
        return self._database.path if self._journal is None else self._journal.document

    @property
    def read_only(self) -> bool:
        """Whether this opener may only read."""
        return self._database.read_only and self._journal is None

    @property
    def is_document(self) -> bool:
        """Whether it is written by ``save`` alone."""
        return self._journal is not None

    @property
    def n_unsaved(self) -> int:
        """How many changes its file does not have; 0 of a session that is written at once."""
        return 0 if self._journal is None else self._journal.n_unsaved

    @property
    def unnamed(self) -> bool:
        """Whether the user has not chosen a name for it yet."""
        return self._unnamed

    def save(self, *, overwrite: bool = False) -> None:
        """Put all changes so far into the document, all or nothing; nothing where there are none and it is there.

        Writers in other threads go on meanwhile; what they write is not saved yet.

        Args:
            overwrite: Also where somebody else has replaced the document since it was opened.

        Raises:
            SessionError: it cannot be written, there is no room, or somebody has replaced it; it is as it was.
        """
        if self._journal is None:
            return
        is_there = self._journal.document.exists()
        if not self._journal.is_begun:
            if not is_there or (overwrite and not self._journal.is_as_opened):
                self._write_again(self._journal.document)
            return
        if not self._journal.n_unsaved and is_there and not overwrite:
            return
        with self._switching:
            saved, self._as_saved = self._as_saved, None
        if saved is not None:
            saved.close()  # Windows replaces no file that is open
        self._journal.save(self._database, overwrite=overwrite)

    def revert(self, home: Path | None = None) -> Path | None:
        """Go back to the document as it was saved; the changes since become an unnamed session.

        Args:
            home: The folder of unnamed sessions.

        Returns:
            The path of that session; None where nothing was unsaved.

        Raises:
            SessionError: there is no room for it; nothing has changed.
        """
        journal = self._journal
        if journal is None or not journal.n_unsaved:
            return None
        with self._switching:
            if self._as_saved is not None:
                self._as_saved.close()
                self._as_saved = None
            saved = Database(journal.document, read_only=True)
            self._database.close()
            try:
                parted = part_unsaved_changes(journal.document, home or unnamed_folder())
            except BaseException:
                saved.close()
                self._database = journal.resume()
                raise
            journal.remove()
            self._database, self._run_id, self.recovered_from, self._has_asides = saved, None, None, False
            return parted

    def save_as(self, path: Path) -> None:
        """Write the session to another file, all or nothing, and go on with that as a document.

        An unnamed one is moved; changes of a document that it was not saved with go to the new file alone.

        Raises:
            SessionReadOnly: a session of that name is open elsewhere.
            SessionError: it cannot be written there.
        """
        target = path.resolve()
        if target == self.path and not self.read_only:
            self.save(overwrite=True)
            return
        check_name(target)
        with self._switching:
            lock = lock_session(target)
            try:
                part_unsaved_changes(target, unnamed_folder())
                self._copy_to(target)
                database = Database(target, read_only=True)
            except BaseException:
                lock.release()
                raise
            self._move_to(database, lock)

    def close(self) -> None:
        """Close the file; an unnamed session that holds no sample is deleted.

        Changes of a document that were not saved stay beside it, and are there when it is opened again.
        """
        empty = False
        if self._lock is not None:
            with contextlib.suppress(SessionError):
                empty = self._unnamed and not self.samples()
                self._drop_all_asides()
                self._note_closed(True)
        self._close_databases()
        if empty:
            remove_session(self.path)
        if self._journal is not None and not self._journal.n_unsaved:
            self._journal.remove()
        self._unlock()

    def close_unsaved(self) -> None:
        """Close a document, and drop what it was not saved with."""
        self._close_databases()
        if self._journal is not None:
            self._journal.remove()
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

    @property
    def _is_as_saved(self) -> bool:
        return self._journal is not None and not self._journal.is_begun

    @contextlib.contextmanager
    def _writing(self, counts: bool = True) -> Iterator[sqlite3.Connection]:
        with self._switching:
            if self._journal is not None and self._is_as_saved:
                self._as_saved, self._database = self._database, self._journal.begin(self._database)
            with self._database.writing() as connection:
                self._depth += 1
                try:
                    yield connection
                finally:
                    self._depth -= 1
                if counts and self._journal is not None and not self._depth:
                    self._journal.count(connection)

    def _drop_all_asides(self) -> None:
        """What is set aside cannot be brought back by whoever opens the session next."""
        with self._switching:
            if self._has_asides and not self._database.read_only:
                self._has_asides = False
                with self._database.writing() as connection:
                    asides.drop_asides(connection)

    def _drop_left_asides(self) -> None:
        """Those of a process that was killed: whoever opens the session begins a new history."""
        self._has_asides = True
        with contextlib.suppress(SessionError):  # a damaged one is opened as it is
            self._drop_all_asides()

    def _note_closed(self, closed: bool) -> None:
        """An unnamed session says so, so that one that was interrupted is offered."""
        if self._unnamed and not self._database.read_only:
            with contextlib.suppress(SessionError), self._database.writing() as connection:
                note_closed(connection, closed)

    def _close_databases(self) -> None:
        self._database.close()
        if self._as_saved is not None:
            self._as_saved.close()
            self._as_saved = None
        if self._journal is not None:
            self._journal.tidy_document()

    def _write_again(self, document: Path) -> None:
        """Write a document that somebody has deleted or replaced, as it was opened."""
        with self._switching:
            self._copy_to(document)
            deleted, self._database = self._database, Database(document, read_only=True)
            self._journal = Journal(document)
            deleted.close()

    def _move_to(self, database: Database, lock: FileLock) -> None:
        old, old_unnamed, owned = self._database, self._unnamed, self._lock is not None
        old_journal, old_saved = self._journal, self._as_saved
        self._database, self._unnamed, self.notices = database, False, ()
        self._journal, self._as_saved, self._has_asides = Journal(database.path), None, False
        self._journal.remove()
        self._damage_log.rename(database.path.name)
        for each in (old, old_saved):
            if each is not None:
                each.close()
        if old_journal is not None:
            old_journal.tidy_document()
            old_journal.remove()
        if old_unnamed and owned:
            remove_session(old.path)
        self._unlock()
        self._lock = lock

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _parted(left: UnsavedChanges, path: Path | None) -> tuple[str, ...]:
    """What is said of changes that became a session of their own."""
    if path is None:
        return ()
    why = "" if left.is_of_document else f" {left.document.name} has been replaced since."
    return (f"Unsaved changes of {left.document.name} are a comparison without a name now.{why}",)


def _made(path: Path) -> Database:
    """A new database; where it cannot be made, nothing of it stays."""
    try:
        return Database(path, read_only=False)
    except BaseException:
        remove_session(path)
        raise
