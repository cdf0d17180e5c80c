"""The lists of Pascal VOC, ``ImageSets/Segmentation/val.txt`` and their like, as splits."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.io.data_set import Leftover
from granview.io.folder_names import FolderNames
from granview.io.leftover_files import alone
from granview.io.record_names import folded
from granview.io.split_lists import is_of_one_class, missing_note, read_list

LISTS: Final = "ImageSets"
_OF_MASKS: Final = "Segmentation"
_OF_BOXES: Final = "Main"
_TXT: Final = ".txt"


@dataclass(frozen=True)
class VocSplit:
    """A list of inputs.

    Attributes:
        name: Of the split: the list's own, and ``main-val`` of ``Main/val.txt`` where ``Segmentation`` has lists too.
        names: The inputs that there are, as ``FolderNames.by_stem`` has them.
    """

    name: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class VocLists:
    """What the lists of a data set say.

    Attributes:
        splits: The splits.
        leftovers: Lists that are none.
        notes: What is wrong with them, in sentences.
    """

    splits: tuple[VocSplit, ...]
    leftovers: tuple[Leftover, ...]
    notes: tuple[str, ...]


def read_lists(root: FolderNames, pictures: Collection[str], place: str) -> VocLists:
    """The lists of a data set; one that cannot be read is said, and the others count.

    Args:
        root: The data set.
        pictures: The names of its pictures, as ``FolderNames.by_stem`` has them.
        place: Where these lie, for words.
    """
    top = root.folder(LISTS)
    if top is None:
        return VocLists((), (), (f"There are no lists of splits ({LISTS}), so all pictures are taken.",))
    splits: list[VocSplit] = []
    notes: list[str] = []
    leftovers: list[Leftover] = []
    for prefix, folder in _folders(top):
        of_classes = [name for name in folder.with_suffix(_TXT) if is_of_one_class(folder.path / name)]
        leftovers += alone(folder.path, f"lists in {folder.path.name}", of_classes, "each is of one class, no split.")
        for name in folder.with_suffix(_TXT):
            if name not in of_classes:
                split, words = _split(prefix, folder.path / name, pictures, place)
                splits += [split] if split.names else []
                notes += words
    leftovers += _others(top)
    if splits and (rest := len(pictures) - len(frozenset[str]().union(*(split.names for split in splits)))):
        many = "picture stands" if rest == 1 else "pictures stand"
        notes.append(f"{rest:,} {many} in no list, so no split holds them.")
    return VocLists(tuple(splits), tuple(leftovers), tuple(notes))


def _folders(top: FolderNames) -> Iterator[tuple[str, FolderNames]]:
    """Folders of lists, with what their splits' names begin with."""
    of_masks, of_boxes = top.folder(_OF_MASKS), top.folder(_OF_BOXES)
    if of_masks is not None:
        yield "", of_masks
    if of_boxes is not None:
        yield ("main-" if of_masks is not None and of_masks.with_suffix(_TXT) else ""), of_boxes
    if of_masks is None and of_boxes is None:
        yield "", top


def _split(prefix: str, path: Path, pictures: Collection[str], place: str) -> tuple[VocSplit, list[str]]:
    try:
        listed = read_list(path)
    except InputError as error:
        return VocSplit(prefix + path.stem, ()), [f"{error.message} So it is no split."]
    keys = {name: name if name in pictures else folded(name) for name in listed}
    names = tuple(keys[name] for name in listed if keys[name] in pictures)
    missing = [name for name in listed if keys[name] not in pictures]
    notes = [*missing_note(f"{path.parent.name}/{path.name}", missing, place)]
    if not listed:
        notes.append(f"{path.parent.name}/{path.name} is empty, so it is no split.")
    return VocSplit(prefix + path.stem, names), notes


def _others(top: FolderNames) -> Iterator[Leftover]:
    for name in top.folders:
        if name.casefold() not in (_OF_MASKS.casefold(), _OF_BOXES.casefold()):
            folder = top.below(name)
            held = folder.with_suffix(_TXT)
            yield from alone(folder.path, f"lists in {name}", held, f"no task here is that of {LISTS}/{name}.")
