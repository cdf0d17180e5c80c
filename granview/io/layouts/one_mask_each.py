"""The layout of the 2018 Data Science Bowl: ``ID/images/ID.png`` beside ``ID/masks``, a file for each nucleus."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from granview.core.sample import Reference
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import alone, of_suffixes, unread
from granview.io.picture_names import mask_suffixes, picture_suffixes
from granview.io.search_events import Problem

ONE_MASK_EACH: Final = "one-mask-each"
"""The format of references that reads such masks."""

_PICTURES: Final = "images"
_MASKS: Final = "masks"
_TRIED: Final = 5
"""Of so many folders, more than half tell that it is this layout."""


class OneMaskEach(Layout):
    """Pictures in folders of their names, each with a mask for every object."""

    title = "one mask for each object"
    rank = 30

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder of folders with ``images`` and ``masks``, whose pictures are called as the folders are."""
        tried = folder.folders[:_TRIED]
        if 2 * sum(_picture(folder.below(name)) is not None for name in tried) <= len(tried):
            return None
        held = {name: _picture(folder.below(name)) for name in folder.folders}
        pictures = [name for name, picture in held.items() if picture is not None]
        n_references = sum(bool(_masks(folder.below(name))) for name in pictures)
        if not n_references:
            return None
        return DataSet(
            "one_mask_each",
            self.title,
            folder.path,
            f"{_PICTURES} and {_MASKS} in a folder for each picture",
            len(pictures),
            references=(ReferenceSet("object-masks", "masks of objects", n_references, "objects"),),
            classes=("object",),
            leftovers=tuple(_leftovers(folder, pictures, self.title)),
            notes=_without_masks(len(pictures) - n_references),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures, each with its masks."""
        folder = FolderNames(data_set.root)
        for name in folder.folders:
            picture = _picture(folder.below(name))
            if picture is not None:
                masks = _masks(folder.below(name))
                yield Member(picture, tuple(Reference(str(path), format=ONE_MASK_EACH) for path in masks[:1]))


LAYOUTS.register("one_mask_each")(OneMaskEach())


def _picture(folder: FolderNames) -> Path | None:
    """The picture of the folder's name; None where there is none."""
    pictures = folder.folder(_PICTURES)
    name = folder.path.name
    return None if pictures is None else pictures.file(*(name + suffix for suffix in picture_suffixes()))


def _masks(folder: FolderNames) -> tuple[Path, ...]:
    masks = folder.folder(_MASKS)
    return () if masks is None else tuple(masks.path / name for name in masks.with_suffix(*mask_suffixes()))


def _without_masks(n: int) -> tuple[str, ...]:
    return () if not n else (f"{n:,} {'picture has' if n == 1 else 'pictures have'} no masks.",)


def _leftovers(folder: FolderNames, pictures: list[str], title: str) -> Iterator[Leftover]:
    used = set(pictures)
    for name in pictures:
        picture = _picture(folder.below(name))
        others = [path for path in folder.below(name).held() if not _is_read(path, picture)]
        yield from of_suffixes(folder.below(name).path, others, "they are neither the picture nor masks of it.")
    bare = [path for name in folder.folders if name not in used for path in _all_in(folder, name)]
    yield from alone(folder.path, "files in folders without a picture of the folder's name", bare, "they go with none.")
    yield from unread(folder, title, folder.folders)


def _all_in(folder: FolderNames, name: str) -> Iterator[str]:
    return (f"{name}/{path}" for path in folder.below(name).held())


def _is_read(path: str, picture: Path | None) -> bool:
    place, _, name = path.rpartition("/")
    is_mask = place.casefold() == _MASKS and name.lower().endswith(mask_suffixes())
    return is_mask or (picture is not None and place.casefold() == _PICTURES and name == picture.name)
