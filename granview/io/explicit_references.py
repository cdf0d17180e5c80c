"""References that were given explicitly, or lie in a data set's own folder: those of files and those of texts."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample_kind import Kind
from granview.io.contested_references import contested_in_words
from granview.io.data_set import Leftover
from granview.io.folder_walk import FolderListing, walk
from granview.io.kind_detection import files_of
from granview.io.namesakes import Namesakes
from granview.io.reference_collections import ReferenceCollections, collection_formats, taken
from granview.io.reference_format import has_compound_suffix, reference_suffix
from granview.io.reference_pairing import ReferenceIndex
from granview.io.regular_files import check_regular, is_folder
from granview.io.sample_kind import SAMPLE_FILES
from granview.io.search_events import Problem, RefusedReference
from granview.io.text_references import TextReferenceFiles

_HERE: Final = Path()


class ExplicitReferences:
    """The references that a search was given.

    Attributes:
        by_name: Those of samples that are one file each.
        collections: Those of many samples in one file.
        texts: Those of texts, which their samples hold.
    """

    def __init__(self, kinds: frozenset[Kind], is_pair: bool, inputs: Namesakes | None = None) -> None:
        """For a search of some kinds and inputs; ``is_pair``: there is one file for one input."""
        self.by_name = ReferenceIndex(inputs=inputs)
        self.collections = ReferenceCollections(inputs)
        self.texts = TextReferenceFiles(is_pair)
        own = [files.reference_suffixes for files in files_of(kinds)]
        self._suffixes = frozenset[str]().union(*own)
        self._are_all_texts = all(own)
        self._is_pair = is_pair

    def read(self, paths: Sequence[Path]) -> Iterator[Problem]:
        """Look through files and folders; what cannot be a reference is said."""
        seen: set[tuple[int, int]] = set()
        for path in paths:
            if is_folder(path):
                collections = None if self._are_all_texts else self.collections
                yield from references_below(
                    path, self.by_name, seen, self.texts if self._suffixes else None, collections
                )
                continue
            try:
                check_regular(path)
            except InputError as error:
                yield RefusedReference(path, error.message, error.hint)
                continue
            formats = () if self._are_all_texts or self._is_pair else collection_formats(path)
            if formats:
                yield from self.collections.add(path, formats)
            elif self._are_all_texts or self._is_of_texts(path):
                self.texts.add(path)
            else:
                self.by_name.add(_HERE, path)

    def _is_of_texts(self, path: Path) -> bool:
        suffix = path.suffix.lower()
        return suffix in self._suffixes and not has_compound_suffix(path.name)

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them; asked for before any is matched."""
        return self.by_name.unused + self.texts.files + self.collections.files

    def unused(self) -> Iterator[Problem]:
        """A line for those that match no input."""
        yield from unused(self.by_name.unused + self.texts.unused)
        yield from contested(self.by_name)
        yield from self.collections.unused()


def references_below(
    top: Path,
    index: ReferenceIndex,
    seen: set[tuple[int, int]],
    texts: TextReferenceFiles | None = None,
    collections: ReferenceCollections | None = None,
) -> Iterator[Problem]:
    """Every reference in a folder and all folders below it.

    Args:
        top: The folder.
        index: Takes those of files.
        seen: Identities of the folders already searched; grows.
        texts: Takes what is known of texts; None to pass it over.
        collections: Takes files that are each about many samples; None to pass them over.

    Yields:
        A ``Problem`` for each file that cannot be a reference, and each thing that cannot be read.
    """
    for listing in walk(top, seen):
        yield from listing.problems
        if collections is not None:
            for path, formats in taken(listing):
                yield from collections.add(path, formats)
            listing.folders[:] = [folder for folder in listing.folders if not collections.own(folder)]
        if texts is not None:
            for path in _of_texts(listing):
                texts.add(path)
        for path in listing.references:
            index.add(listing.folder.relative_to(top), path)
        yield from _of_files(listing, top, index)


def pictures_below(top: Path, index: ReferenceIndex) -> Iterator[Problem]:
    """Every picture in a folder and all folders below it, in whatever format pictures are read.

    Args:
        top: The folder.
        index: Takes them.

    Yields:
        A ``Problem`` for each thing that cannot be read.
    """
    for listing in walk(top, set()):
        yield from listing.problems
        for kind, held in listing.files.items():
            for file in held if SAMPLE_FILES.get(kind).is_picture else ():
                index.add(listing.folder.relative_to(top), file.path)


def _of_texts(listing: FolderListing) -> Iterator[Path]:
    """The files that say what is true of texts: those of the texts' own formats, and those that lie beside texts."""
    for files in SAMPLE_FILES.all().values():
        if files.reference_suffixes:
            yield from (file.path for file in listing.files.get(files.kind, ()))
            for suffix in sorted(files.reference_suffixes - files.suffixes):
                yield from sorted(listing.folder.glob(f"*{suffix}")) if listing.others[suffix] else ()


def _of_files(listing: FolderListing, top: Path, index: ReferenceIndex) -> Iterator[Problem]:
    for kind, held in listing.files.items():
        files = SAMPLE_FILES.get(kind)
        for file in () if files.reference_suffixes else held:
            if reference_suffix(file.path):
                index.add(listing.folder.relative_to(top), file.path)
            else:
                why, hint = files.no_reference
                yield RefusedReference(file.path, f"{file.path.name} {why}", hint)


def unused(paths: Sequence[Path]) -> Iterator[Problem]:
    """A line for references that match no input; nothing where there are none."""
    if paths:
        listed = ", ".join(path.name for path in paths[:5]) + (", …" if len(paths) > 5 else "")
        many = "reference matches" if len(paths) == 1 else "references match"
        words, hint = f"{len(paths)} {many} no input: {listed}.", "Name each after its input."
        reason = "No input is called as they are."
        left = Leftover("references without an input", len(paths), paths[0], reason, hint)
        yield RefusedReference(paths[0], words, hint, (left,))


def contested(index: ReferenceIndex) -> Iterator[Problem]:
    """A line for references that several inputs may claim alike; nothing where there are none."""
    if index.contested:
        yield contested_in_words({path: tuple(inputs) for path, inputs in index.contested.items()})
