"""The classes of files that each mark one picture: those of all files of their folder, since one shows few of them."""

import os
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.labels import MAX_CLASSES, LabelSet
from granview.core.palette import class_colors
from granview.io.class_files import find_class_file

MOST_FILES: Final = 200_000
"""A folder of more such files has to name its classes in a class file."""

NamesIn = Callable[[Path], frozenset[str]]
"""The classes that a file names; none of one that cannot be read, which is said where it is a picture's reference."""


def classes_of_folder(path: Path, suffix: str, names_in: NamesIn, needed: Iterable[str]) -> LabelSet:
    """The classes of a file that marks one picture: those of the class file beside it, else of all files of its folder.

    Args:
        path: The file.
        suffix: How files of its sort end, in lower case.
        names_in: The classes that a file names.
        needed: Those of this file: where the folder's are without them, the folder is looked through again.

    Raises:
        InputError: there are too many files, or the class file cannot be read.
    """
    classes = find_class_file(path)
    if classes is not None:
        return classes.labels
    changed_ns = path.parent.stat().st_mtime_ns
    labels = _of_folder(path.parent, suffix, names_in, changed_ns)
    if not set(needed) <= set(labels.names):  # the file has changed since its folder was looked through
        _of_folder.cache_clear()
        labels = _of_folder(path.parent, suffix, names_in, changed_ns)
    return labels


def label_set(names: Iterable[str]) -> LabelSet:
    """Classes of these names in this order, in colours that tell them apart."""
    known = tuple(dict.fromkeys(names))
    return LabelSet(known, class_colors(known), None)


@lru_cache(maxsize=16)
def _of_folder(folder: Path, suffix: str, names_in: NamesIn, _changed_ns: int) -> LabelSet:
    with os.scandir(folder) as entries:
        paths = sorted(Path(entry.path) for entry in entries if entry.name.lower().endswith(suffix))
    if len(paths) > MOST_FILES:
        words = f"{folder.name} holds more than {MOST_FILES:,} files of {suffix}."
        raise InputError(words, "Name the classes in classes.txt.")
    names = sorted(frozenset[str]().union(*map(names_in, paths)))
    if len(names) > MAX_CLASSES:
        raise InputError(f"The files of {folder.name} name more than {MAX_CLASSES:,} classes.", "Check them.")
    return label_set(names)
