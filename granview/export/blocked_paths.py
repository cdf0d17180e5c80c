"""What stands where files are to go and cannot be replaced by them: a folder for a file, a file for a folder."""

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from granview.core.errors import ArgumentError
from granview.io.regular_files import is_folder

_HINT: Final = "Move it elsewhere, or choose another folder."


def refuse_obstacles(folder: Path, names: Iterable[str]) -> None:
    """Refuse to write files of these names where one cannot take its place.

    Args:
        folder: The folder.
        names: Paths below it with ``/``.

    Raises:
        ArgumentError: there is a folder where a file goes, or something else where a folder goes.
    """
    files = {PurePosixPath(name) for name in names}
    for name in sorted({above for file in files for above in file.parents}):
        if os.path.lexists(folder / name) and not is_folder(folder / name):
            raise ArgumentError(f"{folder / name} is not a folder, and files are to go into it.", _HINT)
    for name in sorted(files):
        if is_folder(folder / name) and not (folder / name).is_symlink():
            raise ArgumentError(f"{folder / name} is a folder, and a file is to go there.", _HINT)
