"""The session that the window begins with."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from granview.gui.session.preferences import run_params
from granview.settings import Settings
from granview.store.session import Session


def new_session(settings: Settings) -> Session:
    """A session without a name, which computes what the settings say."""
    session = Session.create()
    session.set_params(run_params(settings))
    return session


def start_opening(path: Path | None, settings: Settings) -> Future[Session]:
    """Open a session, or make a new one where there is no path, on a thread of its own.

    Writing it down waits for the disk, several times over; meanwhile Qt starts and the window's modules are imported.

    Returns:
        The session, or a ``SessionError`` that says why it cannot be opened.
    """
    opener = ThreadPoolExecutor(1, "session-opener")
    try:
        return opener.submit(new_session, settings) if path is None else opener.submit(Session.open_document, path)
    finally:
        opener.shutdown(wait=False)
