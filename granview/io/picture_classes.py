"""The classes of pictures that a search learns of: from tables that were given, else from what it meets."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.io.class_folders import ClassFolders, is_picture, with_further
from granview.io.class_tables import BESIDE, ClassTable, is_class_table
from granview.io.folder_walk import FolderListing
from granview.io.sample_kind import SampleFiles
from granview.io.search_events import Problem, RefusedReference, SearchEvent


class PictureClasses:
    """Gives samples their classes.

    Attributes:
        files: The tables, which are no samples themselves.
    """

    def __init__(self) -> None:
        self.files: set[Path] = set()
        self._folders = ClassFolders()
        self._tables: list[tuple[ClassTable, Path | None]] = []
        self._is_explicit = False

    def take(self, references: Sequence[Path]) -> Iterator[Problem]:
        """Read those of the given references that are tables of classes; they replace what would be found."""
        for path in references:
            if is_class_table(path):
                self._is_explicit = True
                yield from self._add(path, None)

    def take_in(self, listing: FolderListing, kinds: Sequence[SampleFiles]) -> Iterator[SearchEvent]:
        """Take in what a folder says: a table beside pictures, or its folders' names."""
        if self._is_explicit or not any(kind.is_picture for kind in kinds):
            return
        for path in sorted(listing.folder / name for name in _names_in(listing) if name.casefold() in BESIDE):
            if is_class_table(path):
                yield from self._add(path, listing.folder)
                _leave_out(listing, path)
        notice = self._folders.take_in(listing, kinds)
        if notice is not None:
            yield notice

    def with_class(self, event: SearchEvent) -> SearchEvent:
        """A sample with the class that is known of it; anything else as it is."""
        is_known = bool(self._tables) or self._folders.is_known
        if not is_known or not isinstance(event, Sample) or not event.path or not is_picture(event.kind):
            return event
        path = Path(event.path)
        for table, scope in self._tables:
            reference = table.reference(path) if scope is None or path.is_relative_to(scope) else None
            if reference is not None:
                return with_further(event, reference)
        return self._folders.with_class(event)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the tables, once all samples are known."""
        for table, _ in self._tables:
            yield from table.problems()

    def _add(self, path: Path, scope: Path | None) -> Iterator[Problem]:
        """One more table, about the pictures below a folder; None: about all."""
        self.files.add(path)
        try:
            self._tables.append((ClassTable(path), scope))
        except InputError as error:
            yield RefusedReference(path, error.message, error.hint)


def _names_in(listing: FolderListing) -> Iterator[str]:
    """Names of files of a folder that are no pictures."""
    for kind, files in listing.files.items():
        if not is_picture(kind):
            yield from (file.path.name for file in files)


def _leave_out(listing: FolderListing, path: Path) -> None:
    """A table is neither a sample nor a file that was passed over."""
    for kind, files in listing.files.items():
        listing.files[kind] = [file for file in files if file.path != path]
