"""The names in a folder, read once: what layouts of data sets are told by."""

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

from granview.core.natural_order import natural_order
from granview.io.record_names import folded
from granview.io.regular_files import as_input_error

_MOST_LEVELS: Final = 6


class FolderNames:
    """A folder's visible files and folders by name; a folder that is not there, or cannot be read, has none.

    Names are put in order only where that is asked for: a folder of 100,000 files costs no more than listing it.

    A link to a folder that it lies in itself is no folder: its files would be met again and again.

    Args:
        path: The folder.
        above: The folder that it was entered from.

    Attributes:
        refusals: Folders that could not be read, of this one and all that were entered from it, with the reason.
    """

    def __init__(self, path: Path, above: "FolderNames | None" = None) -> None:
        self.path = path
        self.refusals: dict[Path, str] = {} if above is None else above.refusals
        self._above = above
        self._below: dict[str, FolderNames] = {}

    @cached_property
    def _names(self) -> tuple[list[str], list[str]]:
        files: list[str] = []
        folders: list[str] = []
        try:
            with os.scandir(self.path) as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        (folders if self._is_folder(entry) else files).append(entry.name)
        except (FileNotFoundError, NotADirectoryError):
            return [], []
        except OSError as error:
            self.refusals[self.path] = f"In {self.path.parent.name}, {as_input_error(self.path, error)}"
            return [], []
        return files, folders

    def _is_folder(self, entry: "os.DirEntry[str]") -> bool:
        """Whether it is a folder; a link that leads in a circle is none, and hides nothing that lies beside it."""
        try:
            return entry.is_dir() and not (entry.is_symlink() and self._lies_in(os.path.realpath(entry.path)))
        except OSError:
            return False

    def _lies_in(self, other: str) -> bool:
        """Whether this folder, or one that it was entered from, is another or lies in it; links are followed."""
        own = os.path.realpath(self.path)
        if own == other or own.startswith(other.rstrip(os.sep) + os.sep):
            return True
        return self._above is not None and self._above._lies_in(other)

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The names of its files, in natural order."""
        return tuple(sorted(self._names[0], key=natural_order))

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """The names of the folders in it, in natural order."""
        return tuple(sorted(self._names[1], key=natural_order))

    @cached_property
    def _known_files(self) -> dict[str, str]:
        return _by_casefold(self._names[0])

    @cached_property
    def _known_folders(self) -> dict[str, str]:
        return _by_casefold(self._names[1])

    def folder(self, *names: str) -> "FolderNames | None":
        """The folder in it of the first of these names that there is, whatever its case; None where there is none."""
        name = _first(self._known_folders, names)
        return None if name is None else self.below(name)

    def file(self, *names: str) -> Path | None:
        """The file in it of the first of these names that there is, whatever its case; None where there is none."""
        name = _first(self._known_files, names)
        return None if name is None else self.path / name

    def below(self, name: str) -> "FolderNames":
        """The folder of exactly that name in it, read once."""
        if name not in self._below:
            self._below[name] = FolderNames(self.path / name, self)
        return self._below[name]

    def with_suffix(self, *suffixes: str) -> tuple[str, ...]:
        """Its files whose names end so, in lower case, in natural order."""
        return tuple(sorted((name for name in self._names[0] if name.lower().endswith(suffixes)), key=natural_order))

    def paths_below(self, *suffixes: str, levels: int = _MOST_LEVELS) -> Iterator[str]:
        """Files in it, and in folders below it, whose names end so: ``city/x.png``, each folder in natural order.

        Args:
            suffixes: Endings in lower case; none for all files.
            levels: How many levels of folders are entered, so that a circle of links ends.
        """
        yield from self.with_suffix(*suffixes) if suffixes else self.files
        for name in self.folders if levels else ():
            below = self.below(name).paths_below(*suffixes, levels=levels - 1)
            yield from (f"{name}/{path}" for path in below)

    def held(self, *suffixes: str) -> Iterator[str]:
        """What ``paths_below`` has, in no order, which is several times as fast."""
        for place, folder in self._all("", _MOST_LEVELS):
            names = folder._names[0]
            yield from (place + name for name in names if not suffixes or name.lower().endswith(suffixes))

    def by_stem(self, *suffixes: str) -> dict[str, str]:
        """Files in it, and in folders below it, whose names end so, in no order.

        Args:
            suffixes: Endings in lower case, such as ``.png`` or ``_gtfine_labelids.png``.

        Returns:
            Their paths relative to the folder by these without their ending, folded: what stands for a file of the same
            name in another folder. Those that differ in nothing but what folding takes off stand by their own names.
        """
        stems: dict[str, str] = {}
        alike: dict[str, list[str]] = {}
        for place, folder in self._all("", _MOST_LEVELS):
            for name in folder._names[0]:
                if name.lower().endswith(suffixes):
                    path = place + name
                    key = folded(_without(path, suffixes))
                    if stems.setdefault(key, path) != path:
                        alike.setdefault(key, [stems[key]]).append(path)
        for key, paths in alike.items():
            del stems[key]
            stems |= {_without(path, suffixes): path for path in sorted(paths, reverse=True)}
        return stems

    def _all(self, place: str, levels: int) -> Iterator[tuple[str, "FolderNames"]]:
        """This folder and those below it, each with what stands before its files' names."""
        yield place, self
        for name in self._names[1] if levels else ():
            yield from self.below(name)._all(f"{place}{name}/", levels - 1)


def _without(path: str, suffixes: tuple[str, ...]) -> str:
    """A path without the ending that it has of these."""
    lower = path.lower()
    return path[: -len(next(each for each in suffixes if lower.endswith(each)))]


def _by_casefold(names: list[str]) -> dict[str, str]:
    """Names by themselves, case-folded; of those that differ in nothing else the first."""
    known = {name.casefold(): name for name in names}
    return known if len(known) == len(names) else {name.casefold(): name for name in sorted(names, reverse=True)}


def _first(known: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((known[wanted.casefold()] for wanted in names if wanted.casefold() in known), None)
