"""The layout of COCO: ``annotations/instances_val2017.json`` and others beside ``val2017`` or ``images/val2017``.

A file belongs to the folder of pictures that its name ends with; where all pictures lie in ``images`` itself, a split
has those that its files list. Roboflow's exports have ``_annotations.coco.json`` among the pictures of ``train``,
``valid`` and ``test``. See https://cocodataset.org/#download.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from granview.core.sample import Reference
from granview.io.coco_files import read_coco, stray_words
from granview.io.coco_splits import (
    BESIDE,
    OBJECTS,
    PANOPTIC,
    CocoSplit,
    coco_splits,
    held_files,
    listed_in,
    other_layout,
    stray_files,
    unlisted_pictures,
)
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet, Split
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import alone, of_suffixes, unread
from granview.io.record_names import paired
from granview.io.reference_collections import collection_formats
from granview.io.search_events import Notice, Problem

_SETS: Final = {
    OBJECTS: ("coco-instances", "objects with boxes and outlines"),
    PANOPTIC: ("coco-panoptic", "panoptic segments"),
}
"""By name: the format of references, and what it is called on screen."""

_TRUTHS: Final = {OBJECTS: "objects", PANOPTIC: ""}

_OTHER: Final = "they are laid out as mmsegmentation, and of two layouts in one folder COCO is read."
_APART: Final = "Move them to a folder of their own."
_LISTED: Final = 3


class Coco(Layout):
    """Folders of pictures, one a split, with JSON files of objects, segments and more."""

    title = "COCO"
    rank = 10

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder of pictures called as the end of a COCO file in ``annotations``, or with such a file in it.

        Raises:
            InputError: one of these files cannot be read.
        """
        parts = coco_splits(folder)
        files = {name: [part.files[name] for part in parts if name in part.files] for name in _SETS}
        if not any(files.values()):
            return None
        known = [(part, listed_in(part)) for part in parts]
        splits = [
            Split(part.name, len(part.names), len(frozenset[str]().union(*listed.values()))) for part, listed in known
        ]
        return DataSet(
            "coco",
            self.title,
            folder.path,
            ", ".join(path.name for paths in files.values() for path in paths[:_LISTED]),
            sum(split.n_inputs for split in splits),
            tuple(splits),
            tuple(
                ReferenceSet(name, title, sum(len(listed.get(name, ())) for _, listed in known), _TRUTHS[name])
                for name, (_, title) in _SETS.items()
                if files[name]
            ),
            _classes(files),
            (
                *(Leftover(sort, 1, path, reason) for part in parts for sort, path, reason in part.unread),
                *unlisted_pictures(parts),
                *_unread(folder, parts),
                *stray_files(folder, parts),
            ),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits, each with what the files of its split say about it."""
        wanted = [each.name for each in data_set.references] if choice.references is None else choice.references
        for part in coco_splits(FolderNames(data_set.root)):
            if part.name in (choice.splits or ()):
                yield from _members(part, [name for name in wanted if name in part.files])

    def reads(self, data_set: DataSet, path: Path) -> bool:
        """A file in ``annotations``, or among the pictures of a split."""
        held = FolderNames(data_set.root).folder("annotations")
        beside = path.name == BESIDE and path.parent.parent == data_set.root
        return beside or (held is not None and path.parent == held.path)


LAYOUTS.register("coco")(Coco())


def _unread(folder: FolderNames, parts: Sequence[CocoSplit]) -> Iterator[Leftover]:
    """What lies beside the folders of splits, and what in ``annotations`` is no file of COCO's."""
    inside = [part.pictures.path.name for part in parts if part.pictures.path.parent == folder.path]
    segments = (name for name in folder.folders if name.casefold().startswith("panoptic_"))
    apart = other_layout(folder, held_files(folder))
    paths = [f"{name}/{path}" for name in apart for path in folder.below(name).held()]
    yield from alone(folder.path, f"files in {' and '.join(apart)}", paths, _OTHER, _APART)
    yield from unread(folder, Coco.title, ("annotations", "images", *inside, *segments, *apart))
    held = folder.folder("annotations")
    if held is not None:
        others = [name for name in held.files if not collection_formats(held.path / name)]
        yield from of_suffixes(held.path, others, "they are empty, or not in COCO's format.")


def _classes(files: dict[str, list[Path]]) -> tuple[str, ...]:
    """The classes of objects, else of segments: those that each file declares, each once."""
    paths = next(paths for paths in files.values() if paths)
    return tuple(dict.fromkeys(name for path in paths for name in read_coco(path).labels.names))


def _members(part: CocoSplit, wanted: Sequence[str]) -> Iterator[Member | Problem]:
    records = {name: paired(read_coco(part.files[name]).images, part.names) for name in wanted}
    files = {name: (str(part.files[name]), _SETS[name][0]) for name in wanted}
    for name in part.names:
        known = [(each, record) for each in wanted if (record := records[each].get(name)) is not None]
        references = [Reference(files[each][0], format=files[each][1], record=record) for each, record in known]
        yield Member(part.pictures.path / name, tuple(references))
    for name in wanted:  # last, since it takes as long as all else
        yield from _remarks(part, part.files[name], records[name])


def _remarks(part: CocoSplit, path: Path, records: dict[str, str]) -> Iterator[Problem]:
    """What a file names and is not there, and which pictures it does not name."""
    file = read_coco(path)
    yield from (Notice(path, words) for words in stray_words(file))
    used = set(records.values())
    if missing := [record for record in file.images if record not in used]:
        words = f"{path.name} names {_many(missing)} not in {part.pictures.path.name}: {_some(missing)}."
        yield Notice(path, words)
    if without := [name for name in part.names if name not in records]:
        words = f"{path.name} has no entry for {_many(without)} of {part.pictures.path.name}: {_some(without)}."
        yield Notice(path, words, "What has no entry is not scored.")


def _many(names: Sequence[str]) -> str:
    return f"{len(names):,} {'picture' if len(names) == 1 else 'pictures'}"


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
