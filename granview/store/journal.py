"""What has changed in a named session since it was saved: a working copy beside the document, until it is saved again.

The document itself is only ever replaced as a whole. ``.NAME.work`` begins as its copy, is written like any session,
every transaction on the disk at once, and knows of which document it is the copy, how often it was changed, and up to
which change it was saved. A process that is killed leaves it behind, and ``unsaved_changes_of`` says so.
"""

import contextlib
import enum
import glob
import os
import sqlite3
import stat
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import SessionError
from granview.store.cell_decoding import Damaged, from_json
from granview.store.database import Database, session_errors
from granview.store.database_copy import WORKING_FACT, copy_database, fold_log
from granview.store.edits import put_fact
from granview.store.file_clone import clone_file, need_room
from granview.store.unnamed_sessions import new_unnamed_path, remove_session, written_at

LONGEST_NAME: Final = 220
"""In bytes. File systems have 255; the longest name beside a document is that of its working copy's draft's log."""


class FileState(msgspec.Struct, frozen=True):
    """By which a document is known again: its size in bytes, and when it was written, in ns."""

    size_bytes: int
    written_ns: int

    @classmethod
    def of(cls, path: Path) -> "FileState | None":
        """That of a file; None where there is none."""
        try:
            stat = path.stat()
        except OSError:
            return None
        return cls(stat.st_size, stat.st_mtime_ns)


class JournalFacts(msgspec.Struct, frozen=True):
    """What the working copy knows of itself.

    Attributes:
        base: The document of which it is the copy.
        changes: How often it was changed.
        saved: Up to which change the document has it.
        saving: The document that a save was about to put in place, and up to which change it would have it.
    """

    base: FileState
    changes: int = 0
    saved: int = 0
    saving: tuple[FileState, int] | None = None

    def settled(self, document: FileState | None) -> "JournalFacts":
        """The same, once it is known whether a save that was under way has put its document in place."""
        if self.saving is None or self.saving[0] != document:
            return self
        return msgspec.structs.replace(self, base=self.saving[0], saved=self.saving[1], saving=None)


class LeftBehind(enum.StrEnum):
    """What becomes of unsaved changes that were left behind, where their document is opened."""

    RECOVER = "recover"
    """They are there again, unsaved."""
    PART = "part"
    """They become a comparison of their own, without a name."""
    DROP = "drop"


class UnsavedChanges(msgspec.Struct, frozen=True):
    """Changes that were left behind, unsaved.

    Attributes:
        document: The session that was changed.
        changes: How many changes it has not been saved with.
        written_at: When the last was made, in seconds since 1970.
        is_of_document: Whether the document is still the one that was changed; False: somebody has replaced it.
    """

    document: Path
    changes: int
    written_at: float
    is_of_document: bool


