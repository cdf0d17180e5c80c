"""The layout of ADE20K's scene parsing challenge: ``images/SPLIT`` and ``annotations/SPLIT``, ``objectInfo150.txt``.

In masks 1 to 150 are classes, and 0, which belongs to none of them, is void. See "Scene Parsing through ADE20K Dataset"
(Zhou et al., 2017) and the archive ADEChallengeData2016.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.io.class_files import find_class_file
from granview.io.class_source import ClassFile
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet
from granview.io.folder_names import FolderNames
from granview.io.known_classes import known_classes
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import alone, unread
from granview.io.mask_pairs import MaskPairs
from granview.io.search_events import Problem

_PICTURES: Final = "images"
_MASKS: Final = "annotations"
_SPLITS: Final = ("training", "validation")
_CLASSES: Final = "objectInfo150.txt"
_SCENES: Final = "sceneCategories.txt"
_NAME: Final = re.compile(r"ADE_(train|val)_\d{8}\.png", re.IGNORECASE)


class Ade20k(Layout):
    """Scenes with masks of 150 classes."""

    title = "ADE20K"
    rank = 14

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with such pictures and masks, and ``objectInfo150.txt`` or names such as ``ADE_val_00000001``."""
        pairs = _pairs(folder)
        is_named = any(_NAME.fullmatch(Path(path).name) for each in pairs.values() for path in each.masks.values())
        has_table = folder.file(_CLASSES) is not None
        if not pairs or not (is_named or has_table):
            return None
        n_references = sum(len(each.masks) for each in pairs.values())
        classes, notes = _classes(pairs)
        evidence = f"{_PICTURES} and {_MASKS}, " + (_CLASSES if has_table else "names such as ADE_val_00000001")
        return DataSet(
            "ade20k",
            self.title,
            folder.path,
            evidence,
            sum(len(each.pictures) for each in pairs.values()),
            tuple(each.split(name) for name, each in pairs.items()),
            (ReferenceSet("class-masks", "masks of 150 classes", n_references, "masks"),),
            classes,
            tuple(_leftovers(folder, pairs, self.title)),
            notes,
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits, each with its mask."""
        pairs = _pairs(FolderNames(data_set.root))
        for split in choice.splits or ():
            yield from pairs[split].members() if split in pairs else ()

    def classes_of(self, reference: Path) -> ClassFile | None:
        """Its 150 classes, of a mask that is called as its masks, in a split of ``annotations``."""
        parents = reference.parents
        if _NAME.fullmatch(reference.name) is None or len(parents) < 2 or parents[0].name.casefold() not in _SPLITS:
            return None
        return known_classes("ade20k") if parents[1].name.casefold() == _MASKS else None


LAYOUTS.register("ade20k")(Ade20k())


def _pairs(folder: FolderNames) -> dict[str, MaskPairs]:
    """By split, its pictures with their masks; empty where there are no such folders."""
    pictures, masks = folder.folder(_PICTURES), folder.folder(_MASKS)
    if pictures is None or masks is None:
        return {}
    held = [name for name in pictures.folders if name.casefold() in _SPLITS]
    return {name: MaskPairs(pictures.below(name), masks.folder(name)) for name in held}


def _classes(pairs: dict[str, MaskPairs]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The classes of the masks, and what is wrong with the file that says them."""
    first = next((each.first_mask() for each in pairs.values() if each.masks), None)
    try:
        found = find_class_file(first) if first is not None else known_classes("ade20k")
    except InputError as error:
        return (), (error.message,)
    return (found.labels.names if found is not None else ()), ()


def _leftovers(folder: FolderNames, pairs: dict[str, MaskPairs], title: str) -> Iterator[Leftover]:
    for each in pairs.values():
        yield from each.leftovers()
    scenes = folder.file(_SCENES)
    if scenes is not None:
        yield from alone(folder.path, "lists of scenes", [scenes.name], "no task here is that of the kinds of scenes.")
    pictures = folder.folder(_PICTURES)
    for name in pictures.folders if pictures is not None else ():
        if pictures is not None and name not in pairs:
            held = pictures.below(name)
            reason = f"{title} has no split of that name."
            yield from alone(held.path, f"files in {_PICTURES}/{name}", held.paths_below(), reason)
    yield from unread(folder, title, (_PICTURES, _MASKS), (_CLASSES, _SCENES))
