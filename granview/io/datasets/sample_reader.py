"""Data sets to samples, one after the other while the file is read, with words about all that does not become one."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.core.errors import InputError
from granview.core.file_names import SampleNames
from granview.core.limits import MAX_RECORDS, MAX_TEXT_BYTES
from granview.core.sample import Reference, Sample
from granview.core.text import NO_NAMES
from granview.io.column_guess import guess_columns
from granview.io.column_prompt import ColumnPrompt
from granview.io.column_roles import ColumnRoles, Preview
from granview.io.dataset_format import DatasetFormat, has_columns
from granview.io.datasets.class_names import collect_names
from granview.io.datasets.class_names_beside import names_beside
from granview.io.datasets.file_records import FileRecord, file_record_of
from granview.io.datasets.further_columns import further_columns, further_values, left_out_words
from granview.io.datasets.preview import PREVIEW_ROWS, first_items, known_format, preview_of
from granview.io.datasets.row_items import ClassNames, DamagedRecord, FileRemark, Item, Row
from granview.io.datasets.text_records import TextRecord, record_of
from granview.io.datasets.value_parsing import well_formed_text
from granview.io.reference_formats.class_name import class_reference
from granview.io.sample_kind import SAMPLE_FILES, names_a_sample
from granview.io.search_events import GuessedColumns, Notice, Problem, WrongColumns

if TYPE_CHECKING:
    from granview.io.text_references import ReferenceTable, TextReferenceFiles

_MAX_LINES: Final = 20
_OF_TEXTS: Final = frozenset({"text", "pair", "messages", "question", "context", "tokens", "id"})
"""The roles that a file keeps where what is known of its texts is given elsewhere."""

DataSetEvent = Sample | Problem | GuessedColumns

_ROLES_HINT: Final = "Name the column of the text 'text', or choose it when you add the file."


def read_samples(
    path: Path,
    names: SampleNames,
    roles: ColumnRoles | None = None,
    references: "TextReferenceFiles | None" = None,
    max_records: int = MAX_RECORDS,
    header: bool | None = None,
    only_texts: bool = False,
) -> Iterator[DataSetEvent]:
    """The records of a data set as samples.

    Args:
        path: The file.
        names: Gives each sample its name: the record's identifier, or the file's stem with the record's number.
        roles: Which column is what; None to guess.
        references: What is known elsewhere; it replaces what the file itself says.
        max_records: How many are read.
        header: Whether the first row of a delimited file names the columns; None to find out.
        only_texts: Whether rows are texts even where a column may be that of files.

    Yields:
        A sample for each record, with what is known of it; a ``Problem`` for each of the first records that cannot be
        read, then one for all others; ``Notice`` for what must be said; ``GuessedColumns`` where roles are guessed that
        can be chosen; ``WrongColumns`` alone where there is no column of a name that was chosen.
    """
    try:
        table = None if references is None else references.table_for(path)
        known = known_format(path)
        reading = _Reading(path, known, names, table, max_records)
        yield from reading.run(known.items(path, header), roles, only_texts)
    except InputError as error:
        yield Problem(path, well_formed_text(error.message), error.hint)


def _wrong_columns(path: Path, preview: Preview, roles: ColumnRoles) -> WrongColumns | None:
    """What is wrong where a column was chosen that is not there; nothing can be said of a file without rows."""
    unknown = [column for column in roles.named.values() if column not in preview.columns]
    if not unknown or not preview.rows:
        return None
    names = ", ".join(f"'{column}'" for column in preview.columns)
    return WrongColumns(path, f"{path.name} has no column '{unknown[0]}'.", f"Its columns: {names}.")


class _Reading:
    """One file being read: its names, its limits, the problems told so far."""

    def __init__(
        self, path: Path, known: DatasetFormat, names: SampleNames, table: "ReferenceTable | None", max_records: int
    ) -> None:
        self._path = path
        self._unit = known.unit
        self._names = names
        self._table = table
        self._max_records = max_records
        self._bytes = 0
        self._records = 0
        self._problems = 0
        self._data_set = NO_NAMES
        self._further: tuple[str, ...] = ()

    def run(self, items: Iterator[Item], roles: ColumnRoles | None, only_texts: bool) -> Iterator[DataSetEvent]:
        head = first_items(items, PREVIEW_ROWS)
        preview = preview_of(self._path, head)
        if roles is not None and (wrong := _wrong_columns(self._path, preview, roles)):
            yield wrong
            return
        guessed = roles is None
        roles = roles or guess_columns(preview, None if only_texts else names_a_sample)
        if preview.rows and not roles.usable:
            listed = ", ".join(preview.columns[:8])
            raise InputError(f"{self._path.name} has no column that is a text: {listed}.", _ROLES_HINT)
        if guessed and preview.rows and has_columns(self._path):
            yield self._guessed(preview, roles)
        self._further = further_columns(preview, roles)
        if words := left_out_words(self._path.name, self._further):
            yield Notice(self._path, well_formed_text(words))
        class_names, problems = self._class_names(head, preview, roles)
        yield from problems
        self._data_set, items = collect_names(chain(head, items), roles, class_names)
        for item in items:
            if isinstance(item, Row) and self._is_full():
                yield self._left_out()
                break
            yield from self._item(item, roles, class_names)
        yield from self._closing()

    def _guessed(self, preview: Preview, roles: ColumnRoles) -> GuessedColumns:
        if self._table is not None:
            roles = ColumnRoles(**{role: column for role, column in roles.named.items() if role in _OF_TEXTS})
        return GuessedColumns(self._path, roles, ColumnPrompt(self._path, preview, roles).doubts)

    def _class_names(
        self, head: Sequence[Item], preview: Preview, roles: ColumnRoles
    ) -> tuple[Mapping[str, Sequence[str]], list[Problem]]:
        known: dict[str, Sequence[str]] = {item.column: item.names for item in head if isinstance(item, ClassNames)}
        problems: list[Problem] = []
        for column in (roles.label, roles.tags):
            if column is not None and column not in known:
                found, problems_beside = names_beside(self._path, column, preview.values(column))
                known |= {} if found is None else {column: found}
                problems += problems_beside
        return known, problems

    def _item(
        self, item: Item, roles: ColumnRoles, class_names: Mapping[str, Sequence[str]]
    ) -> Iterator[Sample | Problem]:
        if isinstance(item, FileRemark):
            yield Notice(self._path, item.words, item.hint)
        elif isinstance(item, DamagedRecord):
            yield from self._problem(item.place, item.words)
        elif isinstance(item, Row):
            try:
                if roles.file is not None:
                    yield from self._file(item, file_record_of(item.values, roles, self._path))
                    return
                record = record_of(item.values, roles, class_names)
            except InputError as error:
                yield from self._problem(item.place, error.message)
                return
            record, reference, words = self._with_reference(item.record, record)
            yield self._sample(item, record, reference)
            if words:
                yield from self._problem(item.place, words)

    def _file(self, row: Row, record: FileRecord) -> Iterator[Sample | Problem]:
        """A file with what its row says besides."""
        self._records += 1
        self._bytes += sum(part.text.n_bytes for part in record.parts if part.text is not None)
        references = [] if record.reference is None else [Reference(str(record.reference))]
        if record.labels is not None and SAMPLE_FILES.get(record.kind).is_picture:
            references.append(class_reference(record.labels, path=str(self._path)))
        yield Sample(
            self._names.claim(record.name or record.path.stem),
            str(record.path),
            size_bytes=record.path.stat().st_size,
            reference=references[0] if references else None,
            kind=record.kind,
            parts=record.parts,
            more_references=tuple(references[1:]),
            columns=further_values(row.values, self._further),
        )
        if record.words:
            yield from self._problem(row.place, record.words)

    def _with_reference(self, index: int, record: TextRecord) -> tuple[TextRecord, Reference | None, str]:
        if self._table is None:
            own = record.reference
            reference = None if own is None else Reference(str(self._path), text=own, data_set=self._data_set)
            return record, reference, record.words
        values = self._table.lookup(record.name, index)
        if values is None:
            return record, None, ""
        with_word_ends = dataclasses.replace(record, text=self._table.with_word_ends(values, record.text))
        return with_word_ends, *self._table.reference(values, record.text)

    def _sample(self, row: Row, record: TextRecord, reference: Reference | None) -> Sample:
        text = record.text
        size = text.n_bytes
        self._bytes += size
        self._records += 1
        return Sample(
            self._names.claim(record.name or f"{self._path.stem}-{row.record + 1:04d}"),
            str(self._path),
            size_bytes=size,
            reference=reference,
            kind="text",
            record=row.record,
            text=text,
            columns=further_values(row.values, self._further),
        )

    def _problem(self, place: int, words: str) -> Iterator[Problem]:
        self._problems += 1
        if self._problems <= _MAX_LINES:
            line = f"{self._path.name}: {self._unit} {place} {words}."
            yield Problem(self._path, well_formed_text(line))

    def _is_full(self) -> bool:
        return self._records >= self._max_records or self._bytes >= MAX_TEXT_BYTES

    def _left_out(self) -> Problem:
        return Problem(
            self._path,
            f"{self._path.name}: only its first {self._records:,} records are taken, the limit for one file.",
            "Split it to take others.",
        )

    def _closing(self) -> Iterator[Problem]:
        more = self._problems - _MAX_LINES
        if more > 0:
            unit = f"{self._unit}{'s' * (more > 1)}"
            yield Problem(self._path, f"{self._path.name}: {more:,} more {unit} with problems like these.")
        if not self._records:
            yield Problem(self._path, f"{self._path.name} holds no record that can be used.", "Check its content.")
