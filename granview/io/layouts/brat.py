"""The layout of brat: ``.txt`` files beside ``.ann`` files of their names; folders of such are splits."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.limits import MAX_RECORD_CHARS
from granview.core.sample import Reference
from granview.io.brat_files import doubled_ids, is_brat, sorts_of
from granview.io.data_set import DataSet, DataSetChoice, Leftover, Member, ReferenceSet, Split
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.leftover_files import unread
from granview.io.picture_names import picture_suffixes
from granview.io.search_events import Problem
from granview.io.text_reader import read_text
from granview.io.text_references import ANNOTATIONS, OF_LAYOUT

_READ: Final = (".txt", ANNOTATIONS, ".conf")
"""Texts, what is known of them, and how brat shows it."""

_TRIED: Final = 5
_FEWEST: Final = 2
"""One text beside its annotations is no data set."""

_COUNTED: Final = 2000
"""In so many files at most it is counted what nothing is read from."""


@dataclass
class _Counts:
    """What is in some files besides entities, and the types of these."""

    others: Counter[str] = field(default_factory=Counter)
    examples: dict[str, Path] = field(default_factory=dict)
    types: dict[str, None] = field(default_factory=dict)
    n_parted: int = 0
    doubled: dict[Path, tuple[str, ...]] = field(default_factory=dict)

    def add(self, path: Path) -> None:
        """One more file."""
        lines = _lines(path)
        others, types, n_parted = sorts_of(lines)
        if doubled := doubled_ids(lines):
            self.doubled[path] = doubled
        self.others += others
        for sort in others:
            self.examples.setdefault(sort, path)
        self.types |= types
        self.n_parted += n_parted


class Brat(Layout):
    """Texts with the spans that were marked in them."""

    title = "brat"
    kind = "text"
    rank = 60

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder of texts beside files of annotations, or of folders of such."""
        parts = _parts(folder)
        annotated = [path for part in parts.values() for path in _annotated(part).values()]
        if len(annotated) < _FEWEST or not all(is_brat(_lines(path)) for path in annotated[:_TRIED]):
            return None
        counts = _Counts()
        for path in annotated[:_COUNTED]:
            counts.add(path)
        splits = [Split(name, len(_texts(part)), len(_annotated(part))) for name, part in parts.items()]
        return DataSet(
            "brat",
            self.title,
            folder.path,
            "texts beside .ann files of their names",
            sum(split.n_inputs for split in splits),
            tuple(splits) if list(parts) != [""] else (),
            (ReferenceSet("entities", "entities", len(annotated)),),
            tuple(counts.types),
            (*_leftovers(parts, counts, len(annotated)), *_unread(folder, parts)),
            tuple(_notes(counts)),
        )

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The texts of the chosen splits, each with its annotations."""
        for name, part in _parts(FolderNames(data_set.root)).items():
            if choice.splits is not None and name not in choice.splits:
                continue
            annotated = _annotated(part)
            for text in _texts(part):
                path = annotated.get(Path(text).stem)
                references = () if path is None else (Reference(str(path), format=OF_LAYOUT),)
                yield Member(part.path / text, references)


LAYOUTS.register("brat")(Brat())


def _parts(folder: FolderNames) -> dict[str, FolderNames]:
    """The folders of texts by the names of splits; one without a name where there are none."""
    own = {"": folder} if _annotated(folder) else {}
    below = {name: part for name in folder.folders if _annotated(part := folder.below(name))} if not own else {}
    parts = own or below
    return {} if any(part.with_suffix(*picture_suffixes()) for part in parts.values()) else parts


def _texts(folder: FolderNames) -> tuple[str, ...]:
    return folder.with_suffix(".txt")


def _annotated(folder: FolderNames) -> dict[str, Path]:
    """The files of annotations that lie beside texts, by their stems."""
    held = folder.with_suffix(ANNOTATIONS)
    texts = {Path(name).stem for name in _texts(folder)} if held else frozenset[str]()
    return {Path(name).stem: folder.path / name for name in held if Path(name).stem in texts}


def _leftovers(parts: dict[str, FolderNames], counts: _Counts, n_files: int) -> Iterator[Leftover]:
    first = f"In the first {_COUNTED:,} files: e" if n_files > _COUNTED else "E"
    for sort, n in counts.others.most_common():
        yield Leftover(sort, n, counts.examples[sort], f"{first}ntities alone are read.")
    for part in parts.values():
        texts = {Path(name).stem for name in _texts(part)}
        alone = [name for name in part.with_suffix(ANNOTATIONS) if Path(name).stem not in texts]
        if alone:
            yield Leftover(".ann files", len(alone), part.path / alone[0], "No text beside them has their name.")


def _unread(folder: FolderNames, parts: dict[str, FolderNames]) -> Iterator[Leftover]:
    """What is neither a text nor about one, and no part of brat's own set-up."""
    yield from unread(folder, Brat.title, parts, folder.with_suffix(*_READ) if "" in parts else ())
    for part in parts.values() if "" not in parts else ():
        yield from unread(part, Brat.title, (), part.with_suffix(*_READ))


def _notes(counts: _Counts) -> Iterator[str]:
    if counts.n_parted:
        many = "1 entity has" if counts.n_parted == 1 else f"{counts.n_parted:,} entities have"
        yield f"{many} several parts; such are read from the first part to the last."
    for path, names in list(counts.doubled.items())[:1]:
        more = len(counts.doubled) - 1
        others = f", and {more:,} more {'file has' if more == 1 else 'files have'} such" if more else ""
        yield f"In {path.name} several entities are called {names[0]}{others}; all are read: number each once."


def _lines(path: Path) -> list[str]:
    """The lines of a file; none of one that cannot be read, which is said with its text."""
    try:
        return read_text(path, MAX_RECORD_CHARS).text.splitlines()
    except InputError:
        return []
