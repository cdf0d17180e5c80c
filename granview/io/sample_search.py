"""Samples from whatever was dropped or named: files, folders, data sets, galleries; found without decoding or hashing.

A folder is searched with all folders below it. Three sorts are understood:

- one with a ``gallery.json`` (see ``gallery``) is what that file says;
- one that holds a folder of inputs beside a folder of references, such as ``images`` and ``masks`` or ``low`` and
  ``high`` (see ``reference_pairing``), is the inputs, each with the reference of its name; so is one that holds such
  a folder of references among the inputs;
- one with a file that is about many of its pictures (see ``reference_collections``), beside them or in a folder of
  references, is the pictures, each with its entry there;
- in any other, a file called as a reference beside its input, such as ``x_mask.png`` beside ``x.jpg``, is its
  reference, and every other file of a kind of samples is a sample.

Files of a kind that may be about others, such as texts and data sets of texts, are samples where they are named
themselves or listed by a gallery; in a folder only where nothing else is searched for, or where no folder below holds
any of it. What becomes of each file is the business of its kind (see ``sample_kind``).

Before all that, a folder that is laid out as a well-known data set (see ``layout``) is taken as that: the chosen splits
of it, or else its validation split, each input with its references.

Where a folder holds nothing but folders of images, these are taken for the classes of their images; a table called
``labels.csv`` says the classes of those beside it, see ``class_folders`` and ``class_tables``.

References that are given explicitly replace all that would be found. Hidden files are left out, and links are followed
once.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import InputError
from granview.core.file_names import SampleNames
from granview.core.sample import Reference, Sample
from granview.core.sample_kind import Kind
from granview.io.column_roles import ColumnRoles
from granview.io.data_set import DataSet, DataSetChoices, Member
from granview.io.explicit_references import contested, pictures_below, references_below, unused
from granview.io.folder_walk import FolderListing, describe_other_files, walk
from granview.io.gallery import is_gallery, read_gallery
from granview.io.kind_detection import all_kinds, files_of, kind_of
from granview.io.layout import LAYOUTS, recognise, stands_for
from granview.io.layout_members import members_of
from granview.io.namesakes import Namesakes
from granview.io.packed.row_members import members_of_shards
from granview.io.packed.shards import PICTURES, Shards, rows_of_pictures, usual_references
from granview.io.paired_folders import (
    holds,
    input_and_reference_folders,
    may_be_paired,
    nothing_read,
    references_among,
)
from granview.io.pairing_names import PICTURE
from granview.io.picture_classes import PictureClasses
from granview.io.reference_collections import collection_formats, named_references
from granview.io.reference_format import reference_suffix
from granview.io.reference_pairing import ReferenceIndex
from granview.io.regular_files import check_regular, is_folder, is_regular, printable_path, refuse_unprintable
from granview.io.row_address import is_row
from granview.io.sample_kind import (
    SAMPLE_FILES,
    InputFile,
    SampleFiles,
    SearchContext,
    kind_by_suffix,
)
from granview.io.search_events import Notice, Problem, RefusedReference, SearchEvent, SearchProgress
from granview.io.search_references import SearchReferences

__all__ = ["Notice", "Problem", "SearchEvent", "SearchProgress", "find_samples"]

_PROGRESS_EVERY: Final = 500
_HERE: Final = Path()
AS_LAYOUTS_SAY: Final = DataSetChoices()


def find_samples(
    inputs: Iterable[Path],
    references: Iterable[Path] = (),
    taken: Iterable[str] = (),
    *,
    kinds: frozenset[Kind] | None = None,
    columns: ColumnRoles | None = None,
    header: bool | None = None,
    choices: DataSetChoices = AS_LAYOUTS_SAY,
) -> Iterator[SearchEvent]:
    """Find samples one by one, so that the first can be shown while the search goes on.

    Args:
        inputs: Files and folders.
        references: Files and folders of ground truth. One file for one input file is its reference whatever it is
            called; otherwise they are matched by name (see ``reference_pairing`` and ``text_references``).
        taken: Sample names that the session has already.
        kinds: What is searched for; None for all kinds.
        columns: Which column of a data set is what; None to guess.
        header: Whether the first row of a delimited file names its columns; None to find out.
        choices: Which splits and sorts of references are taken of data sets whose layout is known.

    Yields:
        A ``Sample`` for each input, with size but without hash; a ``Problem`` for each thing that does not
        become one, and for each reference that fits nothing or too much; a ``Notice`` for what must be said of one that
        does; ``GuessedColumns`` for each data set whose columns were guessed; ``SearchProgress`` in between.
    """
    search = _Search(taken, all_kinds() if kinds is None else kinds, columns, header, choices)
    yield from search.run([path.absolute() for path in inputs], [path.absolute() for path in references])


class _Search:
    """One search: the names given out, the folders and files already met, the references known."""

    def __init__(
        self,
        taken: Iterable[str],
        kinds: frozenset[Kind],
        columns: ColumnRoles | None,
        header: bool | None,
        choices: DataSetChoices,
    ) -> None:
        self._kinds = kinds
        self._choices = choices
        self._context = SearchContext(SampleNames(taken), columns, header, only_own=len(kinds) == 1)
        self._folders: set[tuple[int, int]] = set()
        self._n_samples = 0
        self._references = SearchReferences()
        self._seeks_files = any(not files.reference_suffixes for files in files_of(kinds))
        self._classes = PictureClasses()

    def run(self, inputs: Sequence[Path], references: Sequence[Path]) -> Iterator[SearchEvent]:
        self._references = SearchReferences(self._kinds, inputs)
        if any(files.is_picture for files in files_of(self._kinds)):
            yield from self._classes.take(references)
            self._references.files.update(self._classes.files)
            references = [path for path in references if path not in self._references.files]
        files = [path for path in inputs if not is_folder(path)]
        is_pair = len(inputs) == len(files) == len(references) == 1 and is_regular(references[0])
        if references:
            yield from self._references.read(references, is_pair)
            named = self._references.named
            self._context = self._context if named is None else replace(self._context, text_references=named.texts)
        if is_pair:
            yield from self._pair(files[0], references[0])
            return
        if not references and self._seeks_files:
            for path in files:
                yield from self._references.collect(path, collection_formats(path), None)
        beside = self._references.beside([path for path in files if may_be_paired(path)])
        for path in inputs:
            folder = path if is_folder(path) else self._stood_for(path)
            if folder is not None:
                yield from self._folder(folder)
            elif path not in self._references.files:
                yield from self._named_file(path, self._references.match(beside, _HERE, path))
        yield from self._references.unused(beside)
        yield from self._classes.problems()

    def _pair(self, path: Path, reference: Path) -> Iterator[SearchEvent]:
        """One file with the one reference that was named for it."""
        try:
            own = named_references(reference, path) if self._seeks_files else [Reference(str(reference))]
        except InputError as error:
            yield RefusedReference(reference, error.message, error.hint)
            own = []
        yield from self._named_file(path, own)

    def _named_file(self, path: Path, references: Sequence[Reference]) -> Iterator[SearchEvent]:
        """A file that was named itself: its content decides where its name says nothing."""
        try:
            refuse_unprintable(path)
            status = check_regular(path)
            rows = rows_of_pictures(path) if PICTURES in self._kinds else None
            if rows is not None:
                yield from self._rows(rows)
                return
            kind = self._table_of_files(path) or kind_of(path, self._kinds)
        except InputError as error:
            yield Problem(printable_path(path), error.message, error.hint)
            return
        yield from self._samples(kind, InputFile(path, status.st_size), references)

    def _rows(self, rows: Shards) -> Iterator[SearchEvent]:
        """The pictures in the rows of a file that was named itself."""
        path = rows.files[0]
        self._references.files.add(path)
        for member in members_of_shards(rows, usual_references(rows), path.stem):
            if isinstance(member, Member):
                yield from self._member(member, SAMPLE_FILES.get(PICTURES))
            else:
                yield member

    def _samples(self, kind: SampleFiles, file: InputFile, references: Sequence[Reference]) -> Iterator[SearchEvent]:
        self._references.files.add(file.path)
        if not kind.reference_suffixes:
            references = (*references, *self._references.collections.match(file.path, bool(references)))
        context = self._context if kind.kind in self._kinds else replace(self._context, only_own=False)
        for event in kind.samples(file, references, context):
            if isinstance(event, Sample) and event.kind not in self._kinds:
                continue
            yield self._classes.with_class(self._references.with_named(event, kind))
            if isinstance(event, Sample):
                self._n_samples += 1
                if self._n_samples % _PROGRESS_EVERY == 0:
                    yield SearchProgress(self._n_samples, file.path.parent)

    def _table_of_files(self, path: Path) -> SampleFiles | None:
        """The kind of a file that is of none that is searched for, but a table that names files of these."""
        kind = kind_by_suffix(path)
        if kind is None or kind.kind in self._kinds or not kind.names_others(path, self._context):
            return None
        return kind

    def _folder(self, top: Path) -> Iterator[SearchEvent]:
        kinds: tuple[SampleFiles, ...] = ()
        for listing in walk(top, self._folders):
            yield from listing.problems
            if is_gallery(listing.folder):
                yield from self._gallery(listing)
                continue
            if data_set := (yield from self._recognised(listing)):
                yield from self._members(listing, data_set)
                continue
            kinds = kinds or self._kinds_in(top)
            if self._references.named is None:
                yield from self._classes.take_in(listing, kinds)
                self._references.files.update(self._classes.files)
            yield from self._inputs_of(listing, top, kinds)

    def _stood_for(self, path: Path) -> Path | None:
        """The folder of a data set that a file stands for; None where references are given, or it stands for itself."""
        return stands_for(path) if self._references.named is None else None

    def _recognised(self, listing: FolderListing) -> Generator[SearchEvent, None, DataSet | None]:
        try:
            return recognise(listing.folder, self._kinds, only_rows=self._references.named is not None)
        except InputError as error:
            yield Problem(listing.folder, error.message, error.hint)
            return None

    def _members(self, listing: FolderListing, data_set: DataSet) -> Iterator[SearchEvent]:
        """The inputs of a data set whose layout is known."""
        listing.folders.clear()
        if data_set.root in self._choices.left_out:
            return
        kind = SAMPLE_FILES.get(LAYOUTS.get(data_set.layout).kind)
        for member in members_of(data_set, self._choices.of(data_set.root)):
            if isinstance(member, Member):
                yield from self._member(member, kind)
            else:
                yield member
        yield SearchProgress(self._n_samples, listing.folder)

    def _member(self, member: Member, kind: SampleFiles) -> Iterator[SearchEvent]:
        """An input of a data set, which its layout has told by its name."""
        try:
            refuse_unprintable(member.path)
            size = None if is_row(member.path) else check_regular(member.path).st_size
        except InputError as error:
            yield Problem(printable_path(member.path), error.message, error.hint)
            return
        references = member.references
        if self._references.named is not None:
            references = tuple(self._references.match(None, _HERE, member.path.with_name(f"{member.name}.png")))
        for event in self._samples(kind, InputFile(member.path, size, member.name), references):
            if isinstance(event, Sample) and (member.parts or member.columns):
                yield msgspec.structs.replace(event, parts=member.parts, columns=member.columns)
            else:
                yield event

    def _kinds_in(self, top: Path) -> tuple[SampleFiles, ...]:
        """What a folder is searched for: files that may be about others only where there are no others."""
        wanted = files_of(self._kinds)
        first = tuple(kind for kind in wanted if not kind.is_about_others)
        last = tuple(kind for kind in wanted if kind.is_about_others)
        return last if last and not (first and holds(top, first)) else first

    def _inputs_of(self, listing: FolderListing, top: Path, kinds: Sequence[SampleFiles]) -> Iterator[SearchEvent]:
        pair = input_and_reference_folders(listing, kinds) if self._references.named is None else None
        if self._references.named is None and any(not kind.reference_suffixes for kind in kinds):
            yield from self._references.collect_in(listing, is_paired=pair is not None)
        if pair:
            yield from self._data_set(listing, kinds, *pair)
        held = [file.path for kind in kinds if not kind.is_about_others for file in listing.files.get(kind.kind, ())]
        beside = self._references.beside([*held, *listing.references])
        listing.others.update(
            reference_suffix(path) for path in listing.references if path not in self._references.files
        )
        if words := describe_other_files(listing, kinds):
            yield words
        references = references_among(listing, held) if self._references.named is None else None
        if references:
            yield from self._among(listing, kinds, references, beside or ReferenceIndex(inputs=self._references.inputs))
        else:
            yield from self._inputs_in(listing, kinds, listing.folder.relative_to(top), beside)
            yield from () if beside is None else contested(beside)
        yield SearchProgress(self._n_samples, listing.folder)

    def _among(
        self, listing: FolderListing, kinds: Sequence[SampleFiles], references: Path, index: ReferenceIndex
    ) -> Iterator[SearchEvent]:
        """Inputs, with the references in a folder that lies among them."""
        listing.folders.remove(references)
        yield from references_below(references, index, set(), collections=self._references.collections)
        yield from self._inputs_in(listing, kinds, _HERE, index)
        yield from unused(index.unused)
        yield from contested(index)

    def _gallery(self, listing: FolderListing) -> Iterator[SearchEvent]:
        if self._references.named is None and self._seeks_files:
            yield from self._references.collect_in(listing, is_paired=True, is_partial=True)
        listing.folders.clear()
        try:
            entries = read_gallery(listing.folder)
        except InputError as error:
            yield Problem(listing.folder, error.message, error.hint)
            return
        for entry in entries:
            path = listing.folder / entry.file
            if path in self._references.files or not self._is_wanted(path):
                continue
            if self._references.named is None and entry.reference:
                yield from self._pair(path, listing.folder / entry.reference)
            else:
                yield from self._named_file(
                    path, self._references.match(None, path.parent.relative_to(listing.folder), path)
                )
        yield SearchProgress(self._n_samples, listing.folder)

    def _is_wanted(self, path: Path) -> bool:
        """Whether a file may be of a kind that is searched for; what its name leaves open is seldom about others."""
        kind = kind_by_suffix(path)
        wanted = files_of(self._kinds)
        return kind in wanted if kind is not None else any(not each.is_about_others for each in wanted)

    def _data_set(
        self,
        listing: FolderListing,
        kinds: Sequence[SampleFiles],
        inputs: Path,
        references: Path,
        format_name: str,
    ) -> Iterator[SearchEvent]:
        others = [folder.name for folder in listing.folders if folder not in (inputs, references)]
        listing.folders.clear()
        if others:
            yield Problem(
                listing.folder,
                f"Beside {inputs.name} and {references.name}, these folders are passed over: {', '.join(others)}.",
                "Give those folders themselves to read them too.",
            )
        index = ReferenceIndex(format_name, Namesakes([inputs]))
        if format_name == PICTURE:
            yield from pictures_below(references, index)
        else:
            yield from references_below(references, index, set(), collections=self._references.collections)
        if not index.unused and not any(references in path.parents for path in self._references.files):
            yield from nothing_read(references)
        for below in walk(inputs, self._folders):
            yield from below.problems
            if words := describe_other_files(below, kinds):
                yield words
            yield from self._inputs_in(below, kinds, below.folder.relative_to(inputs), index)
        yield from unused(index.unused)
        yield from contested(index)

    def _inputs_in(
        self, listing: FolderListing, kinds: Sequence[SampleFiles], folder: Path, index: ReferenceIndex | None
    ) -> Iterator[SearchEvent]:
        for kind in kinds:
            for file in listing.files.get(kind.kind, ()):
                if file.path not in self._references.files:
                    own = [] if kind.reference_suffixes else self._references.match(index, folder, file.path)
                    yield from self._samples(kind, file, own)
