"""The layout of mmsegmentation: ``img_dir/SPLIT`` beside ``ann_dir/SPLIT``, masks called as their pictures.

See "Prepare datasets" and "Customize datasets" in mmsegmentation's documentation.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from granview.core.sample import Reference
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet, Split
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.reference_pairing import ReferenceIndex
from granview.io.search_events import Problem

_PICTURES: Final = (".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp")
_MASKS: Final = (".png", ".tif", ".tiff", ".bmp", ".npy")
_HERE: Final = Path()
_MASKS_OF_CLASSES: Final = "class-masks"


class MmSegmentation(Layout):
    """Pictures and masks in like-named folders of ``img_dir`` and ``ann_dir``, one for each split."""

    title = "mmsegmentation"
    rank = 20

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with ``img_dir`` and ``ann_dir``."""
        pictures, masks = folder.folder("img_dir"), folder.folder("ann_dir")
        if pictures is None or masks is None:
            return None
        splits = [_split(name, pictures.below(name), masks.folder(name)) for name in pictures.folders]
        n_references = sum(split.n_references for split in splits)
        return DataSet(
            "mmsegmentation",
            self.title,
            folder.path,
            "img_dir beside ann_dir",
            sum(split.n_inputs for split in splits),
            tuple(split for split in splits if split.n_inputs),
            (ReferenceSet(_MASKS_OF_CLASSES, "masks of classes", n_references),),
            leftovers=_leftovers(masks, [split.name for split in splits]),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits, each with the mask of its name."""
        folder = FolderNames(data_set.root)
        pictures, masks = folder.folder("img_dir"), folder.folder("ann_dir")
        for split in choice.splits or ():
            if pictures is not None and masks is not None:
                yield from _members(pictures.below(split), masks.folder(split))


LAYOUTS.register("mmsegmentation")(MmSegmentation())


def _split(name: str, pictures: FolderNames, masks: FolderNames | None) -> Split:
    index = _index(masks)
    paths = [pictures.path / file for file in pictures.with_suffix(*_PICTURES)]
    return Split(name, len(paths), sum(bool(index.match(_HERE, path)) for path in paths))


def _members(pictures: FolderNames, masks: FolderNames | None) -> Iterator[Member | Problem]:
    index = _index(masks)
    for file in pictures.with_suffix(*_PICTURES):
        path = pictures.path / file
        references = tuple(Reference(str(mask)) for mask in index.match(_HERE, path)[:1])
        yield Member(path, references)
    if index.unused:
        words = f"{len(index.unused):,} masks in {index.unused[0].parent.name} belong to no picture."
        yield Problem(index.unused[0], words, "A mask is called as its picture.")


def _index(masks: FolderNames | None) -> ReferenceIndex:
    index = ReferenceIndex()
    if masks is not None:
        for file in masks.with_suffix(*_MASKS):
            index.add(_HERE, masks.path / file)
    return index


def _leftovers(masks: FolderNames, splits: Sequence[str]) -> tuple[Leftover, ...]:
    known = {name.casefold() for name in splits}
    extra = [name for name in masks.folders if name.casefold() not in known]
    return tuple(
        Leftover("masks", len(held.files), held.path / held.files[0], f"img_dir has no folder {name}.")
        for name in extra
        if (held := masks.below(name)).files
    )
