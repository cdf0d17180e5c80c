"""Which other inputs of a search are called as one is, so that a reference by that name may be either's."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from granview.io.picture_names import picture_suffixes
from granview.io.record_names import folded
from granview.io.regular_files import is_folder


class Namesakes:
    """The inputs of a search by the names that references may have.

    Folders are looked through, without following links, when it is first asked for; no file is opened.

    Args:
        places: The inputs: files, and folders with all below them.
        left_out: Names, case-folded, of folders below these whose pictures are references.
    """

    def __init__(self, places: Sequence[Path] = (), left_out: frozenset[str] = frozenset()) -> None:
        self._places = tuple(places)
        self._left_out = left_out
        self._by_stem: dict[str, list[tuple[Path, Path]]] | None = None

    def of(self, picture: Path) -> list[tuple[Path, Path]]:
        """The others of its name without suffix, whatever its case: the folder below its place, and the file."""
        if self._by_stem is None:
            self._by_stem = {}
            for folder, path in dict.fromkeys(self._held()):
                self._by_stem.setdefault(folded(path.stem), []).append((folder, path))
        return [held for held in self._by_stem.get(folded(picture.stem), ()) if held[1] != picture]

    def _held(self) -> Iterator[tuple[Path, Path]]:
        for place in self._places:
            if is_folder(place):
                yield from self._below(place)
            else:
                yield Path(), place

    def _below(self, top: Path) -> Iterator[tuple[Path, Path]]:
        suffixes = picture_suffixes()
        for name, folders, files in os.walk(top):
            folders[:] = [each for each in folders if each.casefold() not in self._left_out and each[0] != "."]
            held = [file for file in files if file.lower().endswith(suffixes) and file[0] != "."]
            folder = Path(name)
            yield from ((folder.relative_to(top), folder / file) for file in held)
