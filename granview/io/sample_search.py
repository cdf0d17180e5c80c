"""Samples from whatever was dropped or named: files, folders, data sets, galleries; found without decoding or hashing.

A folder is searched with all folders below it. Three kinds are understood:

- one with a ``gallery.json`` (see ``gallery``) is what that file says;
- one that holds a folder of images beside a folder of references, such as ``images`` and ``masks`` (see ``pairing``),
  is the images, each with the reference of its name; so is one that holds such a folder of references among the images;
- in any other, a file called as a reference beside its image, such as ``x_mask.png`` beside ``x.jpg``, is its
  reference, and every other image is a sample.

Texts and data sets of texts (see ``datasets``) are samples where they are named themselves or listed by a gallery; in a
folder only where texts alone are searched for, or where no folder below holds an image: beside images, such files are
about them.

References that are given explicitly replace all that would be found. Hidden files are left out, and links are followed
once.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.sample_kind import Kind
from granview.io.column_roles import ColumnRoles
from granview.io.explicit_references import ExplicitReferences, references_below, unused
from granview.io.file_formats import IMAGE_SUFFIXES, TEXT_SUFFIXES
from granview.io.folder_walk import FolderListing, ImageFile, describe_other_files, walk
from granview.io.gallery import is_gallery, read_gallery
from granview.io.kind_detection import KINDS, kind_of
from granview.io.reference_pairing import (
    IMAGE_FOLDERS,
    REFERENCE_FOLDERS,
    ReferenceIndex,
    has_reference_ending,
    image_key,
    reference_key,
)
from granview.io.regular_files import check_regular, is_folder, is_regular, printable_path, refuse_unprintable
from granview.io.search_events import Notice, Problem, RefusedReference, SearchEvent, SearchProgress
from granview.io.text_references import TextReferenceFiles
from granview.io.text_samples import text_samples
from granview.io.unique_names import UniqueNames

__all__ = ["KINDS", "Notice", "Problem", "SearchEvent", "SearchProgress", "find_samples"]

_PROGRESS_EVERY: Final = 500
_HERE: Final = Path()


def find_samples(
    inputs: Iterable[Path],
    references: Iterable[Path] = (),
    taken: Iterable[str] = (),
    *,
    kinds: frozenset[Kind] = KINDS,
    columns: ColumnRoles | None = None,
    header: bool | None = None,
) -> Iterator[SearchEvent]:
    """Find samples one by one, so that the first can be shown while the search goes on.

    Args:
        inputs: Files and folders.
        references: Files and folders of ground truth. One file for one input file is its reference whatever it is
            called; otherwise they are matched by name (see ``pairing`` and ``text_references``).
        taken: Sample names that the session has already.
        kinds: What is searched for.
        columns: Which column of a data set is what; None to guess.
        header: Whether the first row of a delimited file names its columns; None to find out.

    Yields:
        A ``Sample`` for each image and text, with size but without hash; a ``Problem`` for each thing that does not
        become one, and for each reference that fits nothing or too much; a ``Notice`` for what must be said of one that
        does; ``GuessedColumns`` for each data set whose columns were guessed; ``SearchProgress`` in between.
    """
    search = _Search(taken, kinds, columns, header)
    yield from search.run([path.absolute() for path in inputs], [path.absolute() for path in references])


class _Search:
    """One search: the names given out, the folders and files already met, the references known."""

    def __init__(
        self, taken: Iterable[str], kinds: frozenset[Kind], columns: ColumnRoles | None, header: bool | None
    ) -> None:
        self._names = UniqueNames(taken)
        self._kinds = kinds
        self._columns = columns
        self._header = header
        self._folders: set[tuple[int, int]] = set()
        self._files: set[Path] = set()
        self._found = 0
        self._given: ExplicitReferences | None = None

    def run(self, inputs: Sequence[Path], references: Sequence[Path]) -> Iterator[SearchEvent]:
        files = [path for path in inputs if not is_folder(path)]
        is_pair = len(inputs) == len(files) == len(references) == 1 and is_regular(references[0])
        if references:
            self._given = ExplicitReferences(self._kinds, is_pair)
            yield from self._given.read(references)
            self._files.update(self._given.files)
        if is_pair:
            yield from self._given_file(files[0], [references[0]])
            return
        beside = self._beside([path for path in files if path.suffix.lower() in IMAGE_SUFFIXES])
        for path in inputs:
            if is_folder(path):
                yield from self._folder(path)
            elif path not in self._files:
                yield from self._given_file(path, self._match(beside, _HERE, path))
        if self._given is not None:
            yield from self._given.unused()

    def _given_file(self, path: Path, references: list[Path]) -> Iterator[SearchEvent]:
        """A file that was named itself: its content decides where its name says nothing."""
        try:
            refuse_unprintable(path)
            status = check_regular(path)
            kind = kind_of(path, self._kinds)
        except InputError as error:
            yield Problem(printable_path(path), error.message, error.hint)
            return
        if kind == "text":
            yield from self._text(path)
        else:
            yield from self._sample(ImageFile(path, status.st_size), references)

    def _folder(self, top: Path) -> Iterator[SearchEvent]:
        takes_texts = "text" in self._kinds and ("image" not in self._kinds or not _holds_images(top))
        for listing in walk(top, self._folders):
            yield from listing.problems
            if is_gallery(listing.folder):
                yield from self._gallery(listing)
            elif takes_texts:
                yield from self._texts(listing)
            else:
                yield from self._images_of(listing, top)

    def _images_of(self, listing: FolderListing, top: Path) -> Iterator[SearchEvent]:
        pair = _image_and_reference_folders(listing) if self._given is None else None
        if pair:
            yield from self._data_set(listing, *pair)
        if words := describe_other_files(listing):
            yield words
        beside = self._beside([image.path for image in listing.images])
        references = _references_among(listing) if self._given is None else None
        if references:
            yield from self._among(listing, references, beside or ReferenceIndex())
        else:
            yield from self._images(listing.images, listing.folder.relative_to(top), beside)
        yield SearchProgress(self._found, listing.folder)

    def _among(self, listing: FolderListing, references: Path, book: ReferenceIndex) -> Iterator[SearchEvent]:
        """Images, with the references in a folder that lies among them."""
        listing.folders.remove(references)
        yield from references_below(references, book, set())
        yield from self._images(listing.images, _HERE, book)
        yield from unused(book.unused)

    def _texts(self, listing: FolderListing) -> Iterator[SearchEvent]:
        if words := describe_other_files(listing, "text"):
            yield words
        for path in listing.texts:
            if path not in self._files:
                yield from self._text(path)
        yield SearchProgress(self._found, listing.folder)

    def _text(self, path: Path, own: TextReferenceFiles | None = None) -> Iterator[SearchEvent]:
        self._files.add(path)
        known = own if self._given is None else self._given.texts
        for found in text_samples(path, self._names, self._columns, known, self._header):
            yield found
            self._found += isinstance(found, Sample)
            if isinstance(found, Sample) and self._found % _PROGRESS_EVERY == 0:
                yield SearchProgress(self._found, path.parent)

    def _gallery(self, listing: FolderListing) -> Iterator[SearchEvent]:
        listing.folders.clear()
        try:
            entries = read_gallery(listing.folder)
        except InputError as error:
            yield Problem(listing.folder, error.message, error.hint)
            return
        for entry in entries:
            path = listing.folder / entry.file
            kind: Kind = "text" if path.suffix.lower() in TEXT_SUFFIXES else "image"
            if kind in self._kinds and path not in self._files:
                yield from self._entry(listing.folder, path, kind, entry.reference)
        yield SearchProgress(self._found, listing.folder)

    def _entry(self, folder: Path, path: Path, kind: Kind, reference: str | None) -> Iterator[SearchEvent]:
        if kind == "text":
            own = TextReferenceFiles(is_pair=True)
            if reference is not None:
                own.add(folder / reference)
            yield from self._text(path, own if reference is not None else None)
            return
        given = self._match(None, path.parent.relative_to(folder), path)
        own_images = [folder / reference] if reference else []
        yield from self._given_file(path, own_images if self._given is None else given)

    def _data_set(self, listing: FolderListing, images: Path, references: Path) -> Iterator[SearchEvent]:
        others = [folder.name for folder in listing.folders if folder not in (images, references)]
        listing.folders.clear()
        if others:
            yield Problem(
                listing.folder,
                f"Beside {images.name} and {references.name}, these folders are passed over: {', '.join(others)}.",
                "Give those folders themselves to read them too.",
            )
        book = ReferenceIndex()
        yield from references_below(references, book, set())
        for below in walk(images, self._folders):
            yield from below.problems
            if words := describe_other_files(below):
                yield words
            yield from self._images(below.images, below.folder.relative_to(images), book)
        yield from unused(book.unused)

    def _images(self, images: Sequence[ImageFile], folder: Path, book: ReferenceIndex | None) -> Iterator[SearchEvent]:
        for image in images:
            if image.path not in self._files:
                yield from self._sample(image, self._match(book, folder, image.path))

    def _beside(self, paths: Sequence[Path]) -> ReferenceIndex | None:
        """The references among files that lie or were given together; they are no samples of their own."""
        if self._given is not None:
            return None
        marked = [path for path in paths if has_reference_ending(path)]
        if not marked:
            return None
        images = {name for path in paths if path not in set(marked) for name in (path.stem.casefold(), image_key(path))}
        book = ReferenceIndex()
        for path in marked:
            if reference_key(path) in images:
                book.add(_HERE, path)
                self._files.add(path)
        return book

    def _match(self, book: ReferenceIndex | None, folder: Path, image: Path) -> list[Path]:
        chosen = book if self._given is None else self._given.images
        return chosen.match(folder, image) if chosen else []

    def _sample(self, image: ImageFile, references: list[Path]) -> Iterator[SearchEvent]:
        self._files.add(image.path)
        self._found += 1
        reference = Reference(str(references[0])) if len(references) == 1 else None
        name = self._names.claim(image.path.stem)
        yield Sample(name, str(image.path), size_bytes=image.size_bytes, reference=reference)
        if len(references) > 1:
            listed = ", ".join(str(path) for path in references[:3])
            yield RefusedReference(
                image.path, f"{image.path.name} has several references, so none is used: {listed}.", "Keep one."
            )
        if self._found % _PROGRESS_EVERY == 0:
            yield SearchProgress(self._found, image.path.parent)


def _image_and_reference_folders(listing: FolderListing) -> tuple[Path, Path] | None:
    images, references = (_folder_named(listing, names) for names in (IMAGE_FOLDERS, REFERENCE_FOLDERS))
    return (images, references) if images and references else None


def _references_among(listing: FolderListing) -> Path | None:
    """The folder of references that lies among images, if something in it is called as one of them."""
    names = {name for image in listing.images for name in (image.path.stem.casefold(), image_key(image.path))}
    references = _folder_named(listing, REFERENCE_FOLDERS) if names else None
    held = (image.path for below in walk(references, set()) for image in below.images) if references else ()
    return references if any({path.stem.casefold(), reference_key(path)} & names for path in held) else None


def _folder_named(listing: FolderListing, names: Sequence[str]) -> Path | None:
    by_name = {folder.name.casefold(): folder for folder in listing.folders}
    return next((by_name[name] for name in names if name in by_name), None)


def _holds_images(top: Path) -> bool:
    return any(listing.images for listing in walk(top, set()))
