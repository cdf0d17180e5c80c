"""The units of a task, each once, with the score of every lane beside it: what grain, slices and disagreement are of.

Units depend on the reference alone (see ``Scores.units``), so that a row is the same unit for every lane.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.unit import LANE_COLUMNS, TAKEN_FOR, UnitTable

Column = NDArray[Any]
NO_CATEGORY: Final = -1
"""The index of a row that has none of a column's categories."""

CLASS_BY: Final = "class by "
"""What the columns of lanes' classes are called, before the lane's name."""

_NOT_NUMBERS: Final = LANE_COLUMNS | {"class_id"}


class _Taken(Mapping[str, Column]):
    """Some rows of columns, gathered when they are asked for, and then kept."""

    def __init__(self, columns: Mapping[str, Column], rows: NDArray[np.intp]) -> None:
        self._columns = columns
        self._rows = rows
        self._gathered: dict[str, Column] = {}

    def __getitem__(self, name: str) -> Column:
        if name not in self._gathered:
            self._gathered[name] = self._columns[name][self._rows]
        return self._gathered[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __contains__(self, name: object) -> bool:
        return name in self._columns


@dataclass(frozen=True)
class UnitColumn:
    """One more thing that is known of n units.

    Attributes:
        name: As slices ask for it.
        values: (n,) numbers, NaN where a unit has none; with categories (n,) indices into these, ``NO_CATEGORY`` for
            none.
        categories: What the indices stand for; None for numbers.
    """

    name: str
    values: Column
    categories: tuple[str, ...] | None = None


@dataclass(frozen=True)
class TaskUnits:
    """n units of a task, and their scores in its lanes.

    Attributes:
        task: The task.
        samples: Names of the samples that have units, in the order of the session.
        sample: (n,) int32, index into ``samples``; does not fall from row to row.
        place: (n,) int32, the unit's row in its sample's table, equal for all lanes.
        columns: By name, (n,) numbers, NaN where a unit has none: ``grain``, and what else is measured of units; or,
            where ``categories`` has the name, (n,) indices into these, ``NO_CATEGORY`` for none.
        categories: By name of the column, its categories: ``kind``, ``class``.
        scores: By lane, (n,) float32, 0 to 1; NaN where a lane has no score.
        unpaired: By lane, how many samples are left out of its scores because their units are others than the first
            lane's: they were scored against another reference.
        is_by_outcome: Whether they were chosen by what lanes make of them: no interval and no test says anything of
            others.
    """

    task: str
    samples: tuple[str, ...]
    sample: NDArray[np.int32]
    place: NDArray[np.int32]
    columns: Mapping[str, Column]
    categories: Mapping[str, tuple[str, ...]]
    scores: Mapping[str, NDArray[np.float32]]
    unpaired: Mapping[str, int] = field(default_factory=dict)
    is_by_outcome: bool = False

    def __len__(self) -> int:
        return len(self.sample)

    @property
    def lanes(self) -> tuple[str, ...]:
        """The lanes that have units, in the order of the session."""
        return tuple(self.scores)

    def taken(self, rows: Column) -> "TaskUnits":
        """Some of the units: those that a (n,) mask marks, or those at some indices, in that order.

        Each column is gathered when it is first asked for.
        """
        if rows.dtype == np.bool_:
            if rows.all():
                return self
            rows = np.flatnonzero(rows)
        return replace(
            self,
            sample=self.sample[rows],
            place=self.place[rows],
            columns=_Taken(self.columns, rows),
            scores=_Taken(self.scores, rows),
        )

    def with_columns(self, columns: Iterable[UnitColumn]) -> "TaskUnits":
        """The same units with more columns; one takes the place of another of its name."""
        more = list(columns)
        return replace(
            self,
            columns={**self.columns, **{column.name: column.values for column in more}},
            categories={
                **self.categories,
                **{column.name: column.categories for column in more if column.categories is not None},
            },
        )

    def is_category(self, column: str, value: str) -> NDArray[np.bool_]:
        """(n,) whether the units are of a category; none is of one that there is not."""
        known = self.categories[column]
        place = known.index(value) if value in known else None
        return self.columns[column] == place if place is not None else np.zeros(len(self), bool)

    def of_kind(self, kind: str) -> "TaskUnits":
        """The units of one kind."""
        return self.taken(self.is_category("kind", kind))


def joined_units(
    task: str,
    samples: Sequence[str],
    tables: Mapping[str, Mapping[str, UnitTable]],
    class_names: Mapping[tuple[str, str], tuple[str, ...]],
) -> TaskUnits:
    """Unit tables of lanes side by side.

    Args:
        task: The task.
        samples: Names of all samples, in order.
        tables: By lane and sample.
        class_names: By lane and sample, the names of the classes that a table's ``class_id`` counts.
    """
    tables = {lane: of_lane for lane, of_lane in tables.items() if of_lane}
    first: dict[str, str] = {}
    for lane, of_lane in tables.items():
        first = {**dict.fromkeys(of_lane, lane), **first}
    names = tuple(name for name in samples if name in first)
    bases = [_with_measures(tables[first[name]][name], [own.get(name) for own in tables.values()]) for name in names]
    sizes = [len(base) for base in bases]
    columns, categories = _columns(bases, [class_names.get((first[name], name), ()) for name in names])
    scores, unpaired = {}, {}
    for lane, of_lane in tables.items():
        own = [_same_units(of_lane.get(name), base) for name, base in zip(names, bases, strict=True)]
        scores[lane] = _concatenated(
            [_no_score(size) if table is None else table.score for table, size in zip(own, sizes, strict=True)]
        )
        unpaired[lane] = sum(table is None and name in of_lane for table, name in zip(own, names, strict=True))
        known = [class_names.get((lane, name), ()) for name in names]
        for column in lane_columns(lane, own, sizes, known):
            columns[column.name] = column.values
            if column.categories is not None:
                categories[column.name] = column.categories
    return TaskUnits(
        task,
        names,
        np.repeat(np.arange(len(names), dtype=np.int32), sizes),
        np.concatenate([np.empty(0, np.int32), *(np.arange(size, dtype=np.int32) for size in sizes)]),
        columns,
        categories,
        scores,
        {lane: n for lane, n in unpaired.items() if n},
    )


def _same_units(table: UnitTable | None, base: UnitTable) -> UnitTable | None:
    """A lane's table of a sample; None where it has none, or these are other units."""
    if table is None or table.kinds != base.kinds or not np.array_equal(table.kind, base.kind):
        return None
    return table if np.array_equal(table.grain, base.grain, equal_nan=True) else None


def _with_measures(base: UnitTable, tables: Sequence[UnitTable | None]) -> UnitTable:
    """A sample's units with what only another lane could measure of them, such as contrast where it had the picture."""
    known = dict(base.extra)
    for table in tables:
        for name, column in () if table is None or table is base else table.extra.items():
            if name not in _NOT_NUMBERS and _is_unknown(known.get(name)) and _same_units(table, base) is not None:
                known[name] = column
    is_same = all(known[name] is base.extra.get(name) for name in known)
    return base if is_same else replace(base, extra=known)


def _is_unknown(column: Column | None) -> bool:
    return column is None or (column.dtype.kind == "f" and bool(len(column)) and bool(np.isnan(column).all()))


def lane_columns(
    lane: str, tables: Sequence[UnitTable | None], sizes: Sequence[int], class_names: Sequence[tuple[str, ...]]
) -> list[UnitColumn]:
    """What depends on a lane, under names of its own: the class that it took each for, how sure it was, further scores.

    Args:
        lane: Its name.
        tables: Its units of each sample; None for none.
        sizes: How many units each sample has.
        class_names: The names of the classes that each table counts.
    """
    there = [table for table in tables if table is not None]
    names = [name for name in dict.fromkeys(name for table in there for name in table.extra) if name in LANE_COLUMNS]
    found = []
    for name in names:
        parts = [None if table is None else table.extra.get(name) for table in tables]
        if name == TAKEN_FOR:
            found.append(_categories(f"{CLASS_BY}{lane}", parts, sizes, class_names))
        else:
            reals = [_no_score(n) if part is None else part for part, n in zip(parts, sizes, strict=True)]
            found.append(UnitColumn(f"{name} of {lane}", _concatenated(reals).astype(np.float32, copy=False)))
    return found


def _no_score(size: int) -> NDArray[np.float32]:
    return np.full(size, np.nan, np.float32)


def _concatenated(parts: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    return np.concatenate([np.empty(0, np.float32), *parts])


def _columns(
    bases: Sequence[UnitTable], class_names: Sequence[tuple[str, ...]]
) -> tuple[dict[str, Column], dict[str, tuple[str, ...]]]:
    names = dict.fromkeys(name for base in bases for name in base.extra if name not in _NOT_NUMBERS)
    columns: dict[str, Column] = {"grain": _concatenated([base.grain for base in bases])}
    columns |= {name: _concatenated([_extra(base, name) for base in bases]) for name in names}
    kinds = _Categories()
    columns["kind"] = _joined_indices([kinds.of(base.kind, base.kinds) for base in bases])
    if all("class_id" not in base.extra for base in bases):
        return columns, {"kind": kinds.names}
    ids = [base.extra.get("class_id") for base in bases]
    column = _categories("class", ids, [len(base) for base in bases], class_names)
    columns["class"] = column.values
    return columns, {"kind": kinds.names, "class": column.categories or ()}


def _categories(
    name: str, ids: Sequence["Column | None"], sizes: Sequence[int], names: Sequence[tuple[str, ...]]
) -> UnitColumn:
    """Indices into the names of each sample as one column of categories."""
    categories = _Categories()
    parts = [
        np.full(size, NO_CATEGORY, np.int32) if of_sample is None else categories.of(of_sample, known)
        for of_sample, size, known in zip(ids, sizes, names, strict=True)
    ]
    return UnitColumn(name, _joined_indices(parts), categories.names)


def _joined_indices(parts: Sequence[NDArray[np.int32]]) -> NDArray[np.int32]:
    return np.concatenate([np.empty(0, np.int32), *parts])


def _extra(base: UnitTable, name: str) -> NDArray[np.float32]:
    column = base.extra.get(name)
    return _no_score(len(base)) if column is None else column.astype(np.float32)


class _Categories:
    """Categories of several tables, each counted once."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._places)

    def of(self, index: Column, names: tuple[str, ...]) -> NDArray[np.int32]:
        """Indices into one table's names as indices into all names; an index without a name is called by its digits."""
        index = index.astype(np.int64)
        size = max(len(names), int(index.max(initial=-1)) + 1)
        full = (*names, *(str(number) for number in range(len(names), size)))
        table = np.array([*(self._places.setdefault(name, len(self._places)) for name in full), NO_CATEGORY], np.int32)
        return table[np.where(index < 0, size, index)]
