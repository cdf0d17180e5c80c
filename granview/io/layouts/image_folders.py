"""Splits of pictures in folders of their classes: ``train/CLASS/x.jpg`` and ``val/CLASS/x.jpg``, as ImageFolder has it.

A single folder of classes without splits is no data set of a layout: see ``class_folders``.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from granview.io.class_folders import NO_CLASSES, TITLES, class_titles, classes_taken
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet, Split
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import alone, of_suffixes, unread
from granview.io.picture_names import picture_folders, picture_suffixes
from granview.io.reference_formats.class_name import class_reference
from granview.io.search_events import Problem
from granview.io.split_names import SPLIT_NAMES

_FEWEST: Final = 2
"""Of fewer splits there is nothing to choose, and of fewer classes nothing to tell."""

_HINT: Final = "Put them into the folder of their class."


@dataclass(frozen=True)
class _SplitFolder:
    """A folder of a split: its pictures by the folder of their class; of pictures without classes, that is empty.

    What lies beside the folders of classes, or deeper, is odd: nothing tells its class.
    """

    name: str
    folder: FolderNames
    pictures: Mapping[str, tuple[str, ...]]
    odd: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        return sum(map(len, self.pictures.values()))

    @property
    def n_with_class(self) -> int:
        return sum(len(names) for folder, names in self.pictures.items() if folder)


class ImageFolders(Layout):
    """Pictures whose folder is their class."""

    title = "folders of classes"
    rank = 90

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with two splits, one of which holds nothing but folders of pictures, two at least.

        Of the others more than half of the pictures lie in folders of the same names, or all in none.
        """
        splits = _splits(folder)
        if not splits:
            return None
        n = sum(split.n_with_class for split in splits)
        titles = class_titles(folder.path, _folders(splits))
        classes = tuple(titles[name] for name in _folders(splits))
        place = " and ".join(split.name for split in splits if split.n_with_class)
        return DataSet(
            "image_folders",
            self.title,
            folder.path,
            f"folders of pictures in {place}",
            sum(split.n for split in splits),
            tuple(Split(split.name, split.n, split.n_with_class) for split in splits),
            (ReferenceSet("classes", "classes by folder", n, "classes"),),
            classes,
            tuple(_leftovers(folder, splits, self.title)),
            (classes_taken(place, classes), *_lacking(splits)),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits, each with its class."""
        splits = _splits(FolderNames(data_set.root))
        titles = class_titles(data_set.root, _folders(splits))
        for split in splits:
            for name, pictures in split.pictures.items() if split.name in (choice.splits or ()) else ():
                held = (class_reference((titles[name],), data_set.classes, len(pictures)),) if name else ()
                folder = split.folder.path / name
                yield from (Member(folder / picture, held) for picture in pictures)


LAYOUTS.register("image_folders")(ImageFolders())


def _splits(folder: FolderNames) -> list[_SplitFolder]:
    """The splits; none where it is not laid out so."""
    names = [name for name in folder.folders if name.casefold() in SPLIT_NAMES]
    if len(names) < _FEWEST or folder.with_suffix(*picture_suffixes()):
        return []
    plain = {name: _split(name, folder.below(name)) for name in names}
    classes = {each for split in plain.values() if split is not None for each in split.pictures if each}
    found = [split or _odd_split(name, folder.below(name), classes) for name, split in plain.items()]
    splits = [split for split in found if split is not None and split.n]
    has_classes = any(len(split.pictures) >= _FEWEST for split in splits)
    return splits if None not in found and len(splits) >= _FEWEST and has_classes else []


def _split(name: str, folder: FolderNames) -> _SplitFolder | None:
    """A split; None where its folders are no classes."""
    if folder.folders and folder.with_suffix(*picture_suffixes()):
        return None
    if not folder.folders:
        return _SplitFolder(name, folder, {"": folder.with_suffix(*picture_suffixes())})
    classes = [folder.below(each) for each in folder.folders]
    if any(each.folders or each.path.name.casefold() in (*NO_CLASSES, *picture_folders()) for each in classes):
        return None
    return _SplitFolder(name, folder, {each.path.name: each.with_suffix(*picture_suffixes()) for each in classes})


def _odd_split(name: str, folder: FolderNames, classes: Collection[str]) -> _SplitFolder | None:
    """A split with more in it than the folders of classes that others have; None where that is half of it."""
    known = [folder.below(each) for each in folder.folders if each in classes]
    held = {each.path.name: each.with_suffix(*picture_suffixes()) for each in known}
    taken = {f"{each}/{picture}" for each, pictures in held.items() for picture in pictures}
    odd = tuple(path for path in folder.held(*picture_suffixes()) if path not in taken)
    return _SplitFolder(name, folder, held, odd) if len(taken) > len(odd) else None


def _folders(splits: list[_SplitFolder]) -> list[str]:
    """The folders of classes of all splits."""
    return sorted({name for split in splits for name in split.pictures if name})


def _lacking(splits: list[_SplitFolder]) -> Iterator[str]:
    """Sentences about classes that only some splits have."""
    every = set(_folders(splits))
    for split in splits:
        lacking = sorted(every - {name for name, pictures in split.pictures.items() if pictures})
        if lacking and "" not in split.pictures:
            listed = ", ".join(lacking[:3]) + (", …" if len(lacking) > 3 else "")
            yield f"{split.name} has no pictures of {len(lacking):,} of the {len(every):,} classes: {listed}."


def _leftovers(folder: FolderNames, splits: list[_SplitFolder], title: str) -> Iterator[Leftover]:
    for split in splits:
        reason = "they lie beside the folders of classes, or deeper."
        yield from alone(split.folder.path, f"pictures in {split.name}", split.odd, reason, _HINT)
        strays = (path for path in split.folder.held() if not path.lower().endswith(picture_suffixes()))
        yield from of_suffixes(split.folder.path, strays, "they are no pictures.")
    yield from unread(folder, title, [split.name for split in splits], TITLES)
