"""Splits as folders of pictures and masks: ``images/val`` beside ``masks/val``, or ``val/images`` beside ``val/masks``.

Where there are no such splits, or what lies in the folder of references is none of masks, folders are paired by
``sample_search``.
"""

from collections.abc import Iterator
from typing import Final

from granview.core.errors import InputError
from granview.io.class_files import find_class_file
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import unread
from granview.io.mask_pairs import MaskPairs
from granview.io.pairing_names import REFERENCE_FOLDERS
from granview.io.picture_names import picture_folders
from granview.io.search_events import Problem
from granview.io.split_names import SPLIT_NAMES

_FEWEST: Final = 2
"""Of fewer splits there is nothing to choose."""


class SplitFolders(Layout):
    """Pictures with masks of their names, in a folder for each split."""

    title = "folders of splits"
    rank = 80

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with two splits of pictures, some of which have masks."""
        found = _below(folder) or _above(folder)
        if found is None:
            return None
        pairs, evidence, known = found
        n_references = sum(len(each.masks) for each in pairs.values())
        classes, notes = _classes(pairs)
        return DataSet(
            "split_folders",
            self.title,
            folder.path,
            evidence,
            sum(len(each.pictures) for each in pairs.values()),
            tuple(each.split(name) for name, each in pairs.items()),
            (ReferenceSet("masks", "masks", n_references, "masks"),),
            classes,
            (*_of_pairs(pairs), *unread(folder, "this layout", known)),
            notes,
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits, each with the mask of its name."""
        folder = FolderNames(data_set.root)
        pairs, _, _ = _below(folder) or _above(folder) or ({}, "", ())
        for split in choice.splits or ():
            yield from pairs[split].members() if split in pairs else ()


LAYOUTS.register("split_folders")(SplitFolders())

Pairs = tuple[dict[str, MaskPairs], str, tuple[str, ...]]
"""Pictures with masks by split, what it was told by, and the folders that are read."""


def _below(folder: FolderNames) -> Pairs | None:
    """Splits in a folder of pictures and in one of masks."""
    pictures, masks = folder.folder(*picture_folders()), folder.folder(*REFERENCE_FOLDERS)
    if pictures is None or masks is None:
        return None
    splits = [name for name in pictures.folders if name.casefold() in SPLIT_NAMES]
    pairs = {name: MaskPairs(pictures.below(name), masks.folder(name)) for name in splits}
    names = pictures.path.name, masks.path.name
    return _enough(pairs, f"{names[0]} and {names[1]} with a folder for each split", names)


def _above(folder: FolderNames) -> Pairs | None:
    """A folder of pictures and one of masks in each split."""
    splits = {name: folder.below(name) for name in folder.folders if name.casefold() in SPLIT_NAMES}
    held = {
        name: (below.folder(*picture_folders()), below.folder(*REFERENCE_FOLDERS)) for name, below in splits.items()
    }
    pairs = {name: MaskPairs(pictures, masks) for name, (pictures, masks) in held.items() if pictures is not None}
    return _enough(pairs, f"pictures and masks in {' and '.join(pairs)}", tuple(splits))


def _enough(pairs: dict[str, MaskPairs], evidence: str, known: tuple[str, ...]) -> Pairs | None:
    held = {name: each for name, each in pairs.items() if each.pictures}
    if len(held) < _FEWEST or not any(each.masks for each in held.values()):
        return None
    return held, evidence, known


def _classes(pairs: dict[str, MaskPairs]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    first = next((each.first_mask() for each in pairs.values() if each.masks), None)
    try:
        found = find_class_file(first) if first is not None else None
    except InputError as error:
        return (), (error.message,)
    return (found.labels.names if found is not None else ()), ()


def _of_pairs(pairs: dict[str, MaskPairs]) -> list[Leftover]:
    return [one for each in pairs.values() for one in each.leftovers()]
