"""The folders of Pascal VOC, which CVAT, labelme and others write too: pictures, masks and boxes of their names."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from granview.core.sample import Reference
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet, Split
from granview.io.folder_names import FolderNames
from granview.io.leftover_files import alone, hidden, of_suffixes
from granview.io.picture_names import mask_suffixes, picture_suffixes
from granview.io.reference_choice import taken_sets

PICTURES: Final = "JPEGImages"
CLASS_MASKS: Final = "SegmentationClass"
OBJECT_MASKS: Final = "SegmentationObject"
BOXES: Final = "Annotations"

VOC_OBJECTS: Final = "voc-objects"
"""The format of references that reads object masks."""

_OBJECTS: Final = "objects"
_XML: Final = (".xml",)


@dataclass(frozen=True)
class VocSort:
    """One sort of references.

    Attributes:
        name: By which it is chosen.
        title: On screen.
        truth: What it is the ground truth of.
        folder: Where it lies.
        format: Reads it; empty where its file's name tells.
    """

    name: str
    title: str
    truth: str
    folder: str
    format: str = ""


SORTS: Final = (
    VocSort("class-masks", "masks of classes", "masks", CLASS_MASKS),
    VocSort("object-masks", "masks of objects", _OBJECTS, OBJECT_MASKS, VOC_OBJECTS),
    VocSort("boxes", "boxes of objects", _OBJECTS, BOXES),
)


class VocFolders:
    """What lies in the folders of a data set.

    Args:
        root: The data set.
    """

    def __init__(self, root: FolderNames) -> None:
        self.root = root
        self._tops: dict[str, str] = {}

    @cached_property
    def pictures(self) -> dict[str, str]:
        """Pictures by name, as ``FolderNames.by_stem`` has it: their paths relative to ``JPEGImages``."""
        return self._held(PICTURES, picture_suffixes())

    @cached_property
    def references(self) -> dict[str, dict[str, str]]:
        """By sort of references, their files by name; only sorts of which there are any."""
        held = {sort.name: self._held(sort.folder, _suffixes(sort)) for sort in SORTS}
        return {name: files for name, files in held.items() if files}

    def first(self, sort: str) -> Path | None:
        """Any file of a sort of references; None where there is none."""
        files = self.references.get(sort, {})
        folder = next(each.folder for each in SORTS if each.name == sort)
        return self._path(folder, files[min(files)]) if files else None

    def sets(self, names: Iterable[str]) -> tuple[ReferenceSet, ...]:
        """The sorts that there are, with how many of these inputs have each."""
        inputs = set(names)
        held = [(sort, self.references[sort.name]) for sort in SORTS if sort.name in self.references]
        return tuple(
            ReferenceSet(sort.name, sort.title, len(inputs & files.keys()), sort.truth) for sort, files in held
        )

    def split(self, name: str, names: Sequence[str]) -> Split:
        """These inputs as a split."""
        known = frozenset[str]().union(*self.references.values())
        n_by_set = {each.name: each.n for each in self.sets(names)}
        return Split(name, len(names), sum(each in known for each in names), n_by_set)

    def members(self, data_set: DataSet, choice: DataSetChoice, names: tuple[str, ...]) -> Iterator[Member]:
        """Inputs with their references.

        Args:
            data_set: As the layout has recognised it.
            choice: Which references are chosen.
            names: The inputs.

        Raises:
            InputError: two sorts of one truth are chosen.
        """
        taken = taken_sets(data_set, choice)
        sorts = [sort for sort in SORTS if sort.name in taken]
        for name in names:
            yield Member(self._path(PICTURES, self.pictures[name]), tuple(self._references(name, sorts)))

    def leftovers(self) -> Iterator[Leftover]:
        """References without a picture, and files of other sorts in the folders."""
        for sort in SORTS:
            files = self.references.get(sort.name, {})
            bare = sorted(path for name, path in files.items() if name not in self.pictures)
            reason = f"{PICTURES} has no pictures of these names."
            yield from alone(self._folder(sort.folder).path, f"{sort.title} in {sort.folder}", bare, reason)
            title = f"{sort.title} in {sort.folder}"
            yield from hidden(self._folder(sort.folder), title, _suffixes(sort), files.values())
            yield from self._strays(sort.folder, _suffixes(sort), f"{sort.folder} should hold {sort.title} only.")
        taken = self.pictures.values()
        yield from hidden(self._folder(PICTURES), f"pictures in {PICTURES}", picture_suffixes(), taken)
        yield from self._strays(PICTURES, picture_suffixes(), "they are no pictures that are read.")

    def _references(self, name: str, sorts: Iterable[VocSort]) -> Iterator[Reference]:
        for sort in sorts:
            files = self.references.get(sort.name, {})
            path = files.get(self.pictures[name].rpartition(".")[0]) or files.get(name)
            if path is not None:
                yield Reference(self._text_path(sort.folder, path), format=sort.format)

    def _strays(self, folder: str, suffixes: tuple[str, ...], reason: str) -> Iterator[Leftover]:
        held = self._folder(folder)
        yield from of_suffixes(held.path, (name for name in held.held() if not name.lower().endswith(suffixes)), reason)

    def _held(self, folder: str, suffixes: tuple[str, ...]) -> dict[str, str]:
        return self._folder(folder).by_stem(*suffixes)

    def _folder(self, name: str) -> FolderNames:
        return self.root.folder(name) or self.root.below(name)

    def _path(self, folder: str, path: str) -> Path:
        return Path(self._text_path(folder, path))

    def _text_path(self, folder: str, path: str) -> str:
        if folder not in self._tops:
            self._tops[folder] = f"{self._folder(folder).path}{os.sep}"
        return self._tops[folder] + path


def _suffixes(sort: VocSort) -> tuple[str, ...]:
    return _XML if sort.folder == BOXES else mask_suffixes()
