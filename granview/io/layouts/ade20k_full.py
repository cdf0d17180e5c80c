"""The layout of the full ADE20K, with thousands of classes: its pictures are taken, its masks said to be left alone.

``x_seg.png`` has the class in red and green, by an index that is a pickle, and the object in blue.
"""

from collections.abc import Iterator
from typing import Final

from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, Split
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import alone, of_suffixes, unread
from granview.io.search_events import Problem

_PICTURES: Final = "images"
_INDEX: Final = ("index_ade20k.pkl", "index_ade20k.mat")
_MASK: Final = "_seg.png"
_PARTS: Final = "_parts_"
_JPG: Final = ".jpg"
_REASON: Final = "they have their classes in two colours by an index that is a pickle, which may run code."
_HINT: Final = "Take ADEChallengeData2016, whose masks have 150 classes, or export the masks with a class per value."
_SPLITS: Final = ("training", "validation")


class FullAde20k(Layout):
    """Scenes whose masks are not read."""

    title = "the full ADE20K"
    rank = 15

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with ``images`` and ``index_ade20k``."""
        pictures = folder.folder(_PICTURES)
        index = folder.file(*_INDEX) if pictures is not None else None
        if pictures is None or index is None:
            return None
        paths = _paths(folder)
        splits = _by_split(paths)
        return DataSet(
            "ade20k_full",
            self.title,
            folder.path,
            f"{_PICTURES} beside {index.name}",
            sum(map(len, splits.values())),
            tuple(Split(name, len(held), 0) for name, held in splits.items()),
            leftovers=(*_leftovers(pictures, paths), *unread(folder, self.title, (_PICTURES,), _INDEX)),
            usual_splits=tuple(name for name in splits if name == _SPLITS[1]),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits."""
        splits = _by_split(_paths(FolderNames(data_set.root)))
        for split in choice.splits or ():
            yield from (Member(data_set.root / _PICTURES / path) for path in splits.get(split, ()))


LAYOUTS.register("ade20k_full")(FullAde20k())


def _paths(folder: FolderNames) -> list[str]:
    pictures = folder.folder(_PICTURES)
    return list(pictures.paths_below(levels=8)) if pictures is not None else []


def _by_split(paths: list[str]) -> dict[str, list[str]]:
    """Pictures by the first folder on their way that is called as a split."""
    splits: dict[str, list[str]] = {}
    for path in paths:
        split = next((part for part in path.split("/")[:-1] if part in _SPLITS), None)
        if split is not None and path.lower().endswith(_JPG):
            splits.setdefault(split, []).append(path)
    return splits


def _leftovers(pictures: FolderNames, paths: list[str]) -> Iterator[Leftover]:
    masks = [path for path in paths if path.lower().endswith(_MASK)]
    parts = [path for path in paths if _PARTS in path]
    yield from alone(pictures.path, "masks (_seg.png)", masks, _REASON, _HINT)
    yield from alone(pictures.path, "masks of parts", parts, "no task here is that of parts of objects.")
    taken = {*masks, *parts}
    rest = [path for path in paths if path not in taken and not path.lower().endswith(_JPG)]
    yield from of_suffixes(pictures.path, rest, "they say of the masks what is not read.")
