"""Sources of predictions that another program has saved: ``saved:FOLDER`` or ``saved:FILE``."""

from pathlib import Path
from typing import Final

SAVED: Final = "saved:"


def saved_source(path: Path) -> str:
    """The source of the predictions in a folder or file."""
    return f"{SAVED}{path}"


def saved_path(source: str) -> Path | None:
    """The folder or file of a source of saved predictions; None for other sources."""
    return Path(source.removeprefix(SAVED).strip()).expanduser() if source.startswith(SAVED) else None
