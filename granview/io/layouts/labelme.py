"""The layout of labelme: a JSON file of shapes beside each picture, called as it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet
from granview.io.folder_classes import classes_of_folder
from granview.io.folder_names import FolderNames
from granview.io.labelme_files import may_be_labelme, names_in
from granview.io.layout import LAYOUTS, Layout
from granview.io.picture_names import picture_suffixes
from granview.io.regular_files import head_of
from granview.io.search_events import Problem

_SETS: Final = {
    "objects": ReferenceSet("objects", "shapes as objects", 0, "objects"),
    "masks": ReferenceSet("masks", "shapes as masks of classes", 0, "masks"),
}
_TRIED: Final = 5
"""So many files tell whether it is this layout."""

_MOST_LISTED: Final = 5000
_MOST_BYTES: Final = 256 << 20
"""Of more files, or larger ones, which may have their pictures inside, the classes are not listed beforehand."""


class Labelme(Layout):
    """Pictures and files of their names in one folder."""

    title = "labelme"
    rank = 40

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder of pictures with labelme's files of their names."""
        files = _files(folder)
        if not files:
            return None
        pictures = folder.with_suffix(*picture_suffixes())
        paired = [name for name in pictures if Path(name).stem.casefold() in files]
        tried = [folder.path / files[Path(name).stem.casefold()] for name in paired[:_TRIED]]
        if not tried or not any(may_be_labelme(head_of(path)) for path in tried):
            return None
        stems = {Path(name).stem.casefold() for name in pictures}
        alone = [name for stem, name in files.items() if stem not in stems]
        return DataSet(
            "labelme",
            self.title,
            folder.path,
            "JSON files of shapes beside pictures of their names",
            len(pictures),
            references=tuple(ReferenceSet(each.name, each.title, len(paired), each.truth) for each in _SETS.values()),
            classes=_classes([folder.path / files[Path(name).stem.casefold()] for name in paired]),
            leftovers=_without_picture(folder, alone),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures, each with the file of its name."""
        wanted = tuple(_SETS) if choice.references is None else choice.references
        folder = FolderNames(data_set.root)
        files = _files(folder)
        for name in folder.with_suffix(*picture_suffixes()):
            file = files.get(Path(name).stem.casefold())
            found = () if file is None else tuple(_reference(folder.path / file, each) for each in wanted)
            yield Member(folder.path / name, found)


LAYOUTS.register("labelme")(Labelme())


def _reference(path: Path, name: str) -> Reference:
    return Reference(str(path), format=f"labelme-{name}")


def _classes(paths: list[Path]) -> tuple[str, ...]:
    """The classes of the files' folder; none where looking through them would take long."""
    if len(paths) > _MOST_LISTED or sum(path.stat().st_size for path in paths) > _MOST_BYTES:
        return ()
    try:
        return classes_of_folder(paths[0], ".json", names_in, ()).names
    except InputError:  # said where a reference is read
        return ()


def _files(folder: FolderNames) -> dict[str, str]:
    """The JSON files of a folder by their stems, case-folded."""
    return {Path(name).stem.casefold(): name for name in folder.with_suffix(".json")}


def _without_picture(folder: FolderNames, names: list[str]) -> tuple[Leftover, ...]:
    shapes = [name for name in names if may_be_labelme(head_of(folder.path / name))] if len(names) <= 1000 else names
    reason = "No picture beside them has their name."
    return (Leftover("labelme files", len(shapes), folder.path / shapes[0], reason),) if shapes else ()
