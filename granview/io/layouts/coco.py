"""The layout of COCO: ``annotations/instances_val2017.json`` and others beside ``val2017`` or ``images/val2017``.

A file belongs to the folder of pictures that its name ends with. So do Roboflow's exports: pictures of ``train``,
``valid`` and ``test``, each with its ``_annotations.coco.json``. See https://cocodataset.org/#download.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.io.coco_files import read_coco, stray_words
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet, Split
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.record_names import paired
from granview.io.reference_collections import collection_formats
from granview.io.regular_files import check_regular
from granview.io.sample_kinds.image import IMAGE_SUFFIXES
from granview.io.search_events import Notice, Problem

_OBJECTS: Final = "objects"
_PANOPTIC: Final = "panoptic"
_SETS: Final = {
    _OBJECTS: ("coco-instances", "objects with boxes and outlines"),
    _PANOPTIC: ("coco-panoptic", "panoptic segments"),
}
"""By name: the format of references, and what it is called on screen."""

_TRUTHS: Final = {_OBJECTS: "objects", _PANOPTIC: ""}

_BESIDE: Final = "_annotations.coco.json"
_KEPT: Final = 64
_LISTED: Final = 3


@dataclass(frozen=True)
class _Part:
    """A split: its pictures and its files by what they hold; those from which nothing is read, with the reason."""

    name: str
    pictures: FolderNames
    files: dict[str, Path]
    unread: tuple[tuple[str, Path, str], ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its pictures, those in folders below its own among them."""
        return tuple(self.pictures.paths_below(*IMAGE_SUFFIXES))


class Coco(Layout):
    """Folders of pictures, one a split, with JSON files of objects, segments and more."""

    title = "COCO"
    rank = 10

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder of pictures called as the end of a COCO file in ``annotations``, or with such a file in it.

        Raises:
            InputError: one of these files cannot be read.
        """
        parts = _parts(folder)
        files = {name: [part.files[name] for part in parts if name in part.files] for name in _SETS}
        if not any(files.values()):
            return None
        known = [(part, _listed_in(part)) for part in parts]
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
            tuple(Leftover(sort, 1, path, reason) for part in parts for sort, path, reason in part.unread),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits, each with what the files of its split say about it."""
        wanted = [each.name for each in data_set.references] if choice.references is None else choice.references
        for part in _parts(FolderNames(data_set.root)):
            if part.name in (choice.splits or ()):
                yield from _members(part, [name for name in wanted if name in part.files])

    def reads(self, data_set: DataSet, path: Path) -> bool:
        """A file in ``annotations``, or among the pictures of a split."""
        held = FolderNames(data_set.root).folder("annotations")
        beside = path.name == _BESIDE and path.parent.parent == data_set.root
        return beside or (held is not None and path.parent == held.path)


LAYOUTS.register("coco")(Coco())


def _parts(folder: FolderNames) -> list[_Part]:
    """The splits of a folder; none where it is not laid out so."""
    held = folder.folder("annotations")
    files = [] if held is None else [held.path / name for name in held.with_suffix(".json")]
    files = [path for path in files if collection_formats(path)]
    pictures = _picture_folders(folder) if files else {}
    by_split: dict[str, list[Path]] = {name: [] for name in pictures}
    for path in files:
        if (name := _split_of(path, list(pictures))) is not None:
            by_split[name].append(path)
    for name in folder.folders:
        beside = folder.path / name / _BESIDE
        if beside.is_file() and collection_formats(beside):
            by_split.setdefault(name, []).append(beside)
            pictures[name] = folder.below(name)
    if not any(by_split.values()):
        return []
    parts = [_part(name, pictures[name], paths) for name, paths in by_split.items()]
    return [part for part in parts if part.names]


def _picture_folders(folder: FolderNames) -> dict[str, FolderNames]:
    """The folders that may be of pictures, by the names that files end with."""
    inside = folder.folder("images")
    below = {} if inside is None else {name: inside.below(name) for name in inside.folders}
    beside = {name: folder.below(name) for name in folder.folders if name.casefold() not in ("annotations", "images")}
    segments = {name for name in beside if name.casefold().startswith("panoptic_")}
    return {name: held for name, held in (below | beside).items() if name not in segments}


def _split_of(path: Path, names: Sequence[str]) -> str | None:
    """The longest of some names that a file's stem ends with; None where it ends with none."""
    stem = path.stem.casefold()
    fitting = [
        name
        for name in names
        if stem == name.casefold() or stem.endswith(("_" + name.casefold(), "-" + name.casefold()))
    ]
    return max(fitting, key=len, default=None)


def _part(name: str, pictures: FolderNames, paths: Sequence[Path]) -> _Part:
    files: dict[str, Path] = {}
    unread: list[tuple[str, Path, str]] = []
    for path in paths:
        sort, reason = _sort_of(path)
        if reason or sort in files:
            unread.append(
                (sort if reason else "COCO files", path, reason or f"{files[sort].name} is taken for its split.")
            )
        else:
            files[sort] = path
    return _Part(name, pictures, files, tuple(unread))


def _sort_of(path: Path) -> tuple[str, str]:
    """What a file holds, and why nothing is read from it; empty where something is."""
    status = check_regular(path)
    return _known_sort(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=_KEPT)
def _known_sort(path: Path, _mtime_ns: int, _size: int) -> tuple[str, str]:
    try:
        file = read_coco(path)
    except InputError as error:
        return "COCO files", f"{error.message}"
    if file.is_panoptic:
        return _PANOPTIC, ""
    if file.has_objects:
        return _OBJECTS, ""
    if not file.has_list:
        return "COCO files", f"{path.name} lists pictures and has no annotations."
    if any(bytes(category.keypoints) != b"null" for category in file.categories):
        return "COCO files of key points", f"{path.name} marks key points, which no task here compares with."
    return "COCO files of captions", f"{path.name} holds captions or the like, which no task here compares with."


def _listed_in(part: _Part) -> dict[str, frozenset[str]]:
    """By sort of reference, the pictures of a split that have it."""
    return {name: frozenset(paired(read_coco(path).images, part.names)) for name, path in part.files.items()}


def _classes(files: dict[str, list[Path]]) -> tuple[str, ...]:
    """The classes of objects, else of segments: those that each file declares, each once."""
    paths = next(paths for paths in files.values() if paths)
    return tuple(dict.fromkeys(name for path in paths for name in read_coco(path).labels.names))


def _members(part: _Part, wanted: Sequence[str]) -> Iterator[Member | Problem]:
    records = {name: paired(read_coco(part.files[name]).images, part.names) for name in wanted}
    files = {name: (str(part.files[name]), _SETS[name][0]) for name in wanted}
    for name in part.names:
        known = [(each, record) for each in wanted if (record := records[each].get(name)) is not None]
        references = [Reference(files[each][0], format=files[each][1], record=record) for each, record in known]
        yield Member(part.pictures.path / name, tuple(references))
    for name in wanted:  # last, since it takes as long as all else
        yield from _remarks(part, part.files[name], records[name])


def _remarks(part: _Part, path: Path, records: dict[str, str]) -> Iterator[Problem]:
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
