"""The data sets in what was dropped or named: told by the names in folders, so that a user can be asked first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample_kind import Kind
from granview.io.data_set import DataSet
from granview.io.folder_names import FolderNames
from granview.io.gallery import is_gallery
from granview.io.layout import reads, recognise, stands_for
from granview.io.output_names import SESSION_NAME
from granview.io.reference_collections import collection_formats
from granview.io.regular_files import is_folder
from granview.io.search_events import Problem

_LEVELS_UP: Final = 2


@dataclass(frozen=True)
class KnownDataSets:
    """What was recognised.

    Attributes:
        data_sets: In the order of the folders.
        problems: Folders that are laid out as a data set, and say nothing that can be read, in words.
    """

    data_sets: tuple[DataSet, ...] = ()
    problems: tuple[Problem, ...] = ()


def data_sets_in(
    paths: Iterable[Path], kinds: frozenset[Kind] | None = None, wanted: Callable[[], bool] = lambda: True
) -> KnownDataSets:
    """The data sets of which a search would take the chosen splits; see ``find_samples``.

    Args:
        paths: Files and folders; a file may stand for its folder.
        kinds: The kinds of inputs that are asked for; None for all.
        wanted: Asked before each folder; what is known by then is returned where it says no.
    """
    data_sets: dict[Path, DataSet] = {}
    problems: list[Problem] = []
    seen: set[tuple[int, int]] = set()
    for path in paths:
        folder = path.absolute() if is_folder(path) else stands_for(path.absolute())
        for each in () if folder is None else _folders(folder, seen):
            if not wanted():
                break
            try:
                known = recognise(each.path, kinds)
            except InputError as error:
                problems.append(Problem(each.path, error.message, error.hint))
                continue
            if known is not None:
                data_sets.setdefault(known.root, known)
                each.is_known = True
    return KnownDataSets(tuple(data_sets.values()), tuple(problems))


def are_data_sets(paths: Iterable[Path]) -> bool:
    """Whether a folder among these is itself laid out as a data set, though it may not be readable as one."""
    try:
        return any(is_folder(path) and recognise(path.absolute()) is not None for path in paths)
    except InputError:
        return True


def with_data_sets_of_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """What was dropped, with the folder of its data set in the place of each file that is about many pictures in one.

    So that a file of annotations that is dropped by itself, such as COCO's, brings the pictures that it is about.
    """
    return tuple(dict.fromkeys(_data_set_of(path) or path for path in paths))


def _data_set_of(path: Path) -> Path | None:
    if is_folder(path) or not collection_formats(path):
        return None
    for folder in path.absolute().parents[:_LEVELS_UP]:
        try:
            known = recognise(folder)
        except InputError:
            known = None
        if known is not None and reads(known, path.absolute()):
            return known.root
    return None


@dataclass
class _Folder:
    path: Path
    is_known: bool = False


def _folders(top: Path, seen: set[tuple[int, int]]) -> Iterator[_Folder]:
    """A folder and all below it, top down; below one that the caller says is known none is entered."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if is_gallery(path) or not _is_new(path, seen):
            continue
        folder = _Folder(path)
        yield folder
        names = FolderNames(path)
        if not folder.is_known and SESSION_NAME not in names.files:
            waiting.extend(path / name for name in reversed(names.folders))


def _is_new(path: Path, seen: set[tuple[int, int]]) -> bool:
    try:
        status = path.stat()
    except OSError:
        return False
    identity = (status.st_dev, status.st_ino)
    if status.st_ino and identity in seen:
        return False
    seen.add(identity)
    return True
