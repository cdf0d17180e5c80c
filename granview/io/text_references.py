"""What is known of texts, given in files of its own: tables matched by identifier or row, texts and ``.ann`` by name.

- For a data set: a data set of the same stem (also with an ending, ``x_labels.csv`` for ``x.csv``), or the only one
  given if it has identifiers. Rows are matched by their identifiers where both have them, else by their order.
- For a file that is one text: a text of the same stem is its target; an ``.ann`` file, as brat writes them, holds its
  entities (it is found beside the text, too); or the row of a data set whose identifier is the file's name or stem.
- One file for one file belongs to it, whatever it is called.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.errors import InputError
from granview.core.limits import MAX_RECORD_CHARS, MAX_RECORDS, MAX_RUN_CHARS, MAX_TEXT_BYTES
from granview.core.sample import Reference
from granview.core.text import DataSetNames, TextInput, TextReference
from granview.io.brat_files import BratFile, brat_entities
from granview.io.column_guess import guess_columns
from granview.io.column_roles import ColumnRoles, Preview, refuse_wide_rows
from granview.io.dataset_format import dataset_format
from granview.io.datasets.class_names import DataSetNameCollector
from granview.io.datasets.class_names_beside import names_beside
from granview.io.datasets.row_items import ClassNames, Item, Row
from granview.io.datasets.text_records import reference_of, with_word_ends
from granview.io.datasets.value_parsing import as_identifier, well_formed_text
from granview.io.leftovers import counted
from granview.io.pairing_names import reference_key
from granview.io.regular_files import is_regular
from granview.io.search_events import Notice, Problem, RefusedReference
from granview.io.text_reader import read_text

ANNOTATIONS: Final = ".ann"
OF_LAYOUT: Final = "brat"
"""The format of annotations whose folder is a data set, which has said what is left alone in all of them."""

_PREVIEW_ROWS: Final = 200


@dataclass
class ReferenceTable:
    """A data set of what is known, in memory.

    Attributes:
        path: The file.
        roles: Which column is what.
        names: By column, the classes in index order, where it holds their numbers.
        rows: In the file's order, by record.
        by_id: By identifier.
    """

    path: Path
    roles: ColumnRoles
    names: Mapping[str, Sequence[str]]
    rows: Mapping[int, Mapping[str, Any]]
    by_id: Mapping[str, Mapping[str, Any]]

    def lookup(self, identifier: str | None, record: int) -> Mapping[str, Any] | None:
        """The row of a record, by its identifier if both sides have them, else by its place."""
        if self.by_id and identifier is not None:
            return self.by_id.get(identifier)
        return self.rows.get(record)

    def with_word_ends(self, values: Mapping[str, Any], text_input: TextInput) -> TextInput:
        """A text in the words of a row, where that has them."""
        return with_word_ends(values, self.roles, text_input)

    def reference(self, values: Mapping[str, Any], text: TextInput) -> tuple[Reference | None, str]:
        """What a row says of a text, and what is wrong with it, without the subject."""
        try:
            known, words = reference_of(values, self.roles, text, self.names)
        except InputError as error:
            return None, f"{error.message} in {self.path.name}, so it has no reference"
        reference = None if known is None else Reference(str(self.path), text=known, data_set=self.data_set)
        return reference, words

    @cached_property
    def data_set(self) -> DataSetNames:
        """The names that all rows say together."""
        names = DataSetNameCollector(self.roles, self.names)
        for values in self.rows.values():
            names.add(values)
        return names.whole


@dataclass
class TextReferenceFiles:
    """Files of what is known of texts, each read when it is first needed.

    Attributes:
        is_pair: Whether there is one file for one input.
        is_of_layout: Whether what is left alone in them was said by a layout, of all of them together.
    """

    is_pair: bool = False
    is_of_layout: bool = False
    _files: list[Path] = field(default_factory=list)
    _used: set[Path] = field(default_factory=set)
    _tables: dict[Path, ReferenceTable | None] = field(default_factory=dict)

    def add(self, path: Path) -> None:
        """One more file."""
        if path not in self._files:
            self._files.append(path)

    @property
    def files(self) -> tuple[Path, ...]:
        """All files."""
        return tuple(self._files)

    @property
    def unused(self) -> tuple[Path, ...]:
        """Files that no input has asked for yet."""
        return tuple(path for path in self._files if path not in self._used)

    def table_for(self, data_set: Path) -> ReferenceTable | None:
        """The table of a data set.

        Raises:
            InputError: it cannot be read.
        """
        tables = [path for path in self._files if path != data_set and _is_table(path)]
        named = _of_stem(tables, data_set)
        if named is not None or len(tables) != 1:
            return None if named is None else self._table(named)
        only = self._table(tables[0])
        return only if self.is_pair or only.by_id else None

    def text_for(self, text: Path) -> Path | None:
        """The file whose content is what is known of a file that is one text."""
        others = [path for path in self._files if path != text and not _is_table(path)]
        chosen = _of_stem(others, text) or (others[0] if self.is_pair and others else None)
        if chosen is not None:
            self._used.add(chosen)
        return chosen

    def rows_for(self, text: Path) -> Iterator[tuple[ReferenceTable, Mapping[str, Any]]]:
        """Rows whose identifier is the name of a file that is one text."""
        for path in self._files:
            table = self._table(path) if _is_table(path) else None
            found = table and (table.by_id.get(text.stem) or table.by_id.get(text.name))
            if table and found:
                yield table, found

    def _table(self, path: Path) -> ReferenceTable:
        self._used.add(path)
        known = self._tables.get(path)
        if known is None:
            known = self._tables[path] = _read_table(path)
        return known


def reference_of_text(path: Path, references: TextReferenceFiles | None) -> tuple[Reference | None, list[Problem]]:
    """What is known of a file that is one text; without references, what an ``.ann`` file beside it says."""
    if references is None:
        beside = path.with_suffix(ANNOTATIONS)
        if beside == path or not is_regular(beside):
            return None, []
        references = TextReferenceFiles()
        references.add(beside)
    try:
        chosen = references.text_for(path)
        if chosen is not None:
            known, words = _known_of(chosen, path)
            said = () if references.is_of_layout else words
            return Reference(str(chosen), text=known), [Notice(chosen, each) for each in said]
        for table, values in references.rows_for(path):
            reference, refusal = table.reference(values, TextInput.of(read_text(path, MAX_RUN_CHARS).text))
            return reference, [RefusedReference(path, f"{path.name} {refusal}.")] if refusal else []
    except InputError as error:
        return None, [RefusedReference(path, well_formed_text(error.message), error.hint)]
    return None, []


def _is_table(path: Path) -> bool:
    return path.suffix.lower() != ANNOTATIONS and dataset_format(path) is not None


def _of_stem(candidates: Iterable[Path], path: Path) -> Path | None:
    stem = path.stem.casefold()
    return next((other for other in candidates if stem in (other.stem.casefold(), reference_key(other))), None)


def _read_table(path: Path) -> ReferenceTable:
    known = dataset_format(path)
    items = [] if known is None else list(_bounded(path, known.items(path)))
    rows = {item.record: item.values for item in items if isinstance(item, Row)}
    head = list(rows.values())[:_PREVIEW_ROWS]
    refuse_wide_rows(path, head)
    preview = Preview.of(head)
    roles = _known_roles(guess_columns(preview))
    names: dict[str, Sequence[str]] = {item.column: item.names for item in items if isinstance(item, ClassNames)}
    if roles.label is not None and roles.label not in names:
        beside, _ = names_beside(path, roles.label, preview.values(roles.label))
        names |= {} if beside is None else {roles.label: beside}
    identified = ((as_identifier(values.get(roles.id)), values) for values in rows.values() if roles.id is not None)
    return ReferenceTable(path, roles, names, rows, {name: values for name, values in identified if name is not None})


def _bounded(path: Path, items: Iterable[Item]) -> Iterator[Item]:
    """The items of a table, all of which will be in memory.

    Raises:
        InputError: they are more than a data set may have.
    """
    records = chars = 0
    for item in items:
        if isinstance(item, Row):
            records += 1
            chars += sum(len(value) for value in item.values.values() if isinstance(value, str))
        if records > MAX_RECORDS or chars > MAX_TEXT_BYTES:
            raise InputError(
                f"{path.name} is too large for a table of references: more than {MAX_RECORDS:,} records, or "
                f"{MAX_TEXT_BYTES / 1e6:,.0f} million characters.",
                "Split it.",
            )
        yield item


def _known_roles(roles: ColumnRoles) -> ColumnRoles:
    """Where a table holds nothing but texts, they are what is right."""
    parts = (roles.label, roles.label_name, roles.target, roles.entities, roles.tags, roles.answers, roles.cases)
    return roles if any(parts) else msgspec.structs.replace(roles, target=roles.text, text=None)


def _known_of(chosen: Path, text: Path) -> tuple[TextReference, tuple[str, ...]]:
    if chosen.suffix.lower() == ANNOTATIONS:
        lines = read_text(chosen, MAX_RECORD_CHARS).text.splitlines()
        known = brat_entities(chosen.name, lines, read_text(text, MAX_RUN_CHARS).text)
        return TextReference(entities=known.entities), tuple(_words(chosen, known))
    return TextReference(targets=(well_formed_text(read_text(chosen, MAX_RUN_CHARS).text.rstrip("\r\n")),)), ()


def _words(path: Path, known: BratFile) -> Iterator[str]:
    if known.n_parted:
        many = "1 entity of several parts is" if known.n_parted == 1 else f"{known.n_parted:,} of several parts are"
        yield f"{path.name}: {many} read from the first part to the last."
    if known.doubled:
        yield f"{path.name}: several entities are called {known.doubled[0]}, and all are read: number each once."
    if known.others:
        listed = ", ".join(counted(sort, n) for sort, n in known.others.most_common())
        yield f"{path.name}: {listed} left alone: entities alone are read."
