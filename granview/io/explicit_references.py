"""References that were given explicitly, or lie in a data set's own folder: those of images and those of texts."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample_kind import Kind
from granview.io.file_formats import LOSSLESS_SUFFIXES, TEXT_SUFFIXES
from granview.io.folder_walk import walk
from granview.io.reference_pairing import ReferenceIndex
from granview.io.regular_files import check_regular, is_folder
from granview.io.search_events import Problem, RefusedReference
from granview.io.text_references import ANNOTATIONS, TextReferenceFiles

_TEXTS: Final = TEXT_SUFFIXES | {ANNOTATIONS}
_HERE: Final = Path()


class ExplicitReferences:
    """The references that a search was given.

    Attributes:
        images: Those of images.
        texts: Those of texts.
    """

    def __init__(self, kinds: frozenset[Kind], is_pair: bool) -> None:
        """For a search of some kinds; ``is_pair``: there is one file for one input."""
        self.images = ReferenceIndex()
        self.texts = TextReferenceFiles(is_pair)
        self._kinds = kinds

    def read(self, paths: Sequence[Path]) -> Iterator[Problem]:
        """Look through files and folders; what cannot be a reference is said."""
        seen: set[tuple[int, int]] = set()
        for path in paths:
            if is_folder(path):
                yield from references_below(path, self.images, seen, self.texts if "text" in self._kinds else None)
                continue
            try:
                check_regular(path)
            except InputError as error:
                yield RefusedReference(path, error.message, error.hint)
                continue
            if "text" in self._kinds and (self._kinds == {"text"} or path.suffix.lower() in _TEXTS):
                self.texts.add(path)
            else:
                self.images.add(_HERE, path)

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them; asked for before any is matched."""
        return self.images.unused + self.texts.files

    def unused(self) -> Iterator[Problem]:
        """A line for those that match no input."""
        yield from unused(self.images.unused + self.texts.unused)


def references_below(
    top: Path, book: ReferenceIndex, seen: set[tuple[int, int]], texts: TextReferenceFiles | None = None
) -> Iterator[Problem]:
    """Every reference in a folder and all folders below it.

    Args:
        top: The folder.
        book: Takes the images.
        seen: Identities of the folders already searched; grows.
        texts: Takes what is known of texts; None to pass it over.

    Yields:
        A ``Problem`` for each image that cannot be a reference, and each thing that cannot be read.
    """
    for listing in walk(top, seen):
        yield from listing.problems
        if texts is not None:
            annotations = sorted(listing.folder.glob(f"*{ANNOTATIONS}")) if listing.others[ANNOTATIONS] else []
            for path in (*listing.texts, *annotations):
                texts.add(path)
        for image in listing.images:
            if image.path.suffix.lower() in LOSSLESS_SUFFIXES:
                book.add(listing.folder.relative_to(top), image.path)
            else:
                yield RefusedReference(
                    image.path, f"{image.path.name} is no reference: its format changes values.", "Save it as PNG."
                )


def unused(paths: Sequence[Path]) -> Iterator[Problem]:
    """A line for references that match no input; nothing where there are none."""
    if paths:
        listed = ", ".join(path.name for path in paths[:5]) + (", …" if len(paths) > 5 else "")
        many = "reference matches" if len(paths) == 1 else "references match"
        yield RefusedReference(paths[0], f"{len(paths)} {many} no input: {listed}.", "Name each after its input.")