class Journal:
    """The changes of one document, whose lock the caller holds.

    Args:
        document: The session as it was saved.
    """

    def __init__(self, document: Path) -> None:
        self.document = document
        self.path = working_path(document)
        self._opened = FileState.of(document)
        self._facts: JournalFacts | None = None

    @property
    def is_begun(self) -> bool:
        """Whether there is a working copy."""
        return self._facts is not None

    @property
    def is_as_opened(self) -> bool:
        """Whether the document is still the one that was opened."""
        return FileState.of(self.document) == self._opened

    @property
    def n_unsaved(self) -> int:
        """How many changes the document does not have."""
        return 0 if self._facts is None else self._facts.changes - self._facts.saved

    def begin(self, saved: Database) -> Database:
        """Make the working copy, of the document that is open for reading, and open it.

        Raises:
            SessionError: there is no room for it, it cannot be written, or the document is another one than was opened.
        """
        base = FileState.of(self.document)
        if base is None:
            raise SessionError(f"{self.document} is gone.", "Save the session under another name.")
        if not self.is_as_opened:
            raise _replaced(self.document)
        draft = self.path.with_name(f"{self.path.name}.part")
        try:
            draft.unlink(missing_ok=True)
            self._copy(saved, draft)
            draft.chmod(stat.S_IMODE(self.document.stat().st_mode) | stat.S_IRUSR | stat.S_IWUSR)
            self._mark(draft, JournalFacts(base))
            remove_session(self.path)  # and a log that has outlived its file, which would be replayed
            draft.replace(self.path)
        except OSError as error:
            raise SessionError(f"{self.path} cannot be written: {error.strerror}.", "Save it elsewhere.") from error
        finally:
            remove_session(draft)
        return self.resume()

    def resume(self) -> Database:
        """Open the working copy that is there.

        Raises:
            SessionError: it is damaged.
        """
        database = Database(self.path, read_only=False)
        with database.writing() as connection:
            facts = read_facts(connection)
            if facts is None:
                raise SessionError(f"{self.path} is no working copy.", "Move it elsewhere.")
            self._facts = facts.settled(FileState.of(self.document))
        return database

    def count(self, connection: sqlite3.Connection) -> None:
        """Count a change, in its own transaction."""
        facts = read_facts(connection)
        assert facts is not None
        self._facts = msgspec.structs.replace(facts, changes=facts.changes + 1)
        _put_facts(connection, self._facts)

    def save(self, database: Database, *, overwrite: bool = False) -> None:
        """Put what the working copy holds in the document's place, all or nothing; the working copy stays.

        Changes that are made meanwhile are not part of it. The writer is held at the ends alone, not while copying.

        Args:
            database: The working copy.
            overwrite: Also where somebody else has replaced the document since.

        Raises:
            SessionError: there is no room, it cannot be written, or somebody has replaced it; it is as it was.
        """
        self._check_document(database, overwrite)
        need_room(self.path.stat().st_size, self.document.parent, self.document.name)
        with database.reading() as connection, session_errors(self.path):
            connection.execute("BEGIN")
            try:
                facts = read_facts(connection)
                assert facts is not None
                copy_database(
                    connection, self.document, before=lambda draft: self._about_to_save(database, draft, facts.changes)
                )
            finally:
                connection.rollback()
        state = FileState.of(self.document)
        if state is not None:
            self._note(database, base=state, saved=facts.changes, saving=None)

    def put_away(self) -> Path:
        """Give a working copy that cannot be read a name of its own, where nothing opens it by itself; returns it."""
        target = self.document.with_name(f"{self.document.stem}-unsaved-{os.urandom(2).hex()}{self.document.suffix}")
        for suffix in ("-wal", "-shm", ""):
            with contextlib.suppress(FileNotFoundError):
                self.path.with_name(self.path.name + suffix).rename(target.with_name(target.name + suffix))
        self._facts = None
        return target

    def tidy_document(self) -> None:
        """Remove the empty log that readers of the document leave beside it."""
        with contextlib.suppress(sqlite3.DatabaseError):
            if self.document.exists():
                fold_log(self.document)

    def remove(self) -> None:
        """Drop the working copy, closed by now, and with it what was not saved."""
        self._facts = None
        remove_session(self.path)

    def _check_document(self, database: Database, overwrite: bool) -> None:
        """Nothing that somebody else has written, or has protected, is overwritten."""
        state = FileState.of(self.document)
        if state is None:
            return
        with database.reading() as connection:
            facts = read_facts(connection)
        if not overwrite and facts is not None and facts.settled(state).base != state:
            raise _replaced(self.document)
        if not os.access(self.document, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise SessionError(f"{self.document.name} is write-protected.", "Save the session under another name.")

    def _about_to_save(self, database: Database, draft: Path, changes: int) -> None:
        state = FileState.of(draft)
        if state is not None:
            self._note(database, saving=(state, changes))

    def _note(self, database: Database, **changed: object) -> None:
        with database.writing() as connection:
            facts = read_facts(connection)
            assert facts is not None
            self._facts = msgspec.structs.replace(facts, **changed)
            _put_facts(connection, self._facts)

    def _copy(self, saved: Database, draft: Path) -> None:
        """By blocks where the document has no log, else by SQLite."""
        log = self.document.with_name(f"{self.document.name}-wal")
        if log.exists() and log.stat().st_size:
            need_room(self.document.stat().st_size + log.stat().st_size, draft.parent, self.document.name)
            with saved.reading() as connection:
                copy_database(connection, draft)
        else:
            clone_file(self.document, draft)

    @staticmethod
    def _mark(draft: Path, facts: JournalFacts) -> None:
        with session_errors(draft), contextlib.closing(sqlite3.connect(draft)) as connection, connection:
            _put_facts(connection, facts)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())


def _replaced(document: Path) -> SessionError:
    return SessionError(
        f"{document.name} has been changed by another program since it was opened.",
        "Save the session under another name, or open the file again.",
    )


def check_name(document: Path) -> None:
    """Make sure that files can stand beside a document whose names are made of its own.

    Raises:
        SessionError: its name is too long for that.
    """
    size = len(os.fsencode(document.name))
    if size > LONGEST_NAME:
        raise SessionError(
            f"The name {document.name[:40]}… has {size} bytes; a comparison's has at most {LONGEST_NAME}.",
            "Choose a shorter one.",
        )


def working_path(document: Path) -> Path:
    """Where the changes of a document are kept until it is saved."""
    return document.with_name(f".{document.name}.work")


def remove_drafts(document: Path) -> None:
    """Remove what a process that was killed while it saved has left half written; the caller holds the lock."""
    for draft in document.parent.glob(f".{glob.escape(document.name)}.*.part*"):
        draft.unlink(missing_ok=True)


def unsaved_changes_of(document: Path) -> UnsavedChanges | None:
    """What was left behind of a document that nobody has open; None where nothing was, or all of it was saved.

    Raises:
        SessionError: the working copy cannot be read.
    """
    path = working_path(document)
    if not path.is_file():
        return None
    with session_errors(path), contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        facts = read_facts(connection)
    state = FileState.of(document)
    if facts is None:
        raise SessionError(f"{path.name} does not say what of it was saved.", "Move it elsewhere.")
    facts = facts.settled(state)
    if facts.changes == facts.saved:
        return None
    return UnsavedChanges(document, facts.changes - facts.saved, written_at(path), facts.base == state)


def part_unsaved_changes(document: Path, home: Path) -> Path | None:
    """Make a session of its own, without a name, of what was left behind; the caller holds the document's lock.

    Returns:
        Its path; None where nothing was left.
    """
    path = working_path(document)
    if not path.is_file():
        return None
    target = new_unnamed_path(home)
    need_room(path.stat().st_size, home, document.name)
    with session_errors(path), contextlib.closing(sqlite3.connect(path)) as connection:
        copy_database(connection, target)
    remove_session(path)
    return target


def read_facts(connection: sqlite3.Connection) -> JournalFacts | None:
    """What a file says of itself as a working copy; None where it is none."""
    row = connection.execute("SELECT value FROM facts WHERE key = ?", (WORKING_FACT,)).fetchone()
    try:
        return None if row is None else from_json(row[0], JournalFacts, "a working copy")
    except Damaged:
        return None


def _put_facts(connection: sqlite3.Connection, facts: JournalFacts) -> None:
    put_fact(connection, WORKING_FACT, msgspec.json.encode(facts).decode())
