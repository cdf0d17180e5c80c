"""The layout of Cityscapes: ``leftImg8bit/SPLIT/CITY`` beside ``gtFine`` and ``gtCoarse``.

Masks are read from ``labelIds``, as the 19 classes that are evaluated; all others are void. Where there are none, they
are read from ``labelTrainIds``, which say the same. Masks of all 34 classes can be chosen instead.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from granview.core.sample import Reference
from granview.io.cityscapes_files import (
    CLASS_TABLES,
    FOLDERS,
    MAKE_MASKS,
    NO_MASKS,
    PICTURE_ENDINGS,
    PICTURES,
    SORTS,
    SPARE,
    CityscapesSort,
)
from granview.io.class_source import ClassFile
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet, Split
from granview.io.folder_names import FolderNames
from granview.io.known_classes import known_classes
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import alone, of_suffixes, unread
from granview.io.reference_choice import taken_sets
from granview.io.search_events import Problem

_ARCHIVES: Final = ("", "_trainvaltest", "_trainextra", "_trainvaltest_full")
"""What stands behind the names of folders, where each archive was unpacked into a folder of its own."""

_TEST: Final = "test"
_KEPT_BACK: Final = "The masks of the split test hold no class: Cityscapes keeps its ground truth to itself."


class Cityscapes(Layout):
    """Street scenes with masks of classes and of objects."""

    title = "Cityscapes"
    rank = 10

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with ``leftImg8bit/SPLIT/CITY/…_leftImg8bit.png`` and ``gtFine`` or ``gtCoarse``."""
        files = _Files(folder)
        pictures = files.pictures
        held = [name for name in FOLDERS if files.folder(name) is not None]
        if not pictures or not held:
            return None
        known = frozenset[str]().union(*files.references.values())
        splits = [Split(name, len(keys), sum(key in known for key in keys)) for name, keys in files.splits.items()]
        return DataSet(
            "cityscapes",
            self.title,
            folder.path,
            f"{PICTURES} beside {' and '.join(held)}",
            len(pictures),
            tuple(splits),
            tuple(_reference_set(sort, files) for sort in SORTS if files.references[sort.name]),
            known_classes("cityscapes").labels.names,
            tuple(files.leftovers(self.title)),
            tuple(_KEPT_BACK for split in splits if split.name.casefold() == _TEST and split.n_references),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits, each with its masks.

        Raises:
            InputError: two sorts of one truth are chosen.
        """
        files = _Files(FolderNames(data_set.root))
        taken = taken_sets(data_set, choice)
        sorts = [sort for sort in SORTS if sort.name in taken]
        for split in choice.splits or ():
            for key in files.splits.get(split, ()):
                references = [files.reference(sort, key) for sort in sorts]
                yield Member(files.picture(key), tuple(each for each in references if each is not None))

    def classes_of(self, reference: Path) -> ClassFile | None:
        """Its classes, of files that are called as its masks."""
        name = reference.name.casefold()
        table = next((table for ending, table in CLASS_TABLES.items() if name.endswith(ending)), None)
        return None if table is None else known_classes(table)


LAYOUTS.register("cityscapes")(Cityscapes())


class _Files:
    """Its files by what stands before their endings, case-folded: ``val/ulm/ulm_000000_000019``."""

    def __init__(self, root: FolderNames) -> None:
        self._root = root
        top = self.folder(PICTURES)
        self.pictures = top.by_stem(*PICTURE_ENDINGS) if top is not None else {}
        self.pictures = {key: path for key, path in self.pictures.items() if key.count("/") >= 1}
        self._by_ending: dict[tuple[str, str], dict[str, str]] = {}
        self.references = {sort.name: self._held(sort) for sort in SORTS}

    @property
    def splits(self) -> dict[str, list[str]]:
        """The pictures of each split, in the order of their names."""
        splits: dict[str, list[str]] = {}
        for key in sorted(self.pictures):
            splits.setdefault(self.pictures[key].split("/")[0], []).append(key)
        return splits

    def folder(self, name: str) -> FolderNames | None:
        """A folder of the data set, whether or not each archive has a folder of its own."""
        for behind in _ARCHIVES:
            top = self._root.folder(name + behind)
            if top is not None:
                return top.folder(name) or top
        return None

    def picture(self, key: str) -> Path:
        return self._top(PICTURES) / self.pictures[key]

    def reference(self, sort: CityscapesSort, key: str) -> Reference | None:
        """The reference of a picture; None where it has none of that sort."""
        path = self.references[sort.name].get(key)
        return None if path is None else Reference(f"{self._top(sort.folder)}{os.sep}{path}", format=sort.format)

    def leftovers(self, title: str) -> Iterator[Leftover]:
        """What is not read, and why."""
        read = {path for files in self.references.values() for path in files.values()}
        for name in FOLDERS:
            folder = self.folder(name)
            held = [path for path in folder.held() if path not in read] if folder is not None else []
            has_masks = any(self.references[sort.name] for sort in SORTS if sort.folder == name)
            for ending, reason in SPARE.items():
                spare = [path for path in held if path.lower().endswith(ending)]
                words, hint = (reason, "") if has_masks else (NO_MASKS, MAKE_MASKS)
                yield from alone(self._top(name), f"{ending} files in {name}", spare, words, hint)
            rest = [path for path in held if not path.lower().endswith(tuple(SPARE))]
            yield from of_suffixes(self._top(name), rest, f"{title} has no such files in {name}.")
        for name in FOLDERS:
            files = {
                key: path for sort in SORTS if sort.folder == name for key, path in self.references[sort.name].items()
            }
            bare = [path for key, path in files.items() if key not in self.pictures]
            yield from alone(self._top(name), f"masks in {name}", bare, f"{PICTURES} has no pictures of these names.")
        yield from self._strays()
        read_from = [self._top(name).relative_to(self._root.path).parts[0] for name in (PICTURES, *FOLDERS)]
        yield from unread(self._root, title, read_from)

    def _strays(self) -> Iterator[Leftover]:
        """What lies among the pictures and is none of them."""
        folder, read = self.folder(PICTURES), set(self.pictures.values())
        strays = [path for path in folder.held() if path not in read] if folder is not None else []
        yield from of_suffixes(self._top(PICTURES), strays, "they are not called SPLIT/CITY/…_leftImg8bit.png.")

    def _top(self, name: str) -> Path:
        folder = self.folder(name)
        return self._root.path / name if folder is None else folder.path

    def _held(self, sort: CityscapesSort) -> dict[str, str]:
        """Files of a sort; of several endings the first counts."""
        held: dict[str, str] = {}
        for ending in reversed(sort.endings):
            held |= self._ending(sort.folder, ending)
        return held

    def _ending(self, name: str, ending: str) -> dict[str, str]:
        """Files of a folder that end so, looked for once."""
        if (name, ending) not in self._by_ending:
            folder = self.folder(name)
            self._by_ending[name, ending] = folder.by_stem(ending) if folder is not None else {}
        return self._by_ending[name, ending]


def _reference_set(sort: CityscapesSort, files: _Files) -> ReferenceSet:
    n = len(files.references[sort.name].keys() & files.pictures.keys())
    return ReferenceSet(sort.name, sort.title, n, sort.truth)
