"""Connections to one session file: a single writer, and as many readers as there are threads reading at once."""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from granview.core.errors import SessionError, SessionReadOnly
from granview.store.asides import let_read
from granview.store.cell_decoding import Damaged
from granview.store.schema import migrate, read_version

_BUSY_TIMEOUT_S: Final = 10.0


class Database:
    """A session file in WAL mode; each transaction is on the disk when it ends.

    Args:
        path: The file; made when it is not there and ``read_only`` is False.
        read_only: Never write to the file.

    Raises:
        SessionError: the file is damaged, is not a session, or is a newer version's.
    """

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._writing = threading.RLock()
        self._writer: sqlite3.Connection | None = None
        self._idle: list[sqlite3.Connection] = []
        self._watcher: sqlite3.Connection | None = None
        self._guard = threading.Condition()
        self._busy = 0
        self._closed = False
        try:
            with session_errors(path):
                if not read_only:
                    self._open_writer()
                with self.reading() as connection:
                    if read_version(connection) == 0:
                        raise SessionError(f"{path.name} is empty.", "Open a .granview file.")
        except BaseException:
            self.close()
            raise

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The writer, in a transaction of its own that is durable when the block ends, or undone by an exception.

        Raises:
            SessionReadOnly: the session was opened for reading only.
            SessionError: the file cannot be written.
        """
        with self._writing:
            if self.read_only:
                raise SessionReadOnly(f"{self.path.name} is open for reading only.", "Save it under another name.")
            if self._writer is None or self._closed:
                raise SessionError(f"{self.path.name} is closed.")
            with session_errors(self.path), _transaction(self._writer):
                yield self._writer

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that nobody else uses meanwhile; it sees what was committed when its first query began.

        Raises:
            SessionError: the file is damaged, or closed.
        """
        connection = self._take()
        try:
            with session_errors(self.path):
                yield connection
        finally:
            self._give(connection)

    def version(self) -> int:
        """A number that is another one once anybody has committed anything since it was asked for last.

        See "PRAGMA data_version" in SQLite's documentation: it compares within one connection, which is kept for it.

        Raises:
            SessionError: the file is damaged, or closed.
        """
        with self._guard, session_errors(self.path):
            if self._closed:
                raise SessionError(f"{self.path.name} is closed.")
            if self._watcher is None:
                self._watcher = _connect(_read_uri(self.path))
            return int(self._watcher.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close every connection, once reads under way are over; the last one folds the log into the file."""
        with self._writing, self._guard:
            self._closed = True
            self._guard.wait_for(lambda: self._busy == 0, timeout=_BUSY_TIMEOUT_S)
            for connection in self._idle:
                connection.close()
            self._idle.clear()
            if self._watcher is not None:
                self._watcher.close()
                self._watcher = None
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    def _take(self) -> sqlite3.Connection:
        with self._guard:
            if self._closed:
                raise SessionError(f"{self.path.name} is closed.")
            with session_errors(self.path):
                connection = self._idle.pop() if self._idle else _reader(self.path)
            self._busy += 1
            return connection

    def _give(self, connection: sqlite3.Connection) -> None:
        with self._guard:
            self._busy -= 1
            self._guard.notify_all()
            if self._closed:
                connection.close()
            else:
                self._idle.append(connection)

    def _open_writer(self) -> None:
        self._writer = connection = _connect(f"{self.path.as_uri()}?mode=rwc")
        version = read_version(connection)  # before anything is written to a file that may not be ours
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection)
        if not version:  # so that the file says what it is, also where the program is killed
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


@contextlib.contextmanager
def session_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a ``SessionError`` in words."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter where SQLite quotes damaged bytes in its words
        raise SessionError(*_words(path, error)) from error
    except Damaged as error:
        raise SessionError(f"{path.name}: {error.message}", error.hint) from error


_SENTENCES: Final = (
    ("full", "cannot be written: the disk is full.", "Make room, then run again."),
    ("unable to open", "cannot be opened.", "Check that its folder exists and that you may write there."),
    ("locked", "is in use by another program.", "Close it there, then try again."),
    ("busy", "is in use by another program.", "Close it there, then try again."),
    ("readonly", "may not be written.", "Save it under another name."),
    ("disk I/O", "cannot be read or written: the disk or the connection to it fails.", "Check it, then try again."),
    ("memory", "needs more memory than there is.", "Close other programs, then try again."),
)
_DAMAGE: Final = ("is damaged, or not a session.", "Open another .granview file, or a copy of this one.")
"""Whatever else SQLite complains of is in the file: pages, tables or columns that are not what they should be."""


_NO_RIGHTS: Final = ("may not be read: permission is denied.", "Change its permissions, or copy it elsewhere.")


def _words(path: Path, error: Exception) -> tuple[str, str]:
    if _SENTENCES[1][0] in str(error) and path.exists() and not _may_be_read(path):
        return f"{path.name} {_NO_RIGHTS[0]}", _NO_RIGHTS[1]
    found = ((words, hint) for sign, words, hint in _SENTENCES if sign in str(error))
    words, hint = next(found, _DAMAGE)
    return f"{path.name} {words}", hint


def _may_be_read(path: Path) -> bool:
    return os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri, uri=True, timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False, cached_statements=64
    )
    connection.text_factory = _text_or_bytes
    return connection


def _reader(path: Path) -> sqlite3.Connection:
    connection = _connect(_read_uri(path))
    try:
        let_read(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _text_or_bytes(data: bytes) -> str | bytes:
    """A cell of text; one that is no text stays bytes, so that whoever reads its row finds it damaged."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _read_uri(path: Path) -> str:
    """A read-only opener. Where nobody can write beside the file and no log is left, it cannot change: immutable."""
    fixed = not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists()
    return f"{path.as_uri()}?mode=ro{'&immutable=1' if fixed else ''}"
