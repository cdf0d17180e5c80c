"""Walking folders in order: hidden files and GranView's own results left out, links followed once, others counted."""

import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.natural_order import natural_order
from granview.core.sample_kind import SAMPLE_KINDS, Kind
from granview.io.class_files import class_file_names
from granview.io.data_set import Leftover
from granview.io.file_endings import ending
from granview.io.folder_names import FolderNames
from granview.io.output_names import FOLDERS, SESSION_NAME, TABLES
from granview.io.regular_files import as_input_error, printable_path, refuse_unprintable
from granview.io.sample_kind import InputFile, SampleFiles, is_only_reference, kind_by_suffix
from granview.io.search_events import Problem

_SYSTEM_NAMES: Final = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini", "$RECYCLE.BIN"})
_OWN_NAMES: Final = frozenset({"gallery.json", "SOURCES.md"})

_DESCRIBES: Final = ".json"
"""How files end that describe others, such as COCO's and labelme's."""

_LISTED: Final = 3


@dataclass
class FolderListing:
    """One folder's visible contents, each list in natural order.

    Attributes:
        folder: The folder.
        files: By kind, its files by their names. Those about the folder are among the others.
        references: Files that their names say to be references, and of no kind of samples.
        folders: The folders in it.
        others: Of everything else, how many have each suffix.
        problems: What cannot be read.
    """

    folder: Path
    files: dict[Kind, list[InputFile]] = field(default_factory=dict)
    references: list[Path] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


def walk(top: Path, seen: set[tuple[int, int]]) -> Iterator[FolderListing]:
    """Listings of a folder and all folders below it, top down.

    A folder that cannot be read, or was searched already, gives a listing with that problem alone.

    Args:
        top: Where to begin.
        seen: Identities of the folders already searched; grows. So a circle of links ends.

    Yields:
        Listings. Folders that the caller takes out of a listing are not entered.
    """
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        listing = FolderListing(folder)
        if _is_new(folder, seen, listing):
            _fill(listing)
        yield listing
        waiting.extend(reversed(listing.folders))


def describe_other_files(listing: FolderListing, wanted: Sequence[SampleFiles]) -> Problem | None:
    """One line for the files of a listing that are not of the wanted kinds; None where there are none."""
    kinds = [files.kind for files in wanted]
    unwanted = [file.path for kind, held in listing.files.items() if kind not in kinds for file in held]
    others = listing.others + Counter(ending(path.name) for path in unwanted)
    for files in wanted:
        for suffix in files.reference_suffixes - files.suffixes if others else ():
            others[suffix] -= _beside(listing, files.kind, suffix)
    others = +others
    if not others:
        return None
    count = others.total()
    suffixes = ", ".join(suffix or "no suffix" for suffix, _ in others.most_common(5))
    more = ", …" if len(others) > 5 else ""
    words = f"{count} {'file' if count == 1 else 'files'} in {listing.folder.name} passed over"
    plurals = " and no ".join(SAMPLE_KINDS.get(kind).plural for kind in kinds)
    reason = f"They are no {plurals}, and no references that are read."
    sorts = ((f"{suffix} files" if suffix else "files without a suffix", n) for suffix, n in others.most_common())
    unused = tuple(Leftover(sort, n, listing.folder, reason) for sort, n in sorts)
    empty = _empty_files(listing.folder) if others[_DESCRIBES] else []
    also = f" Empty: {', '.join(empty[:_LISTED])}{', …' if len(empty) > _LISTED else ''}." if empty else ""
    return Problem(listing.folder, f"{words}: no {plurals} ({suffixes}{more}).{also}", unused=unused)


def _empty_files(folder: Path) -> list[str]:
    """The names of files that would describe others, such as COCO's or labelme's, and that are empty."""
    return [name for name in FolderNames(folder).with_suffix(_DESCRIBES) if _size(folder / name) == 0]


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _beside(listing: FolderListing, kind: Kind, suffix: str) -> int:
    """How many files of an ending say what is known of a file of their name beside them."""
    stems = {file.path.stem for file in listing.files.get(kind, ())}
    names = FolderNames(listing.folder).with_suffix(suffix) if stems else ()
    return sum(name[: -len(suffix)] in stems for name in names)


def _is_new(folder: Path, seen: set[tuple[int, int]], listing: FolderListing) -> bool:
    try:
        status = folder.stat()
    except OSError as error:
        listing.problems.append(_problem(folder, error))
        return False
    identity = (status.st_dev, status.st_ino)
    if status.st_ino and identity in seen:
        listing.problems.append(Problem(folder, f"{folder.name} is a link to a folder that was searched already."))
        return False
    seen.add(identity)
    return True


def _fill(listing: FolderListing) -> None:
    try:
        with os.scandir(listing.folder) as entries:
            visible = [entry for entry in entries if not entry.name.startswith(".") and entry.name not in _SYSTEM_NAMES]
    except OSError as error:
        listing.problems.append(_problem(listing.folder, error))
        return
    if any(entry.name == SESSION_NAME for entry in visible):
        visible = _without_results(visible, listing)
    for entry in sorted(visible, key=lambda entry: natural_order(entry.name)):
        _file_away(entry, listing)


def _without_results(entries: "list[os.DirEntry[str]]", listing: FolderListing) -> "list[os.DirEntry[str]]":
    """The entries that the run or export whose session lies among them has not written."""
    results = {SESSION_NAME, *TABLES, *FOLDERS}
    words = f"{listing.folder.name} holds results of GranView, which are passed over as inputs."
    hint = "Give a folder of them itself, such as predictions, to read it too."
    listing.problems.append(Problem(listing.folder, words, hint))
    return [entry for entry in entries if entry.name not in results]


def _file_away(entry: "os.DirEntry[str]", listing: FolderListing) -> None:
    path = listing.folder / entry.name
    try:
        refuse_unprintable(path)
        if entry.is_dir():
            listing.folders.append(path)
        elif entry.name in _OWN_NAMES or entry.name in class_file_names():
            return
        elif is_only_reference(path):
            listing.references.append(path)
        elif (files := kind_by_suffix(path)) is not None and files.is_input(entry.name):
            _add(path, files, entry, listing)
        else:
            listing.others[ending(entry.name)] += 1
    except InputError as error:
        listing.problems.append(Problem(printable_path(path), error.message, error.hint))
    except OSError as error:
        listing.problems.append(_problem(path, error))


def _add(path: Path, files: SampleFiles, entry: "os.DirEntry[str]", listing: FolderListing) -> None:
    """File a sample away; what may be about others is looked at only if it is read."""
    found = listing.files.setdefault(files.kind, [])
    if files.is_about_others:
        found.append(InputFile(path))
        return
    status = entry.stat()
    if stat.S_ISREG(status.st_mode):
        found.append(InputFile(path, status.st_size))
    else:
        listing.problems.append(Problem(path, f"{path.name} is not a regular file.", "Give an ordinary file."))


def _problem(path: Path, error: OSError) -> Problem:
    refusal = as_input_error(path, error)
    return Problem(path, refusal.message, refusal.hint)
