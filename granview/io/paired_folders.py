"""Which folders belong together: inputs beside their references, or references among the inputs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from granview.io.folder_walk import FolderListing, walk
from granview.io.pairing_names import (
    PICTURE,
    PICTURE_FOLDERS,
    REFERENCE_FOLDERS,
    has_reference_ending,
    image_key,
    reference_names,
)
from granview.io.record_names import folded
from granview.io.regular_files import is_regular
from granview.io.sample_kind import SampleFiles, is_only_reference, kind_by_suffix
from granview.io.search_events import Problem, RefusedReference


def may_be_paired(path: Path) -> bool:
    """Whether a file is of a kind whose references lie beside it, or such a reference."""
    kind = kind_by_suffix(path)
    return is_only_reference(path) or (kind is not None and not kind.is_about_others)


def is_reference_by_name(path: Path) -> bool:
    """Whether a file's name says that it is a reference."""
    return is_only_reference(path) or has_reference_ending(path)


def input_names(paths: Iterable[Path]) -> set[str]:
    """The names, case-folded, by which references may be called after these inputs."""
    return {name for path in paths for name in (folded(path.stem), image_key(path))}


def input_and_reference_folders(listing: FolderListing, kinds: Sequence[SampleFiles]) -> tuple[Path, Path, str] | None:
    """The folders of a data set, and the format of its references, empty where their names tell."""
    names = [name for kind in kinds for name in kind.folders]
    inputs, references = (_folder_named(listing, wanted) for wanted in (names, REFERENCE_FOLDERS))
    if inputs and references:
        return inputs, references, ""
    pairs = (tuple(_folder_named(listing, (name,)) for name in pair) for pair in PICTURE_FOLDERS.items())
    has_pictures = any(kind.is_picture for kind in kinds)
    found = ((worse, better, PICTURE) for worse, better in pairs if worse and better and has_pictures)
    return next(found, None)


def nothing_read(references: Path) -> Iterator[Problem]:
    """A line for a folder of references of which nothing is one; nothing where it is empty."""
    suffixes = {path.suffix.lower() or "no suffix" for path in references.rglob("*") if is_regular(path)}
    if suffixes:
        words = f"{references.name} holds nothing that is read as a reference ({', '.join(sorted(suffixes)[:5])})."
        yield RefusedReference(
            references, words, "Texts of boxes are read as YOLO lays them out: labels beside images."
        )


def references_among(listing: FolderListing, inputs: Sequence[Path]) -> Path | None:
    """The folder of references that lies among inputs, if something in it is called as one of them."""
    names = input_names(inputs)
    references = _folder_named(listing, REFERENCE_FOLDERS) if names else None
    held = chain.from_iterable(map(_paths_in, walk(references, set()))) if references else ()
    return references if any(reference_names(path) & names for path in held) else None


def _paths_in(listing: FolderListing) -> Iterator[Path]:
    yield from listing.references
    for files in listing.files.values():
        yield from (file.path for file in files if may_be_paired(file.path))


def _folder_named(listing: FolderListing, names: Sequence[str]) -> Path | None:
    by_name = {folder.name.casefold(): folder for folder in listing.folders}
    return next((by_name[name] for name in names if name in by_name), None)


def holds(top: Path, kinds: Sequence[SampleFiles]) -> bool:
    """Whether a folder, or one below it, has a file of some kinds."""
    return any(listing.files.get(kind.kind) for listing in walk(top, set()) for kind in kinds)
