"""Layouts: how well-known data sets lay out inputs and references in folders. One file of ``io/layouts`` each.

A layout tells its folder by the names in it, which costs no more than listing them, and then says what the data set
holds, so that a user can be asked, before it names each input with its references. Whatever no layout knows is searched
by the names of its files (see ``sample_search``). Files that are about many texts or pictures and need no folder round
them, such as a JSON file of COCO's, are formats (``reference_format``, ``dataset_format``) and no layouts.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from granview.core.errors import InputError
from granview.core.registry import Registry
from granview.core.sample_kind import Kind
from granview.io.class_source import ClassFile
from granview.io.data_set import DataSet, DataSetChoice, Member
from granview.io.folder_names import FolderNames
from granview.io.search_events import Problem


class Layout(ABC):
    """One way in which data sets are laid out.

    Attributes:
        title: What such data sets are called, such as ``Pascal VOC``.
        kind: The kind of their inputs.
        rank: Layouts are asked in this order: those that are told by more come first.
        entry_files: Names, in lower case, of files that stand for their whole folder where they are dropped themselves,
            such as ``data.yaml``.
        holds_rows: Whether its inputs are no files of their own, so that it is read as itself where references are
            given too, which are matched by the inputs' names.
    """

    title: ClassVar[str]
    kind: ClassVar[Kind] = "image"
    rank: ClassVar[int] = 0
    entry_files: ClassVar[frozenset[str]] = frozenset()
    holds_rows: ClassVar[bool] = False

    @abstractmethod
    def recognise(self, folder: FolderNames) -> DataSet | None:
        """What a folder holds; None where it is not laid out so.

        No picture is opened, and lists are read only once the names tell that it is this layout: 100,000 inputs take
        seconds.

        Args:
            folder: The names in it.

        Raises:
            InputError: it is laid out so, but a file that says what it holds cannot be read.
        """

    @abstractmethod
    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The inputs that are chosen, with their references; and in words what cannot be used.

        Args:
            data_set: As ``recognise`` has it.
            choice: Which splits and reference sets; ``None`` for the usual ones. All names are the data set's own.
        """

    def reads(self, data_set: DataSet, path: Path) -> bool:
        """Whether a file is one of those of a data set that are about many inputs.

        So one that is dropped by itself stands for its data set, and for no other that it only happens to lie in.

        Args:
            data_set: As ``recognise`` has it.
            path: The file, absolute.
        """
        return False

    def classes_of(self, reference: Path) -> ClassFile | None:
        """The classes of a reference of such a data set, where these are fixed; None of any other file.

        It is told by the file's name and where it lies, so that a mask is read alike wherever it is met.
        """
        return None


LAYOUTS: Final[Registry[Layout]] = Registry("granview.io.layouts", "layout of data sets")


def recognise(path: Path, kinds: frozenset[Kind] | None = None, only_rows: bool = False) -> DataSet | None:
    """The data set that a folder is, by the first layout that knows it; None where none does.

    Args:
        path: The folder.
        kinds: The kinds of inputs that are asked for; None for all.
        only_rows: Whether only layouts count whose inputs are no files of their own.

    Raises:
        InputError: it is laid out as a data set, but a file that says what it holds cannot be read.
    """
    folder = FolderNames(path)
    asked = (layout for layout in _in_order() if kinds is None or layout.kind in kinds)
    wanted = (layout for layout in asked if layout.holds_rows or not only_rows)
    known = next((known for layout in wanted if (known := layout.recognise(folder)) is not None), None)
    return known and replace(known, notes=(*known.notes, *dict.fromkeys(folder.refusals.values())))


def reads(data_set: DataSet, path: Path) -> bool:
    """Whether a file is one of those of a data set that are about many inputs."""
    return LAYOUTS.get(data_set.layout).reads(data_set, path)


def stands_for(path: Path) -> Path | None:
    """The folder that a file stands for, such as that of a ``data.yaml``; None where it stands for itself.

    It stands for itself too where its folder is no such data set, but some other folder that it only happens to lie in.
    """
    name = path.name.lower()
    named = [layout for layout in _in_order() if name in layout.entry_files]
    return path.parent if any(_knows(layout, path.parent) for layout in named) else None


def may_stand_for_folder(path: Path) -> bool:
    """Whether a file is called as those that stand for their folder; nothing is read for it."""
    name = path.name.lower()
    return any(name in layout.entry_files for layout in _in_order())


def _knows(layout: Layout, folder: Path) -> bool:
    try:
        return layout.recognise(FolderNames(folder)) is not None
    except InputError:
        return True


def _in_order() -> list[Layout]:
    return sorted(LAYOUTS.all().values(), key=lambda layout: layout.rank)
