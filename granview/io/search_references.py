"""The references of one search: those that were named, and those that lie with its inputs; and whose each one is."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from granview.core.sample import Reference, Sample
from granview.core.sample_kind import Kind
from granview.io.explicit_references import ExplicitReferences, contested
from granview.io.folder_walk import FolderListing, walk
from granview.io.namesakes import Namesakes
from granview.io.paired_folders import input_names, is_reference_by_name
from granview.io.pairing_names import BETTER_FOLDERS, REFERENCE_FOLDERS, format_by_name, reference_key
from granview.io.reference_collections import ReferenceCollections, taken
from granview.io.reference_pairing import ReferenceIndex
from granview.io.sample_kind import SampleFiles
from granview.io.search_events import Problem, SearchEvent

_HERE: Final = Path()


class SearchReferences:
    """What a search knows of references.

    Args:
        kinds: What is searched for.
        inputs: Files and folders of inputs.

    Attributes:
        inputs: The inputs by name.
        named: The references that were named, which replace all that would be met; None where none were.
        collections: Files that are each about many samples.
        files: Files that are references or have become samples, and so are no further samples.
    """

    def __init__(self, kinds: frozenset[Kind] = frozenset(), inputs: Sequence[Path] = ()) -> None:
        self._kinds = kinds
        self.inputs = Namesakes(inputs, BETTER_FOLDERS)
        self.named: ExplicitReferences | None = None
        self.collections = ReferenceCollections(self.inputs)
        self.files: set[Path] = set()

    def read(self, references: Sequence[Path], is_pair: bool) -> Iterator[Problem]:
        """Take the references that were named; ``is_pair``: there is one file for one input."""
        self.named = ExplicitReferences(self._kinds, is_pair, self.inputs)
        yield from self.named.read(references)
        self.collections = self.named.collections
        self.files.update(self.named.files)

    def unused(self, beside: ReferenceIndex | None) -> Iterator[Problem]:
        """What must be said of references once every input has been asked for its own."""
        if self.named is not None:
            yield from self.named.unused()
        else:
            yield from () if beside is None else contested(beside)
            yield from self.collections.unused()

    def collect(
        self, path: Path, formats: Sequence[str], scope: Path | None, is_partial: bool = False
    ) -> Iterator[Problem]:
        """A file that is about many samples, if it is one: it is none itself."""
        if formats:
            self.files.add(path)
            yield from self.collections.add(path, formats, scope, is_partial)

    def collect_in(self, listing: FolderListing, *, is_paired: bool, is_partial: bool = False) -> Iterator[Problem]:
        """Files that are about many samples, in a folder and in the folders of references in it.

        Args:
            listing: The folder.
            is_paired: Whether a folder of references in it is read together with one of inputs.
            is_partial: Whether inputs without an entry are as they should be.
        """
        for path, formats in taken(listing):
            yield from self.collect(path, formats, listing.folder, is_partial)
        for folder in [each for each in listing.folders if each.name.casefold() in REFERENCE_FOLDERS]:
            found = [each for below in walk(folder, set()) for each in taken(below)]
            for path, formats in found:
                yield from self.collect(path, formats, listing.folder, is_partial)
            if found and not is_paired:
                listing.folders.remove(folder)
        listing.folders[:] = [folder for folder in listing.folders if not self.collections.own(folder)]

    def beside(self, paths: Sequence[Path]) -> ReferenceIndex | None:
        """The references among files that lie or were given together; they are no samples of their own."""
        if self.named is not None:
            return None
        marked = [path for path in paths if is_reference_by_name(path)]
        if not marked:
            return None
        names = input_names(path for path in paths if path not in set(marked))
        index = ReferenceIndex(inputs=Namesakes([path for path in paths if path not in set(marked)]))
        for path in marked:
            if reference_key(path) in names:
                index.add(_HERE, path)
                self.files.add(path)
        return index

    def with_named(self, event: SearchEvent, kind: SampleFiles) -> SearchEvent:
        """A file that a table names, with the reference of its name among those that were given."""
        if self.named is None or not isinstance(event, Sample) or event.kind == kind.kind:
            return event
        path = Path(event.path)
        references = [*self.collections.match(path), *self.match(None, _HERE, path)]
        return msgspec.structs.replace(event, reference=references[0] if len(references) == 1 else None)

    def match(self, index: ReferenceIndex | None, folder: Path, file: Path) -> list[Reference]:
        """The references of a file by its name.

        Args:
            index: Those that lie with it; asked where none were named.
            folder: Its folder relative to the top of the inputs.
            file: The file.
        """
        chosen = index if self.named is None else self.named.by_name
        found = chosen.match(folder, file) if chosen else []
        return [
            Reference(str(path), format=chosen.format_name or format_by_name(path, file)) for path in found if chosen
        ]
