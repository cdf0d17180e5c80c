"""The comparisons that the user may want to go on with: saved ones, changes left behind, and those without a name."""

import contextlib
import enum
from collections.abc import Iterable
from pathlib import Path

import msgspec

from granview.core.errors import SessionError
from granview.store.journal import UnsavedChanges, unsaved_changes_of
from granview.store.session_lock import lock_session
from granview.store.unnamed_sessions import is_closed_properly, recoverable_sessions, written_at


class RecentKind(enum.StrEnum):
    """What is special about a comparison."""

    SAVED = "saved"
    CHANGED = "changed"
    """It has changes that were left behind, and are there when it is opened."""
    UNNAMED = "unnamed"
    INTERRUPTED = "interrupted"
    """It has no name, and the program ended without closing it."""


class RecentComparison(msgspec.Struct, frozen=True):
    """One of them.

    Attributes:
        path: What is opened.
        kind: What is special about it.
        written_at: When it was last written, in seconds since 1970.
    """

    path: Path
    kind: RecentKind
    written_at: float


def recent_comparisons(named: Iterable[str], home: Path) -> list[RecentComparison]:
    """Comparisons, newest first; each file is read a little, so that this is nothing for the window's thread.

    Args:
        named: Paths of sessions that were opened lately; those that are gone are left out.
        home: The folder of unnamed sessions.
    """
    paths = [path for path in map(Path, dict.fromkeys(named)) if path.is_file()]
    listed = [RecentComparison(path, _kind(path), written_at(path)) for path in paths]
    for path in recoverable_sessions(home):
        kind = RecentKind.UNNAMED if is_closed_properly(path) else RecentKind.INTERRUPTED
        listed.append(RecentComparison(path, kind, written_at(path)))
    return sorted(listed, key=lambda one: one.written_at, reverse=True)


def free_changes_of(path: Path) -> UnsavedChanges | None:
    """Changes that were left behind, of a session that nobody has open; None where there are none to be asked about."""
    path = path.resolve()
    with contextlib.suppress(SessionError, OSError):  # such as a name too long to have another beside it
        lock = lock_session(path)
        try:
            return unsaved_changes_of(path)
        finally:
            lock.release()
    return None


def _kind(path: Path) -> RecentKind:
    return RecentKind.SAVED if free_changes_of(path) is None else RecentKind.CHANGED
