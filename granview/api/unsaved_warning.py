"""A warning where a session is used as it was saved, and changes lie beside it that it was not saved with."""

import warnings
from pathlib import Path

from granview.store.unsaved_notice import unsaved_notice


def warn_of_unsaved(path: Path) -> None:
    """Warn of changes that the window has kept beside a session; says nothing where there are none."""
    if notice := unsaved_notice(path):
        warnings.warn(notice, UserWarning, stacklevel=3)
