"""The splits of a COCO data set: which files of annotations are about which pictures of a folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.io.coco_files import read_coco
from granview.io.data_set import Leftover
from granview.io.folder_names import FolderNames
from granview.io.pairing_names import REFERENCE_FOLDERS
from granview.io.record_names import paired
from granview.io.reference_collections import collection_formats
from granview.io.regular_files import check_regular, is_regular
from granview.io.sample_kinds.image import IMAGE_SUFFIXES

OBJECTS: Final = "objects"
PANOPTIC: Final = "panoptic"
"""What files hold that references are read from."""

BESIDE: Final = "_annotations.coco.json"
"""Roboflow's file among the pictures of a split."""

_SORTS: Final = ("person_keypoints", "image_info", "instances", "panoptic", "captions", "stuff")
"""What files are called before the name of their split."""

OTHER_LAYOUT: Final = ("img_dir", "ann_dir")
"""mmsegmentation's folders of pictures and masks: where both are there, they are a layout of their own."""

_KEPT: Final = 64


@dataclass(frozen=True)
class CocoSplit:
    """A split.

    Attributes:
        name: What it is called.
        pictures: The folder that its pictures lie in.
        files: Its files by what they hold, ``OBJECTS`` or ``PANOPTIC``.
        unread: Files from which nothing is read: what they are, which, and why.
        is_listed: Whether its pictures are those of the folder that its files list; others there are of other splits.
    """

    name: str
    pictures: FolderNames
    files: dict[str, Path]
    unread: tuple[tuple[str, Path, str], ...]
    is_listed: bool = False

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its pictures, those in folders below its own among them."""
        every = tuple(self.pictures.paths_below(*IMAGE_SUFFIXES))
        if not self.is_listed:
            return every
        listed = frozenset[str]().union(*(paired(read_coco(path).images, every) for path in self.files.values()))
        return tuple(name for name in every if name in listed)


def coco_splits(folder: FolderNames) -> list[CocoSplit]:
    """The splits of a folder; none where it is not laid out so."""
    files = held_files(folder)
    pictures = _picture_folders(folder, files) if files else {}
    by_split: dict[str, list[Path]] = {name: [] for name in pictures}
    for path in files:
        if (name := _split_of(path, list(pictures))) is not None:
            by_split[name].append(path)
    for name in folder.folders:
        beside = folder.path / name / BESIDE
        if is_regular(beside) and collection_formats(beside):
            by_split.setdefault(name, []).append(beside)
            pictures[name] = folder.below(name)
    parts = [_part(name, pictures[name], paths) for name, paths in by_split.items()] if any(by_split.values()) else []
    parts += _listed_parts(folder, [path for path in files if _split_of(path, list(pictures)) is None])
    return [part for part in parts if part.names]


def held_files(folder: FolderNames) -> list[Path]:
    """The COCO files in ``annotations``."""
    held = folder.folder("annotations")
    paths = [] if held is None else [held.path / name for name in held.with_suffix(".json")]
    return [path for path in paths if collection_formats(path)]


def stray_files(folder: FolderNames, parts: Sequence[CocoSplit]) -> Iterator[Leftover]:
    """Files that are about none of the pictures that are here."""
    known = {path for part in parts for path in (*part.files.values(), *(path for _, path, _ in part.unread))}
    if left := [path for path in held_files(folder) if path not in known]:
        yield Leftover("COCO files", len(left), left[0], "No folder here has the pictures that they are about.")


def _listed_parts(folder: FolderNames, files: Sequence[Path]) -> list[CocoSplit]:
    """The splits of pictures that lie in ``images`` itself, by the files that are called after no folder.

    None where another folder holds pictures too, such as masks of theirs: what those are is told by names.
    """
    pictures = folder.folder("images")
    if pictures is None or not pictures.with_suffix(*IMAGE_SUFFIXES) or _has_other_pictures(folder):
        return []
    by_split: dict[str, list[Path]] = {}
    for path in files:
        by_split.setdefault(_split_called(path), []).append(path)
    parts = [_part(name, pictures, paths) for name, paths in by_split.items()]
    return [replace(part, is_listed=len(parts) > 1) for part in parts if any(listed_in(part).values())]


def _has_other_pictures(folder: FolderNames) -> bool:
    others = (name for name in folder.folders if not name.casefold().startswith(("annotations", "images", "panoptic_")))
    return any(True for name in others for _ in folder.below(name).held(*IMAGE_SUFFIXES, ".npy"))


def _split_called(path: Path) -> str:
    """What a file's name says of its split: ``val`` of ``instances_val.json``, ``images`` of ``instances.json``."""
    stem = path.stem
    sort = next((each for each in _SORTS if stem.casefold().startswith(each)), "")
    return stem[len(sort) :].lstrip("_-") or "images"


def unlisted_pictures(parts: Sequence[CocoSplit]) -> Iterator[Leftover]:
    """Pictures that lie among those of several splits, and that no file lists."""
    listed = [part for part in parts if part.is_listed]
    if listed:
        used = frozenset(name for part in listed for name in part.names)
        folder = listed[0].pictures
        if left := [name for name in folder.paths_below(*IMAGE_SUFFIXES) if name not in used]:
            reason = "No file in annotations lists them, so they are of no split."
            yield Leftover("pictures", len(left), folder.path / left[0], reason)


def other_layout(folder: FolderNames, files: Sequence[Path]) -> tuple[str, ...]:
    """The folders of another layout that lie beside COCO's; none of them where a file is about pictures there."""
    held = [below.path.name for name in OTHER_LAYOUT if (below := folder.folder(name)) is not None]
    is_other = len(held) == len(OTHER_LAYOUT) and not any(_split_of(path, held[:1]) for path in files)
    return tuple(held) if is_other else ()


def _picture_folders(folder: FolderNames, files: Sequence[Path]) -> dict[str, FolderNames]:
    """The folders that may be of pictures, by the names that files end with; no folder of masks is one."""
    inside = folder.folder("images")
    below = {} if inside is None else {name: inside.below(name) for name in inside.folders}
    beside = {name: folder.below(name) for name in folder.folders if name.casefold() not in ("annotations", "images")}
    others = other_layout(folder, files)
    return {name: held for name, held in (below | beside).items() if name not in others and not _is_of_masks(name)}


def _is_of_masks(name: str) -> bool:
    return name.casefold().startswith("panoptic_") or name.casefold() in (OTHER_LAYOUT[1], *REFERENCE_FOLDERS)


def _split_of(path: Path, names: Sequence[str]) -> str | None:
    """The longest of some names that a file's stem ends with; None where it ends with none."""
    stem = path.stem.casefold()
    fitting = [
        name
        for name in names
        if stem == name.casefold() or stem.endswith(("_" + name.casefold(), "-" + name.casefold()))
    ]
    return max(fitting, key=len, default=None)


def _part(name: str, pictures: FolderNames, paths: Sequence[Path]) -> CocoSplit:
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
    return CocoSplit(name, pictures, files, tuple(unread))


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
        return PANOPTIC, ""
    if file.has_objects:
        return OBJECTS, ""
    if not file.has_list:
        return "COCO files", f"{path.name} lists pictures and has no annotations."
    if any(bytes(category.keypoints) != b"null" for category in file.categories):
        return "COCO files of key points", f"{path.name} marks key points, which no task here compares with."
    return "COCO files of captions", f"{path.name} holds captions or the like, which no task here compares with."


def listed_in(part: CocoSplit) -> dict[str, frozenset[str]]:
    """By sort of reference, the pictures of a split that have it."""
    return {name: frozenset(paired(read_coco(path).images, part.names)) for name, path in part.files.items()}
