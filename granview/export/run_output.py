"""Where a run records and what it writes, beside the results that are there until they can be replaced."""

import contextlib
import itertools
from collections.abc import Collection
from pathlib import Path
from typing import Final, Self

from granview.core.errors import ArgumentError, OutputError, SessionError
from granview.export.output_files import Exported, OnProgress, place, write_staged
from granview.export.output_folder import OutputFolder, claimed
from granview.export.output_plan import OutputKind
from granview.io.file_lock import FileLock
from granview.io.output_names import SESSION_NAME
from granview.report.lane_costs import NO_PRICES, HourlyPrices
from granview.report.margins import NO_MARGINS, Margins
from granview.store.session import Session
from granview.store.session_lock import lock_session
from granview.store.unnamed_sessions import remove_session

UNFINISHED: Final = "unfinished"


class RunOutput:
    """A run's folder. A context manager; within it, nobody else writes there.

    Where the folder holds a session already, the run records beside it, into ``unfinished.granview``, and takes its
    place only when ``finish`` finds that the run has come to something and that all of its files are written. Else, or
    when the program ends before, the old one stays, and the new one too where it holds a result. In a new folder too, a
    run that ends before its first result and before its files are written leaves nothing.

    Args:
        folder: Where to write; made if need be.
        overwrite: Whether files that no session there has written may be replaced.

    Attributes:
        session: Where the run is recorded; another object after ``finish``.

    Raises:
        ArgumentError: the folder holds files that may not be replaced.
        OutputError: it cannot be made or written.
        SessionError: its session is open elsewhere.
    """

    session: Session

    def __init__(self, folder: Path, overwrite: bool = False) -> None:
        self._owned, self._is_in_place = True, False
        with contextlib.ExitStack() as stack:
            self._folder: OutputFolder = stack.enter_context(claimed(folder, overwrite))
            self._folder.refuse_any_foreign()
            self._final = (folder / SESSION_NAME).resolve()
            self._held = self._hold()
            stack.callback(self._release)
            self.session = Session.create(self._final) if self._held is None else self._beside()
            stack.callback(self._close_owned)
            self._stack = stack.pop_all()

    @property
    def left_over(self) -> list[Path]:
        """Sessions of earlier runs into this folder that did not finish."""
        return [
            path for path in sorted(self._final.parent.glob(f"{UNFINISHED}*.granview")) if path != self.session.path
        ]

    @property
    def has_results(self) -> bool:
        """Whether any sample was answered by a result; True where that cannot be read."""
        with contextlib.suppress(SessionError):
            return any(row.status == "ok" for row in self.session.results())
        return True

    def finish(
        self,
        finished: int,
        succeeded: int,
        on_progress: OnProgress | None = None,
        parts: Collection[OutputKind] = tuple(OutputKind),
        margins: Margins = NO_MARGINS,
        prices: HourlyPrices = NO_PRICES,
    ) -> Exported:
        """Write the run's files, and put them and its session in the place of what is there.

        Args:
            finished: Samples that were answered, over all lanes.
            succeeded: Those of them that were answered by a result.
            on_progress: As for ``write_outputs``.
            parts: What to write.
            margins: The largest differences that do not count.
            prices: What an hour of a device costs, for ``cost.csv``.
        """
        if self._held is not None and (why := self._why_not(finished, succeeded)):
            return Exported(self._folder.path, failed=why)
        try:
            return self._write(on_progress, [part for part in parts if part is not OutputKind.SESSION], margins, prices)
        except (ArgumentError, OutputError) as error:
            return Exported(self._folder.path, failed=str(error))

    def leave_open(self) -> None:
        """Let others write here again; the caller calls ``close_session`` when done with it."""
        self._owned = False
        self.close()

    def close_session(self) -> None:
        """Close the session; unless its files are in place, it stays only where it holds a result."""
        is_empty = not self._is_in_place and not self.has_results
        self.session.close()
        if is_empty:
            remove_session(self.session.path)

    def close(self) -> None:
        """Close the session, and let others write here."""
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _write(
        self, on_progress: OnProgress | None, parts: Collection[OutputKind], margins: Margins, prices: HourlyPrices
    ) -> Exported:
        with self._folder.staging() as staged:
            exported = write_staged(
                self.session, self._folder, staged, on_progress, parts, margins=margins, prices=prices
            )
            if self._held is None:
                self._is_in_place = True
                place(exported, self._folder, staged, replace_all=True)
            elif exported.failed:
                exported.paths.clear()
            else:
                self._replace(exported, staged)
        return exported

    def _close_owned(self) -> None:
        if self._owned:
            self.close_session()

    def _why_not(self, finished: int, succeeded: int) -> str:
        """Why this run does not replace an earlier one; empty where it does."""
        if not succeeded:
            return "No sample succeeded."
        if len(self.session.results()) < finished:
            return "Not all results could be recorded."
        return ""

    def _hold(self) -> FileLock | None:
        """The lock of the session that is there; None where there is none."""
        return lock_session(self._final) if self._final.exists() else None

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.release()

    def _beside(self) -> Session:
        for n in itertools.count(1):
            path = self._final.with_name(f"{UNFINISHED}{'' if n == 1 else f'-{n}'}.granview")
            if not path.exists():
                return Session.create(path)
        raise AssertionError

    def _replace(self, exported: Exported, staged: Path) -> None:
        draft = self.session.path
        self.session.close()
        try:
            self._release()
            self._is_in_place = True
            place(exported, self._folder, staged, replace_all=True, session=draft.name)
        finally:
            self.session = Session.open(draft if draft.exists() else self._final)
