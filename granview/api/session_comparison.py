"""Two sessions of the same samples, before and after a change: what has become worse?"""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from granview.api.unsaved_warning import warn_of_unsaved
from granview.core.errors import SessionError
from granview.export.session_changes import write_changes
from granview.io.output_names import SESSION_NAME
from granview.report.margins import Margins
from granview.report.regressions.change_tables import REGRESSIONS, change_tables
from granview.report.regressions.compare_sessions import SessionChanges, compare_session_files
from granview.store.reader import SessionReader
from granview.store.session import Session

if TYPE_CHECKING:
    import polars

AnySession = SessionReader | str | os.PathLike[str]


class SessionComparison:
    """What session B has over session A.

    Attributes:
        changes: All of it, as objects.
    """

    def __init__(self, changes: SessionChanges) -> None:
        self.changes = changes

    @property
    def regressed(self) -> list[tuple[str, str]]:
        """(lane, metric) of everything that became worse by more than its margin, beyond chance."""
        return self.changes.regressed

    def metrics(self) -> "polars.DataFrame":
        """One row per lane and metric; the columns of ``regressions.csv``."""
        return self._frame(REGRESSIONS)

    def flips(self) -> "polars.DataFrame":
        """One row per unit that was right and is wrong now (``lost``), or the other way about (``gained``)."""
        return self._frame("flips")

    def samples(self) -> "polars.DataFrame":
        """One row per sample of either session: what it was matched with, or why it was left out."""
        return self._frame("samples")

    def write(self, folder: str | os.PathLike[str], overwrite: bool = False) -> list[Path]:
        """Write what ``granview compare --out`` writes; returns the files.

        Raises:
            ArgumentError: files of these names are there that no comparison has written.
            OutputError: the folder cannot be made or written.
        """
        return write_changes(self.changes, Path(folder), overwrite=overwrite)

    def _frame(self, name: str) -> "polars.DataFrame":
        table = next(table for table in change_tables(self.changes) if table.name == name)
        return next(table.frames())


def compare_sessions(
    a: AnySession,
    b: AnySession,
    *,
    lanes: Sequence[str] = (),
    metrics: Sequence[str] = (),
    margin: float | Mapping[str, float] | None = None,
) -> SessionComparison:
    """Hold session B against session A, over the samples that both have; see ``granview compare --help``.

    Args:
        a: What was before: a session, its file, or the folder that it lies in.
        b: What is now.
        lanes: Which lanes; ``OF_A=OF_B`` where they are called otherwise. Empty for those that both have.
        metrics: Which metrics, by their names in ``summary.csv``; empty for all of the first look.
        margin: How much worse a metric may become, in its own unit; by the metric's name where they differ.

    Raises:
        ArgumentError: there is no such lane or metric, or a margin is below 0.
        NotComparable: no lane, or no sample, is in both.
        SessionError: a session cannot be opened.
    """
    margins = Margins.of(margin, may_be_none=True)
    with open_session(a) as before, open_session(b) as after:
        return SessionComparison(compare_session_files(before, after, lanes, metrics, margins))


@contextlib.contextmanager
def open_session(session: AnySession) -> Iterator[SessionReader]:
    """A session to read: one that is open stays so; of a folder, the one in it.

    Raises:
        SessionError: it cannot be opened.
    """
    if isinstance(session, SessionReader):
        yield session
        return
    path = Path(session)
    if path.is_dir():
        path /= SESSION_NAME
        if not path.exists():
            raise SessionError(f"{path.parent} holds no {SESSION_NAME}.", "Name a session file, or a run's folder.")
    warn_of_unsaved(path)
    with Session.open(path, read_only=True) as opened:
        yield opened
