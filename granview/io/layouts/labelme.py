"""The layout of labelme: a JSON file of shapes beside each picture, called as it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet
from granview.io.folder_classes import classes_of_folder
from granview.io.folder_names import FolderNames
from granview.io.labelme_files import may_be_labelme, names_in, read_labelme
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import alone, unread
from granview.io.pairing_names import has_reference_ending, image_key, reference_key
from granview.io.picture_names import picture_suffixes
from granview.io.record_names import folded, last_part
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
        pairs = _pairs(folder)
        tried = [folder.path / file for file in list(pairs.values())[:_TRIED]]
        if not tried or not any(may_be_labelme(head_of(path)) for path in tried):
            return None
        pictures, masks = _inputs(folder, pairs)
        used = set(pairs.values())
        unpaired = [name for name in folder.with_suffix(".json") if name not in used]
        return DataSet(
            "labelme",
            self.title,
            folder.path,
            "JSON files of shapes beside pictures of their names",
            len(pictures),
            references=tuple(ReferenceSet(each.name, each.title, len(pairs), each.truth) for each in _SETS.values()),
            classes=_classes([folder.path / file for file in pairs.values()]),
            leftovers=(
                *_without_picture(folder, unpaired),
                *_of_pictures(folder, masks),
                *_others(folder, {*pictures, *masks, *used}, unpaired),
            ),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures, each with the file of its name."""
        wanted = tuple(_SETS) if choice.references is None else choice.references
        folder = FolderNames(data_set.root)
        pairs = _pairs(folder)
        for name in _inputs(folder, pairs)[0]:
            file = pairs.get(name)
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


def _pairs(folder: FolderNames) -> dict[str, str]:
    """The JSON file of each picture that has one: of its name, whatever its case; of several, as the files say."""
    files, pictures = (
        _by_stem(names) for names in (folder.with_suffix(".json"), folder.with_suffix(*picture_suffixes()))
    )
    found: dict[str, str] = {}
    for stem, named in pictures.items():
        held = files.get(stem, [])
        if len(named) == len(held) == 1:
            found[named[0]] = held[0]
        else:
            found |= {picture: file for file in held if (picture := _meant(folder.path / file, named)) is not None}
    return found


def _inputs(folder: FolderNames, pairs: dict[str, str]) -> tuple[list[str], list[str]]:
    """The pictures, and those that are no inputs: masks of others by their names, such as ``x_mask.png``."""
    pictures = folder.with_suffix(*picture_suffixes())
    keys = {image_key(Path(name)) for name in pictures}
    masks = [name for name in pictures if name not in pairs and _is_of_another(Path(name), keys)]
    known = set(masks)
    return [name for name in pictures if name not in known], masks


def _is_of_another(path: Path, keys: set[str]) -> bool:
    return has_reference_ending(path) and reference_key(path) in keys


def _of_pictures(folder: FolderNames, names: list[str]) -> list[Leftover]:
    reason = "files of shapes are read in their place."
    return alone(folder.path, "masks beside their pictures", names, reason, "To compare with them, put them elsewhere.")


def _by_stem(names: Iterable[str]) -> dict[str, list[str]]:
    stems: dict[str, list[str]] = {}
    for name in names:
        stems.setdefault(folded(Path(name).stem), []).append(name)
    return stems


def _meant(file: Path, pictures: Sequence[str]) -> str | None:
    """Which of some pictures a file is about: the only one of exactly its own name, else the one that it names."""
    own = [name for name in pictures if Path(name).stem == file.stem] or pictures
    if len(own) == 1:
        return own[0]
    try:
        named = last_part(read_labelme(file).image_path or "")
    except InputError:
        return None
    return named if named in own else None


def _shapes(folder: FolderNames, names: list[str]) -> list[str]:
    """Those files of shapes among some."""
    return [name for name in names if may_be_labelme(head_of(folder.path / name))] if len(names) <= 1000 else names


def _others(folder: FolderNames, read: set[str], unpaired: list[str]) -> list[Leftover]:
    """What lies beside the pictures and is about none of them, folders of more among it."""
    return unread(folder, Labelme.title, (), read.union(_shapes(folder, unpaired)))


def _without_picture(folder: FolderNames, names: list[str]) -> tuple[Leftover, ...]:
    shapes = _shapes(folder, names)
    reason = "No picture beside them has their name."
    return (Leftover("labelme files", len(shapes), folder.path / shapes[0], reason),) if shapes else ()
