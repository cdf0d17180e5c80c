"""Where a comparison is recorded: a session that was given, one in the folder of its files, or a temporary one."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from granview.api.unsaved_warning import warn_of_unsaved
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.export.output_files import Exported, write_outputs
from granview.export.output_folder import check_folder
from granview.export.run_output import RunOutput
from granview.io.output_names import SESSION_NAME
from granview.store.session import Session

AnySession = Session | str | os.PathLike[str]


class SessionHandle:
    """A session that is open, and what to do when it is done with.

    Attributes:
        session: The session; another object once the files are written.
        close: Closes it, unless it is the caller's, and removes what is temporary.
    """

    def __init__(self, session: Session, close: Callable[[], None]) -> None:
        self.session = session
        self.close = close

    def write(self, finished: int, succeeded: int) -> Exported | None:
        """Write all files after a run over so many samples; None where none are wanted."""
        return None


class _WithFolder(SessionHandle):
    """A session somewhere else, whose files go into a folder."""

    def __init__(self, opened: SessionHandle, folder: Path, overwrite: bool) -> None:
        super().__init__(opened.session, opened.close)
        self._folder = folder
        self._overwrite = overwrite

    def write(self, finished: int, succeeded: int) -> Exported:
        return write_outputs(self.session, self._folder, overwrite=self._overwrite)


class _InFolder(SessionHandle):
    """A session in the folder of its files."""

    def __init__(self, output: RunOutput) -> None:
        super().__init__(output.session, output.close)
        self._output = output

    def write(self, finished: int, succeeded: int) -> Exported:
        exported = self._output.finish(finished, succeeded)
        self._output.leave_open()
        self.session, self.close = self._output.session, self._output.close_session
        return exported


def session_for(session: AnySession | None, out: str | os.PathLike[str] | None, overwrite: bool) -> SessionHandle:
    """Open or make the session of a comparison whose files go into ``out``, if anywhere.

    Raises:
        ArgumentError: the folder holds files that may not be replaced.
        OutputError: the folder cannot be made or written.
        SessionError: the session cannot be opened or made.
    """
    if session is None:
        return _temporary() if out is None else _InFolder(RunOutput(Path(out), overwrite))
    if out is None:
        return _callers_session(session)
    check_folder(Path(out), overwrite)
    return _WithFolder(_callers_session(session), Path(out), overwrite)


def samples_and_params(session: AnySession | None) -> tuple[list[Sample], RunParams]:
    """The samples of a session that was given, if it is there, and how it was run last.

    Raises:
        SessionError: it cannot be opened.
    """
    if isinstance(session, Session):
        return session.samples(), session.params()
    if session is None or not Path(session).exists():
        return [], RunParams()
    with Session.open(Path(session)) as opened:
        return samples_and_params(opened)


def _callers_session(session: AnySession) -> SessionHandle:
    if isinstance(session, Session):
        return SessionHandle(session, lambda: None)
    path = Path(session)
    warn_of_unsaved(path)
    opened = Session.open(path) if path.exists() else Session.create(path)
    return SessionHandle(opened, opened.close)


def _temporary() -> SessionHandle:
    folder = tempfile.TemporaryDirectory(prefix="granview-")
    opened = Session.create(Path(folder.name) / SESSION_NAME)

    def close() -> None:
        opened.close()
        folder.cleanup()

    return SessionHandle(opened, close)
