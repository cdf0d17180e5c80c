"""What a layout has no use for: each sort of file once, so that nothing stays unused without a word."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from granview.io.class_files import class_file_names
from granview.io.data_set import Leftover
from granview.io.file_endings import ending
from granview.io.folder_names import FolderNames

_NO_SUFFIX: Final = "other"


def unread(folder: FolderNames, title: str, folders: Iterable[str] = (), files: Iterable[str] = ()) -> list[Leftover]:
    """The files and folders at the top of a data set that its layout does not know, but for class files.

    Args:
        folder: The data set.
        title: What such data sets are called.
        folders: Names of folders that it knows, in any case.
        files: Names of files that it knows, in any case.
    """
    known = {name.casefold() for name in folders}
    found = [_in_folder(folder.below(name), title) for name in folder.folders if name.casefold() not in known]
    taken = {name.casefold() for name in (*files, *class_file_names())}
    stray = [name for name in folder.files if name.casefold() not in taken]
    return [*(one for one in found if one.n), *of_suffixes(folder.path, stray, f"{title} says nothing of such files.")]


def of_suffixes(folder: Path, names: Iterable[str], reason: str) -> Iterator[Leftover]:
    """Files by how their names end.

    Args:
        folder: Where they lie.
        names: Their paths relative to it.
        reason: Why they are left alone, as a sentence.
    """
    by_suffix: dict[str, list[str]] = {}
    for name in names:
        by_suffix.setdefault(ending(name) or _NO_SUFFIX, []).append(name)
    for suffix, held in by_suffix.items():
        yield Leftover(f"{suffix} files", len(held), folder / min(held), reason)


def alone(folder: Path, sort: str, names: Iterable[str], reason: str, hint: str = "") -> list[Leftover]:
    """Files of one sort; nothing where there are none.

    Args:
        folder: Where they lie.
        sort: What they are, in the plural.
        names: Their paths relative to it.
        reason: Why they are left alone, as a sentence.
        hint: What to do about it.
    """
    held = list(names)
    return [Leftover(sort, len(held), folder / min(held), reason, hint)] if held else []


def hidden(folder: FolderNames, sort: str, suffixes: tuple[str, ...], taken: Iterable[str]) -> list[Leftover]:
    """Files that are called as another one but for their endings, such as ``x.tif`` beside ``x.png``, which is taken.

    Args:
        folder: Where they lie, or below.
        sort: What they are, in the plural.
        suffixes: Their endings.
        taken: Those that are taken, as ``FolderNames.by_stem`` has them.
    """
    known = set(taken)
    others = (path for path in folder.held(*suffixes) if path not in known)
    reason = "another of the same name but for its ending is taken."
    return alone(folder.path, sort, others, reason, "Leave one of them there.")


def _in_folder(folder: FolderNames, title: str) -> Leftover:
    held = list(folder.held())
    example = folder.path / min(held) if held else folder.path
    return Leftover(f"files in {folder.path.name}", len(held), example, f"{title} has no folder of that name.")
