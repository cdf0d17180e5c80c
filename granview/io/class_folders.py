"""Folders that are called as the class of the pictures in them: ``set/CLASS/picture.png``, as ImageFolder has it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from granview.core.sample import Reference, Sample
from granview.core.sample_kind import Kind
from granview.io.folder_walk import FolderListing, walk
from granview.io.pairing_names import PICTURE_FOLDERS, REFERENCE_FOLDERS
from granview.io.reference_collections import collection_formats
from granview.io.reference_formats.class_name import class_reference
from granview.io.regular_files import head_of, is_regular
from granview.io.sample_kind import SAMPLE_FILES, SampleFiles
from granview.io.search_events import Notice
from granview.io.split_names import SPLIT_NAMES

NO_CLASSES: Final = frozenset(
    {
        *SPLIT_NAMES,
        *REFERENCE_FOLDERS,
        *PICTURE_FOLDERS,
        *PICTURE_FOLDERS.values(),
    }
)
"""Names, case-folded, of folders that are parts of a data set, or hold what is said of other folders."""

TITLES: Final = ("synset_words.txt", "LOC_synset_mapping.txt", "words.txt")
"""Files beside class folders that say what their codes mean, a line each: ``n01440764 tench, Tinca tinca``."""

_MOST_BYTES_OF_TITLES: Final = 64 << 20
_LISTED: Final = 4


@dataclass(frozen=True)
class ClassFolder:
    """One folder of pictures.

    Attributes:
        name: The class.
        known: All classes of the set.
        n_pictures: How many pictures it holds.
    """

    name: str
    known: tuple[str, ...]
    n_pictures: int


class ClassFolders:
    """The class folders that a search has met."""

    def __init__(self) -> None:
        self._by_folder: dict[Path, ClassFolder] = {}

    @property
    def is_known(self) -> bool:
        """Whether it has met any."""
        return bool(self._by_folder)

    def take_in(self, listing: FolderListing, kinds: Sequence[SampleFiles]) -> Notice | None:
        """Take in the folders of a listing, if they are classes.

        They are where the folder holds no pictures itself but at least two folders, each of which holds pictures and no
        folder, none of them called as a part of a data set; and where no file of it, such as a COCO file, says more.

        Returns:
            What the user must know where they are; None where they are not.
        """
        own = next((kind for kind in kinds if kind.is_picture), None)
        if own is None or listing.files.get(own.kind) or listing.references or len(listing.folders) < 2:
            return None
        if _is_described(listing):
            return None
        if any(folder.name.casefold() in (*NO_CLASSES, *own.folders) for folder in listing.folders):
            return None
        counts = _counts(listing.folders, own)
        if counts is None:
            return None
        titles = class_titles(listing.folder, [folder.name for folder in counts])
        known = tuple(titles[folder.name] for folder in counts)
        for folder, n_pictures in counts.items():
            self._by_folder[folder] = ClassFolder(titles[folder.name], known, n_pictures)
        return Notice(listing.folder, classes_taken(listing.folder.name, known))

    def with_class(self, sample: Sample) -> Sample:
        """A sample that lies in a class folder, with its class as a reference, behind those that it has."""
        found = self._by_folder.get(Path(sample.path).parent) if is_picture(sample.kind) else None
        if found is None:
            return sample
        return with_further(sample, class_reference((found.name,), found.known, found.n_pictures))


def is_picture(kind: Kind) -> bool:
    """Whether samples of a kind are pictures."""
    return SAMPLE_FILES.get(kind).is_picture


def with_further(sample: Sample, reference: Reference) -> Sample:
    """A sample with one more reference."""
    if sample.reference is None:
        return msgspec.structs.replace(sample, reference=reference)
    return msgspec.structs.replace(sample, more_references=(*sample.more_references, reference))


def _is_described(listing: FolderListing) -> bool:
    """Whether a file beside the folders is about the pictures in them."""
    held = (file.path for kind, files in listing.files.items() if not is_picture(kind) for file in files)
    return any(collection_formats(path) for path in held)


def _counts(folders: Sequence[Path], own: SampleFiles) -> dict[Path, int] | None:
    """How many pictures each folder holds; None where one holds none, or folders."""
    counts: dict[Path, int] = {}
    for folder in folders:
        listing = next(walk(folder, set()))
        held = len(listing.files.get(own.kind, ()))
        if not held or listing.folders or listing.references or listing.problems:
            return None
        counts[folder] = held
    return counts


def class_titles(top: Path, names: Sequence[str]) -> Mapping[str, str]:
    """What each folder's class is called: its name, or what a file beside it says that this stands for."""
    for path in (top / name for name in TITLES):
        if is_regular(path):
            lines = head_of(path, _MOST_BYTES_OF_TITLES).decode(errors="replace").splitlines()
            pairs = (line.split(maxsplit=1) for line in lines)
            said = {pair[0]: pair[1].split(",")[0].strip() for pair in pairs if len(pair) > 1}
            if all(name in said for name in names):
                return said
    return {name: name for name in names}


def classes_taken(place: str, known: Sequence[str]) -> str:
    """What is said where folders are taken for classes.

    Args:
        place: Where they lie.
        known: The classes.
    """
    listed = ", ".join(known[:_LISTED]) + (", …" if len(known) > _LISTED else "")
    return (
        f"The {len(known)} folders in {place} are taken for the classes of their pictures: {listed}. Image "
        "classification is scored against them; other tasks pass them over."
    )
