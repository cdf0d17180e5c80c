"""What is said where a session is read as it was saved, and changes lie beside it that it was not saved with."""

from datetime import datetime
from pathlib import Path

from granview.core.errors import SessionError
from granview.store.journal import unsaved_changes_of


def unsaved_notice(path: Path) -> str:
    """A sentence for whoever reads a session outside the window; empty where nothing is unsaved.

    Args:
        path: The session; somebody may have it open.
    """
    try:
        left = unsaved_changes_of(path.resolve())
    except (SessionError, OSError):
        return f"Beside {path.name} lie changes that cannot be read; it was read as it was saved."
    if left is None:
        return ""
    when = datetime.fromtimestamp(left.written_at).astimezone()
    return (
        f"{path.name} has changes of {when:%Y-%m-%d %H:%M} that were not saved; it was read as it was saved. "
        "Open it in the window to save or to drop them."
    )
