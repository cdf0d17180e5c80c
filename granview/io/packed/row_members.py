"""Rows of pictures as inputs of a data set: each with its references, and with what its row says besides."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from granview.core.errors import InputError
from granview.core.limits import MAX_RECORD_CHARS, MAX_RECORDS
from granview.core.sample import Part, Reference
from granview.core.text import TextInput
from granview.io.data_set import Leftover, Member
from granview.io.datasets.further_columns import further_values
from granview.io.datasets.value_parsing import as_labels, well_formed_text
from granview.io.packed.column_uses import ColumnUses
from granview.io.packed.shards import Shards
from granview.io.reference_formats.class_name import class_reference
from granview.io.regular_files import refusal_of
from granview.io.row_address import cell_paths
from granview.io.search_events import Problem, RefusedReference

if TYPE_CHECKING:
    from granview.io.packed.row_listing import FileRows

_NAMED: Final = 5
_HINT: Final = "Copy or save it again."


def members_of_shards(shards: Shards, wanted: Sequence[str], name: str) -> Iterator[Member | Problem]:
    """The rows of a split that have a picture, and in words what cannot be used.

    Args:
        shards: The split.
        wanted: The columns of references that are read.
        name: What its samples are called, before their row in the split.
    """
    uses = shards.uses
    if uses is None:
        for path in shards.files:
            why = refusal_of(path) or InputError(f"{path.name} holds no pictures that can be read.", _HINT)
            yield Problem(path, why.message, why.hint)
        return
    from granview.io.packed.row_listing import list_rows  # it needs multiprocessing, which the window starts without

    plain = [*uses.classes, *uses.parts.values(), *uses.further]
    listed = list(list_rows(shards.files, uses.pictures, plain))
    yield from _Rows(shards, uses, frozenset(wanted), name).members(listed)


class _Rows:
    """The rows of one split, with what is asked of them."""

    def __init__(self, shards: Shards, uses: ColumnUses, wanted: frozenset[str], name: str) -> None:
        self.uses = uses
        self.wanted = wanted
        self._name = name
        self._classes = next((column for column in uses.classes if column in wanted), None)
        self._names = shards.columns.names.get(self._classes or "")
        self._boxes = shards.box_formats
        self._lacking = shards.lacking
        self._known: dict[str, tuple[Reference, ...]] = {}

    def members(self, listed: "Sequence[FileRows]") -> Iterator[Member | Problem]:
        counts = Counter(self._key(row) for file in listed for row in file.rows if row)
        first = 0
        for file in listed:
            pictures = cell_paths(file.path, self.uses.picture)
            masks = [
                (column, sort.format, cell_paths(file.path, column))
                for column, sort in self.uses.references.items()
                if column in self.wanted
            ]
            boxes = [(how, cell_paths(file.path, name)) for name, how in self._boxes.items() if name in self.wanted]
            for place, row in enumerate(file.rows):
                if row is None or not row.get(self.uses.picture):
                    continue
                references = tuple(Reference(at(place), format=how) for column, how, at in masks if row.get(column))
                references += tuple(Reference(at(place), format=how) for how, at in boxes)
                yield Member(
                    Path(pictures(place)),
                    references + self._class(row, counts),
                    f"{self._name}-{first + place:05d}",
                    tuple(self._parts(file.path, row)),
                    further_values(row, self.uses.further),
                )
            yield from self._remarks(file)
            first += len(file.rows)

    def _key(self, row: Mapping[str, Any]) -> str:
        return "" if self._classes is None else str(row.get(self._classes))

    def _class(self, row: Mapping[str, Any], counts: Mapping[str, int]) -> tuple[Reference, ...]:
        """The class of a row, one reference for all that have it; none of a row that says none, or an unknown one."""
        if self._classes is None:
            return ()
        key = self._key(row)
        if key not in self._known:
            try:
                names = as_labels(row.get(self._classes), self._names)
            except InputError:
                names = None
            found = () if names is None else (class_reference(names, self._names or (), counts[key]),)
            self._known[key] = found
        return self._known[key]

    def _parts(self, path: Path, row: Mapping[str, Any]) -> Iterator[Part]:
        for role, column in self.uses.parts.items():
            if isinstance(value := row.get(column), str) and value:
                text = TextInput.of(well_formed_text(value))
                if not text.exceeds(MAX_RECORD_CHARS):
                    yield Part(role, "text", str(path), text)

    def _remarks(self, file: "FileRows") -> Iterator[Problem]:
        """What must be said of a file's rows: which have no picture, and what else they lack."""
        path, rows, lacking = file.path, file.rows, self._lacking.get(file.path, ())
        empty = [place for place, row in enumerate(rows) if row is not None and not row.get(self.uses.picture)]
        if self.uses.picture in lacking:  # it was said of the file, before it was loaded
            return
        if empty:
            reason = f"'{self.uses.picture}' holds no picture in {_rows(empty)} of {path.name}."
            left = Leftover("rows without a picture", len(empty), path, reason)
            yield Problem(path, f"{reason[:-1]}, so nothing is read there.", "Leave such rows out.", (left,))
        if long := [place for place, row in enumerate(rows) if row is None]:
            yield Problem(path, f"{path.name}: {_rows(long)} say too much to be a record.", "Shorten what they hold.")
        for column in self.uses.references:
            bare = [p for p, row in enumerate(rows) if row and row.get(self.uses.picture) and not row.get(column)]
            if column in self.wanted and bare and column not in lacking:
                words = f"'{column}' is empty in {_rows(bare)} of {path.name}, which have no such reference."
                yield RefusedReference(path, words, "What has no reference is not scored.")
        if self._classes is not None and self._classes not in lacking:
            yield from self._of_classes(file)
        yield from _of_damage(file)
        if len(rows) == MAX_RECORDS:
            yield Problem(path, f"{path.name}: only its first {MAX_RECORDS:,} rows are taken, the limit for one file.")

    def _of_classes(self, file: "FileRows") -> Iterator[Problem]:
        """Which of a file's pictures have no class; -1 stands for "not known"."""
        held = [place for place, row in enumerate(file.rows) if row and row.get(self.uses.picture)]
        if bare := [place for place in held if not self._known.get(self._key(file.rows[place] or {}))]:
            words = f"'{self._classes}' names no class in {_rows(bare)} of {file.path.name}, so none is compared."
            yield RefusedReference(file.path, words, "What has no reference is not scored.")


def _of_damage(file: "FileRows") -> Iterator[Problem]:
    """Why a file has no more rows, where that is not its end."""
    path, n_rows = file.path, len(file.rows)
    if file.damage and (refusal := refusal_of(path)):
        yield Problem(path, refusal.message, refusal.hint)
    elif file.damage:
        so_far = f"its first {n_rows:,} rows are taken" if n_rows else "nothing of it is read"
        words = f"{path.name} is damaged or cut short, and {so_far}: {file.damage.rstrip('.')}."
        yield Problem(path, well_formed_text(words), _HINT)


def _rows(places: Sequence[int]) -> str:
    """Some rows by number, from 0: ``row 3``, ``3 rows (3, 7, 9)``."""
    if len(places) == 1:
        return f"row {places[0]}"
    listed = ", ".join(map(str, places[:_NAMED])) + (", …" if len(places) > _NAMED else "")
    return f"{len(places):,} rows ({listed})"
