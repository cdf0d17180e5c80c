"""The layout of mmsegmentation: ``img_dir/SPLIT`` beside ``ann_dir/SPLIT``, masks called as their pictures.

Both may end otherwise (``img_suffix``, ``seg_map_suffix``) and have folders in them. See "Prepare datasets" and
"Customize datasets" in mmsegmentation's documentation.
"""

from collections.abc import Iterator
from typing import Final

from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import alone, unread
from granview.io.mask_pairs import MaskPairs
from granview.io.search_events import Problem

_PICTURES: Final = "img_dir"
_MASKS: Final = "ann_dir"
_ZERO: Final = (
    "Whether 0 in the masks is the first class or void (reduce_zero_label) is not said by the folders: see what the "
    "values of masks mean."
)


class MmSegmentation(Layout):
    """Pictures and masks in like-named folders of ``img_dir`` and ``ann_dir``, one for each split."""

    title = "mmsegmentation"
    rank = 20

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with ``img_dir`` and ``ann_dir``."""
        pairs = _pairs(folder)
        if pairs is None:
            return None
        n_references = sum(len(each.masks) for each in pairs.values())
        splits = [each.split(name) for name, each in pairs.items()]
        leftovers = [one for each in pairs.values() for one in each.leftovers()]
        return DataSet(
            "mmsegmentation",
            self.title,
            folder.path,
            f"{_PICTURES} beside {_MASKS}",
            sum(split.n_inputs for split in splits),
            tuple(split for split in splits if split.n_inputs),
            (ReferenceSet("class-masks", "masks of classes", n_references, "masks"),),
            leftovers=(*leftovers, *_without_pictures(folder), *unread(folder, self.title, (_PICTURES, _MASKS))),
            notes=(_ZERO,) if n_references else (),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits, each with the mask of its name."""
        pairs = _pairs(FolderNames(data_set.root)) or {}
        for split in choice.splits or ():
            yield from pairs[split].members() if split in pairs else ()


LAYOUTS.register("mmsegmentation")(MmSegmentation())


def _pairs(folder: FolderNames) -> dict[str, MaskPairs] | None:
    """By split, its pictures with their masks; None where there are no such folders."""
    pictures, masks = folder.folder(_PICTURES), folder.folder(_MASKS)
    if pictures is None or masks is None:
        return None
    return {name: MaskPairs(pictures.below(name), masks.folder(name)) for name in pictures.folders}


def _without_pictures(folder: FolderNames) -> Iterator[Leftover]:
    pictures, masks = folder.folder(_PICTURES), folder.folder(_MASKS)
    for name in masks.folders if masks is not None else ():
        if masks is not None and pictures is not None and pictures.folder(name) is None:
            held = masks.below(name)
            yield from alone(held.path, "masks", held.paths_below(), f"{_PICTURES} has no folder {name}.")
