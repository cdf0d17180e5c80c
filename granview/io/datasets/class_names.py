"""The names that a data set says, all its records together: the label set in which each of them is scored.

So a record means the same whichever others are run beside it. Names that the file declares count though no record has
them; of the others, those of its first records.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.text import DataSetNames
from granview.io.column_roles import ColumnRoles
from granview.io.datasets.row_items import Item, Row
from granview.io.datasets.tag_schemes import is_tag
from granview.io.datasets.value_parsing import as_labels, span_labels

AHEAD_RECORDS: Final = 20_000
"""So many records are looked through before the first becomes a sample."""

AHEAD_CHARS: Final = 16_000_000
"""So many characters of text at most."""

MAX_NAMES: Final = 1000
"""More different names are no label set: such a column holds something else, and each record stands for itself."""

_OUTSIDE: Final = "O"


def collect_names(
    items: Iterator[Item], roles: ColumnRoles, names: Mapping[str, Sequence[str]]
) -> tuple[DataSetNames, Iterator[Item]]:
    """The names of a data set, and all its items, those that were looked through too.

    Args:
        items: What is read of it.
        roles: Which column is what.
        names: By column, the names of its numbers, which the data set declares.
    """
    found, seen = DataSetNameCollector(roles, names), []
    if not any((roles.label, roles.label_name, roles.tags, roles.entities)):
        return found.whole, items
    rows = chars = 0
    for item in items:
        seen.append(item)
        if isinstance(item, Row):
            found.add(item.values)
            rows, chars = rows + 1, chars + sum(len(value) for value in item.values.values() if isinstance(value, str))
        if rows >= AHEAD_RECORDS or chars >= AHEAD_CHARS:
            break
    return found.whole, chain(seen, items)


class DataSetNameCollector:
    """The names that rows say, in the order in which they come; of too many, only those that are declared.

    Args:
        roles: Which column is what.
        names: By column, the names of its numbers.
    """

    def __init__(self, roles: ColumnRoles, names: Mapping[str, Sequence[str]]) -> None:
        self._roles = roles
        self._names = names
        labels = tuple(name for name in names.get(roles.label or "", ()) if name)
        self._declared = DataSetNames(labels, _types_of(names.get(roles.tags or "", ())))
        self._labels, self._types = dict.fromkeys(self._declared.labels), dict.fromkeys(self._declared.types)

    def add(self, values: Mapping[str, Any]) -> None:
        """The names of a row, whatever text it is about; of what cannot be read, none."""
        roles = self._roles
        column = roles.label if values.get(roles.label_name or "") is None else roles.label_name
        labels, tags = self._read(values, column), self._read(values, roles.tags)
        spans = span_labels(values.get(roles.entities or "")) + (
            () if labels else span_labels(values.get(column or ""))
        )
        _extend(self._labels, labels)
        _extend(self._types, (*_types_of(tags), *spans))

    @property
    def whole(self) -> DataSetNames:
        """All of them."""
        few = len(self._labels) <= MAX_NAMES, len(self._types) <= MAX_NAMES
        return DataSetNames(
            tuple(self._labels) if few[0] else self._declared.labels,
            tuple(self._types) if few[1] else self._declared.types,
        )

    def _read(self, values: Mapping[str, Any], column: str | None) -> tuple[str, ...]:
        try:
            return as_labels(values.get(column or ""), self._names.get(column or "")) or ()
        except InputError:
            return ()


def _extend(known: dict[str, None], names: Iterable[str]) -> None:
    if len(known) <= MAX_NAMES:
        known.update(dict.fromkeys(names))


def _types_of(tags: Iterable[str]) -> tuple[str, ...]:
    """The types of entities that tags speak of, each once."""
    return tuple(dict.fromkeys(tag[2:] for tag in tags if tag != _OUTSIDE and is_tag(tag)))
