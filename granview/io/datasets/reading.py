"""Data sets to samples, one after the other while the file is read, with words about all that does not become one."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.io.columns import ColumnRoles, Preview, guess_columns
from granview.io.datasets.label_names import names_beside
from granview.io.datasets.readers import reader_for
from granview.io.datasets.records import TextRecord, record_of
from granview.io.datasets.rows import Damage, Item, Names, Reader, Remark, Row
from granview.io.datasets.values import speakable_text
from granview.io.found import Notice, Problem
from granview.io.names import NameBook

if TYPE_CHECKING:
    from granview.io.text_references import ReferenceTable, TextReferences

MAX_RECORDS: Final = 1_000_000
"""So many records of a file become samples; the rest is said to be left out."""

MAX_TEXT_BYTES: Final = 1 << 30
"""So much text of a file, in UTF-8, becomes samples."""

_PREVIEW_ROWS: Final = 200
_MAX_LINES: Final = 20
_ROLES_HINT: Final = "Name the column of the text 'text', or choose it when you add the file."


def preview_data(path: Path, n_rows: int = _PREVIEW_ROWS) -> Preview:
    """The beginning of a data set, for the user to choose its columns.

    Raises:
        InputError: it cannot be read, or is no data set.
    """
    return _preview(_head(_reader(path).read(path), n_rows))


def read_samples(
    path: Path,
    names: NameBook,
    roles: ColumnRoles | None = None,
    references: "TextReferences | None" = None,
    max_records: int = MAX_RECORDS,
) -> Iterator[Sample | Problem]:
    """The records of a data set as samples.

    Args:
        path: The file.
        names: Gives each sample its name: the record's identifier, or the file's stem with the record's number.
        roles: Which column is what; None to guess.
        references: What is known elsewhere; it replaces what the file itself says.
        max_records: How many are read.

    Yields:
        A sample for each record, with what is known of it; a ``Problem`` for each of the first records that cannot be
        read, then one for all others; ``Notice`` for what must be said.
    """
    try:
        table = None if references is None else references.table_for(path)
        yield from _Reading(path, _reader(path), names, table, max_records).run(roles)
    except InputError as error:
        yield Problem(path, speakable_text(error.message), error.hint)


def _reader(path: Path) -> Reader:
    reader = reader_for(path)
    if reader is None:
        raise InputError(f"{path.name} is one text, not a data set.", "It needs no columns.")
    return reader


def _head(items: Iterator[Item], n_rows: int) -> list[Item]:
    """Items up to the given number of rows."""
    head: list[Item] = []
    rows = 0
    while rows < n_rows and (item := next(items, None)) is not None:
        head.append(item)
        rows += isinstance(item, Row)
    return head


def _preview(head: Sequence[Item]) -> Preview:
    rows = [item.values for item in head if isinstance(item, Row)]
    return Preview.of(rows, [item.words for item in head if isinstance(item, Remark)])


class _Reading:
    """One file being read: its names, its limits, the problems told so far."""

    def __init__(
        self, path: Path, reader: Reader, names: NameBook, table: "ReferenceTable | None", max_records: int
    ) -> None:
        self._path = path
        self._reader = reader
        self._names = names
        self._table = table
        self._max_records = max_records
        self._bytes = 0
        self._records = 0
        self._problems = 0

    def run(self, roles: ColumnRoles | None) -> Iterator[Sample | Problem]:
        items = self._reader.read(self._path)
        head = _head(items, _PREVIEW_ROWS)
        preview = _preview(head)
        roles = roles or guess_columns(preview)
        if preview.rows and not roles.usable:
            listed = ", ".join(preview.columns[:8])
            raise InputError(f"{self._path.name} has no column that is a text: {listed}.", _ROLES_HINT)
        class_names, problems = self._class_names(head, preview, roles)
        yield from problems
        for item in chain(head, items):
            if isinstance(item, Row) and self._is_full():
                yield self._left_out()
                break
            yield from self._item(item, roles, class_names)
        yield from self._closing()

    def _class_names(
        self, head: Sequence[Item], preview: Preview, roles: ColumnRoles
    ) -> tuple[Mapping[str, Sequence[str]], list[Problem]]:
        known: dict[str, Sequence[str]] = {item.column: item.names for item in head if isinstance(item, Names)}
        problems: list[Problem] = []
        for column in (roles.label, roles.tags):
            if column is not None and column not in known:
                found, said = names_beside(self._path, column, preview.values(column))
                known |= {} if found is None else {column: found}
                problems += said
        return known, problems

    def _item(
        self, item: Item, roles: ColumnRoles, class_names: Mapping[str, Sequence[str]]
    ) -> Iterator[Sample | Problem]:
        if isinstance(item, Remark):
            yield Notice(self._path, item.words)
        elif isinstance(item, Damage):
            yield from self._problem(item.place, item.words)
        elif isinstance(item, Row):
            try:
                record = record_of(item.values, roles, class_names)
            except InputError as error:
                yield from self._problem(item.place, error.message)
                return
            reference, words = self._reference(item.record, record)
            yield self._sample(item.record, record, reference)
            if words:
                yield from self._problem(item.place, words)

    def _reference(self, index: int, record: TextRecord) -> tuple[Reference | None, str]:
        if self._table is None:
            own = record.reference
            return None if own is None else Reference(str(self._path), text=own), record.words
        values = self._table.lookup(record.name, index)
        return (None, "") if values is None else self._table.reference(values, record.text)

    def _sample(self, index: int, record: TextRecord, reference: Reference | None) -> Sample:
        text = record.text
        size = len(text.utf8) + len(text.pair_utf8 or b"") + len(text.question_utf8 or b"")
        self._bytes += size
        self._records += 1
        return Sample(
            self._names.claim(record.name or f"{self._path.stem}-{index + 1:04d}"),
            str(self._path),
            size_bytes=size,
            reference=reference,
            kind="text",
            record=index,
            text=text,
        )

    def _problem(self, place: int, words: str) -> Iterator[Problem]:
        self._problems += 1
        if self._problems <= _MAX_LINES:
            line = f"{self._path.name}: {self._reader.unit} {place} {words}."
            yield Problem(self._path, speakable_text(line))

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
            unit = f"{self._reader.unit}{'s' * (more > 1)}"
            yield Problem(self._path, f"{self._path.name}: {more:,} more {unit} with problems like these.")
        if not self._records:
            yield Problem(self._path, f"{self._path.name} holds no record that can be used.", "Check its content.")
