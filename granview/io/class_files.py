"""Class names and colours of references, by what lies beside them or some folders up (see ``class_source``).

A data set whose classes are fixed, such as Cityscapes, needs no such file: its layout knows its masks by where they lie
and what they are called (``Layout.classes_of``). A class file goes before that.
"""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.io.class_source import (
    CLASS_SOURCES,
    VOID_16_BIT,
    ClassFile,
    ClassSource,
    default_void,
)
from granview.io.layout import LAYOUTS
from granview.io.regular_files import as_input_error, check_regular, open_regular

__all__ = ["FILE_NAMES", "VOID_16_BIT", "ClassFile", "class_file_names", "default_void", "find_class_file"]

FILE_NAMES: Final = ("classes.json", "classes.txt")
"""The class files that people are asked for."""

_MAX_BYTES: Final = 4 << 20


def find_class_file(reference: Path) -> ClassFile | None:
    """The classes of a reference, by a file or its data set; None where nothing says them.

    A file is read again only when it has changed. The nearest folder's goes first.

    Raises:
        InputError: there is a class file, but it cannot be read or understood.
    """
    for text, source in _candidates(reference):
        if os.path.lexists(text):
            status = check_regular(path := Path(text))
            found = _read(path, source, status.st_mtime_ns, status.st_size)
            if found is not None:
                return found
    return next((known for each in LAYOUTS.all().values() if (known := each.classes_of(reference)) is not None), None)


def class_file_names() -> frozenset[str]:
    """What class files are called: they are about the files beside them, and no samples."""
    return _names_of(tuple(CLASS_SOURCES.all().values()))


@lru_cache(maxsize=4)
def _names_of(sources: tuple[ClassSource, ...]) -> frozenset[str]:
    return frozenset(name for source in sources for name in source.file_names)


def _candidates(reference: Path) -> Iterator[tuple[str, str]]:
    """Where class files may lie, as texts, since this is asked for every mask; and which source reads each."""
    sources = _in_order(tuple(CLASS_SOURCES.all().items()))
    for level, folder in enumerate(reference.parents):
        wanted = [(name, each) for name, each in sources if level < each.levels]
        if not wanted:
            return
        start = f"{folder}{os.sep}"
        yield from ((start + file, name) for name, each in wanted for file in each.file_names)


@lru_cache(maxsize=4)
def _in_order(sources: tuple[tuple[str, ClassSource], ...]) -> tuple[tuple[str, ClassSource], ...]:
    return tuple(sorted(sources, key=lambda entry: entry[1].rank))


@lru_cache(maxsize=64)
def _read(path: Path, source: str, mtime_ns: int, size: int) -> ClassFile | None:
    """``mtime_ns`` and ``size`` are only there to tell versions of the file apart."""
    with open_regular(path) as file:
        try:
            data = file.read(_MAX_BYTES + 1)
        except OSError as error:
            raise as_input_error(path, error) from error
    if len(data) > _MAX_BYTES:
        raise InputError(f"{path} is larger than {_MAX_BYTES >> 20} MiB.", "It should hold class names only.")
    return CLASS_SOURCES.get(source).read(path, data)
