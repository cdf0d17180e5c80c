"""The layout of YOLO: pictures in ``images``, texts of boxes and outlines in ``labels``, and a ``data.yaml``.

Without a ``data.yaml``, ``images`` beside ``labels`` is told by the texts' lines; folders in ``images`` are splits, and
so are folders that hold ``images`` and ``labels`` themselves.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample import Reference
from granview.io.contested_references import contested_leftover
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet, Split
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import unread
from granview.io.record_names import last_part
from granview.io.regular_files import folder_refusal, is_folder
from granview.io.search_events import Notice, Problem
from granview.io.yolo_data import YoloData, label_names, labels_of, listed_names, pictures_below, read_yolo_data
from granview.io.yolo_lines import LINE, object_lines

_TRIED: Final = 20
"""So many files of labels tell what they hold."""

_NAME_FILES: Final = ("classes.txt", "obj.names", "classes.names")
_MOST_YAML: Final = 10
_LISTED: Final = 3


@dataclass
class _Split:
    """Pictures, and which have labels; sources of it that are not there; labels that several pictures may claim."""

    pictures: list[Path]
    missing: list[str] = field(default_factory=list)
    labels: dict[Path, Path] = field(default_factory=dict)
    contested: dict[Path, list[Path]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kept: dict[Path, frozenset[str]] = {}
        for picture in self.pictures:
            labels = labels_of(picture)
            if labels.name in label_names(labels.parent, kept):
                self.labels[picture] = labels
        self.leave_contested(Counter(self.labels.values()))

    def leave_contested(self, n_pictures: Mapping[Path, int]) -> None:
        """Give labels that several pictures may claim, of one split or of several, to none of them."""
        for picture in [each for each, labels in self.labels.items() if n_pictures[labels] > 1]:
            self.contested.setdefault(self.labels.pop(picture), []).append(picture)


@dataclass(frozen=True)
class _Plan:
    """A data set: its splits by name, the file of its classes, these, its evidence, its files of lists, a doubt."""

    splits: dict[str, _Split]
    names_file: Path | None
    names: tuple[str, ...]
    evidence: str
    has_points: bool = False
    lists: frozenset[str] = frozenset()
    doubt: str = ""


class Yolo(Layout):
    """Pictures with a text of their objects each."""

    title = "YOLO"
    rank = 15
    entry_files = frozenset({"data.yaml", "data.yml", "dataset.yaml", "dataset.yml"})

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with a ``data.yaml`` of YOLO's, or with ``images`` beside ``labels`` of such texts.

        Raises:
            InputError: the ``data.yaml`` cannot be read.
        """
        plan = _plan(folder)
        if plan is None:
            return None
        splits = [
            Split(name, len(each.pictures), 0 if plan.has_points else len(each.labels))
            for name, each in plan.splits.items()
        ]
        n_references = sum(split.n_references for split in splits)
        return DataSet(
            "yolo",
            self.title,
            folder.path,
            plan.evidence,
            len({picture for each in plan.splits.values() for picture in each.pictures}),
            tuple(split for split in splits if split.name),
            () if plan.has_points else _references(plan, n_references),
            plan.names,
            (*_leftovers(plan), *_unread(folder, plan)),
            tuple(_notes(plan)),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits, each with its labels."""
        plan = _plan(FolderNames(data_set.root))
        wanted = [each.name for each in data_set.references] if choice.references is None else choice.references
        for name, split in ({} if plan is None else plan.splits).items():
            if plan is not None and (choice.splits is None or name in choice.splits):
                yield from _members(plan, split, wanted)


LAYOUTS.register("yolo")(Yolo())


def _plan(folder: FolderNames) -> _Plan | None:
    plan = _read_plan(folder)
    if plan is not None:
        pictures = {each: labels for split in plan.splits.values() for each, labels in split.labels.items()}
        for split in plan.splits.values():
            split.leave_contested(Counter(pictures.values()))
    return plan


def _read_plan(folder: FolderNames) -> _Plan | None:
    for name in folder.with_suffix(".yaml", ".yml")[:_MOST_YAML]:
        data = read_yolo_data(folder.path / name)
        if data is not None and (plan := _by_yaml(data)) is not None:
            return plan
    return _by_folders(folder)


def _by_yaml(data: YoloData) -> _Plan | None:
    splits = {name: _Split(*data.pictures(name)) for name in data.sources}
    if not any(each.pictures for each in splits.values()):
        missing = [source for each in splits.values() for source in each.missing]
        raise InputError(
            f"{data.path.name} names no picture: {', '.join(missing[:_LISTED]) or 'what it names'} holds none.",
            "Put the folders that it names beside it, or correct its path.",
        )
    lists = frozenset(last_part(source) for sources in data.sources.values() for source in sources)
    return _Plan(splits, data.path, data.names, data.path.name, data.has_points, lists, data.doubt)


def _by_folders(folder: FolderNames) -> _Plan | None:
    splits = _below(folder) or _above(folder)
    held = [labels for each in splits.values() for labels in each.labels.values()][:_TRIED]
    lines = [line for path in held for line in _lines(path)]
    if not lines or not all(LINE.fullmatch(line) for line in lines):
        return None
    file = folder.file(*_NAME_FILES)
    labels = folder.folder("labels")
    file = file or (None if labels is None else labels.file(*_NAME_FILES))
    names = () if file is None else listed_names(file)
    return _Plan(splits, file, names, "texts of objects in labels beside images")


def _below(folder: FolderNames) -> dict[str, _Split]:
    """The splits of ``images`` beside ``labels``: the folders in it that hold pictures, else all of it."""
    images, labels = folder.folder("images"), folder.folder("labels")
    if images is None or labels is None or not (labels.with_suffix(".txt") or labels.folders):
        return {}
    splits = {name: _Split(list(pictures_below(images.path / name))) for name in images.folders}
    splits = {name: each for name, each in splits.items() if each.pictures}
    return splits or {"": _Split(list(pictures_below(images.path)))}


def _above(folder: FolderNames) -> dict[str, _Split]:
    """The splits that are folders with ``images`` beside ``labels`` each."""
    splits = {}
    for name in folder.folders:
        images, labels = folder.path / name / "images", folder.path / name / "labels"
        if is_folder(images) and is_folder(labels):
            splits[name] = _Split(list(pictures_below(images)))
    return splits


def _lines(path: Path) -> list[str]:
    try:
        return object_lines(path)[:4]
    except InputError:
        return []


def _references(plan: _Plan, n: int) -> tuple[ReferenceSet, ...]:
    """Objects; and masks of classes where some of them have outlines."""
    held = [labels for each in plan.splits.values() for labels in each.labels.values()][:_TRIED]
    has_outlines = any(len(line.split()) > 6 for path in held for line in _lines(path))
    objects = ReferenceSet("objects", "boxes and outlines" if has_outlines else "boxes", n, "objects")
    masks = ReferenceSet("masks", "outlines as masks of classes", n, "masks")
    return (objects, masks) if has_outlines else (objects,)


def _leftovers(plan: _Plan) -> Iterator[Leftover]:
    labels = {path for each in plan.splits.values() for path in each.labels.values()}
    if plan.has_points and labels:
        reason = "They mark key points, which no task here compares with."
        yield Leftover("files of labels", len(labels), min(labels), reason)
    labels |= _contested(plan).keys()
    known = {path.name for path in labels} | {"classes.txt"}
    alone = [
        folder / name
        for folder in sorted({path.parent for path in labels})
        for name in sorted(label_names(folder, {}))
        if name.lower().endswith(".txt") and name not in known
    ]
    if contested := _contested(plan):
        yield contested_leftover("files of labels of several pictures", contested)
    if alone:
        yield Leftover("files of labels", len(alone), alone[0], "No picture has their name.")


def _unread(folder: FolderNames, plan: _Plan) -> list[Leftover]:
    """What lies beside the folders of pictures and labels; another ``data.yaml`` is among it."""
    top = f"{folder.path}{os.sep}"
    pictures = [picture for split in plan.splits.values() for picture in split.pictures]
    held = {str(parent) + os.sep for picture in pictures for parent in (picture.parent, labels_of(picture).parent)}
    folders = {place.removeprefix(top).partition(os.sep)[0] for place in held if place.startswith(top)}
    beside = [picture for picture in pictures if picture.parent == folder.path] if top in held else []
    named = {each.name for picture in beside for each in (picture, labels_of(picture))}
    return unread(folder, Yolo.title, folders, {plan.evidence, *_NAME_FILES, *plan.lists, *named})


def _contested(plan: _Plan) -> dict[Path, list[Path]]:
    """Labels that several pictures may claim, with these."""
    found: dict[Path, list[Path]] = {}
    for each in plan.splits.values():
        for labels, pictures in each.contested.items():
            held = found.setdefault(labels, [])
            held += [picture for picture in pictures if picture not in held]
    return found


def _notes(plan: _Plan) -> Iterator[str]:
    if plan.doubt:
        yield plan.doubt
    without = sum(len(each.pictures) - len(each.labels) for each in plan.splits.values())
    without -= len({picture for held in _contested(plan).values() for picture in held})
    for refusal, n in _refused(plan):
        without -= n
        many = "1 picture has" if n == 1 else f"{n:,} pictures have"
        yield f"{refusal.message} {many} no reference therefore. {refusal.hint}"
    if without and not plan.has_points:
        yield f"{without:,} {'picture has' if without == 1 else 'pictures have'} no file of labels and no reference."
    for name, each in plan.splits.items():
        if each.missing:
            yield f"{plan.evidence} names {', '.join(each.missing[:_LISTED])} for {name}, which is not there."


def _refused(plan: _Plan) -> Iterator[tuple[InputError, int]]:
    """Folders of labels that may not be read, each with the number of pictures whose labels would lie there."""
    n_pictures = Counter(labels_of(picture).parent for each in plan.splits.values() for picture in each.pictures)
    for folder, n in n_pictures.items():
        if (refusal := folder_refusal(folder)) is not None:
            yield refusal, n


def _members(plan: _Plan, split: _Split, wanted: list[str] | tuple[str, ...]) -> Iterator[Member | Problem]:
    names_file = "" if plan.names_file is None else str(plan.names_file)
    for picture in split.pictures:
        labels = None if plan.has_points else split.labels.get(picture)
        references = (
            ()
            if labels is None
            else tuple(Reference(str(labels), format=f"yolo-{name}", record=names_file) for name in wanted)
        )
        yield Member(picture, references)
    if split.missing:
        words = f"{plan.evidence} names {', '.join(split.missing[:_LISTED])}, which is not there."
        yield Notice(Path(names_file), words)
