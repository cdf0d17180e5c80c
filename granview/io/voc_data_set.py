"""A data set in the folders of Pascal VOC, as its layouts say it before it is loaded."""

from pathlib import Path

from granview.core.errors import InputError
from granview.core.natural_order import natural_order
from granview.io.class_files import find_class_file
from granview.io.data_set import DataSet, DataSetChoice
from granview.io.leftover_files import unread
from granview.io.voc_folders import PICTURES, SORTS, VocFolders
from granview.io.voc_lists import LISTS, VocLists, read_lists


def describe(folders: VocFolders, layout: str, title: str, evidence: str, no_pictures: str) -> DataSet:
    """What a data set holds.

    Args:
        folders: Its folders.
        layout: The name of its layout.
        title: What such data sets are called.
        evidence: What it was told by.
        no_pictures: What to do where it has none, as a sentence.
    """
    pictures = folders.pictures
    lists = read_lists(folders.root, pictures, PICTURES)
    classes, notes = _classes(folders)
    listed = frozenset[str]().union(*(split.names for split in lists.splits)) if lists.splits else frozenset(pictures)
    if not pictures:
        notes = (f"There are no pictures in {PICTURES}. {no_pictures}", *notes)
    known = [LISTS, PICTURES, *(sort.folder for sort in SORTS)]
    return DataSet(
        layout,
        title,
        folders.root.path,
        evidence,
        len(listed),
        tuple(folders.split(one.name, one.names) for one in lists.splits),
        folders.sets(listed),
        classes,
        (*folders.leftovers(), *lists.leftovers, *unread(folders.root, title, known)),
        (*notes, *lists.notes),
        _usual(lists),
    )


def chosen_names(folders: VocFolders, choice: DataSetChoice) -> tuple[str, ...]:
    """The inputs of the chosen splits, each once; all where there are no splits."""
    if choice.splits is None:
        return tuple(sorted(folders.pictures, key=natural_order))
    splits = read_lists(folders.root, folders.pictures, PICTURES).splits
    return tuple(dict.fromkeys(name for split in splits if split.name in choice.splits for name in split.names))


def _usual(lists: VocLists) -> tuple[str, ...]:
    """One split: a picture that two lists hold is an input once."""
    names = [split.name for split in lists.splits]
    wanted = next((name for name in ("val", "main-val", "test", "main-test") if name in names), None)
    return (wanted,) if wanted else ()


def _classes(folders: VocFolders) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The classes, where something says them, and what is wrong."""
    for path in filter(None, (folders.first(sort.name) for sort in SORTS)):
        try:
            found = find_class_file(path)
        except InputError as error:
            return (), (error.message,)
        if found is not None:
            return found.labels.names, ()
    return (), () if folders.first("class-masks") is None else (_nothing_says(folders.root.path),)


def _nothing_says(root: Path) -> str:
    return (
        f"Nothing says which classes the masks hold: put classes.txt into {root.name}, with one name per line, "
        "the background first."
    )
