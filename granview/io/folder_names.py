"""The names in a folder, read once: what layouts of data sets are told by."""

import os
from functools import cached_property
from pathlib import Path

from granview.core.natural_order import natural_order


class FolderNames:
    """A folder's visible files and folders by name; a folder that is not there, or cannot be read, has none.

    Args:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._below: dict[str, FolderNames] = {}

    @cached_property
    def _names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        files: list[str] = []
        folders: list[str] = []
        try:
            with os.scandir(self.path) as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        (folders if entry.is_dir() else files).append(entry.name)
        except OSError:
            return (), ()
        return tuple(sorted(files, key=natural_order)), tuple(sorted(folders, key=natural_order))

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its files, in natural order."""
        return self._names[0]

    @property
    def folders(self) -> tuple[str, ...]:
        """The names of the folders in it, in natural order."""
        return self._names[1]

    def folder(self, *names: str) -> "FolderNames | None":
        """The folder in it of the first of these names that there is, whatever its case; None where there is none."""
        known = {name.casefold(): name for name in self.folders}
        name = next((known[wanted.casefold()] for wanted in names if wanted.casefold() in known), None)
        return None if name is None else self.below(name)

    def file(self, *names: str) -> Path | None:
        """The file in it of the first of these names that there is, whatever its case; None where there is none."""
        known = {name.casefold(): name for name in self.files}
        name = next((known[wanted.casefold()] for wanted in names if wanted.casefold() in known), None)
        return None if name is None else self.path / name

    def below(self, name: str) -> "FolderNames":
        """The folder of exactly that name in it, read once."""
        if name not in self._below:
            self._below[name] = FolderNames(self.path / name)
        return self._below[name]

    def with_suffix(self, *suffixes: str) -> tuple[str, ...]:
        """Its files whose names end so, in lower case, in natural order."""
        return tuple(name for name in self.files if name.lower().endswith(suffixes))
