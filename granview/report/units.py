"""``units.csv``: one row per unit and lane, column by column."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.unit import UnitTable
from granview.report.sample_columns import SampleColumn, columns_of_samples
from granview.report.session_contents import SessionContents
from granview.store.reader import SessionReader
from granview.store.rows import ResultRow

if TYPE_CHECKING:
    import polars

COLUMNS: Final = ("sample", "unit", "kind", "grain", "lane", "score")
_NO_CLASS: Final = -1
_BLOCK = 256
"""Results whose units are held in memory together."""


def unit_columns(contents: SessionContents) -> tuple[str, ...]:
    """The headers: the common ones, the tasks' own, then those of the data set, whose names begin with ``data.``."""
    own = dict.fromkeys(column for task in contents.tasks.values() for column in task.unit_columns)
    return (*COLUMNS, *own, *(column.name for column in columns_of_samples(contents.samples)))


def unit_frame(session: SessionReader) -> "polars.DataFrame":
    """All unit rows. ``unit`` numbers a sample's units from 0, the same for every lane; values not there are null."""
    import polars

    frames = list(unit_frames(session))
    if not frames:
        return polars.DataFrame(schema=dict.fromkeys(unit_columns(SessionContents.read(session)), polars.Null))
    return polars.concat(frames, how="vertical_relaxed")


def unit_frames(session: SessionReader) -> Iterator["polars.DataFrame"]:
    """As ``unit_frame``, a block of results at a time, so that large sessions need little memory."""
    contents = SessionContents.read(session)
    columns, of_data = unit_columns(contents), columns_of_samples(contents.samples)
    scored = [row for lane in contents.lanes for row in contents.of_lane(lane.name) if row.scored]
    for start in range(0, len(scored), _BLOCK):
        read = ((row, session.units(row.sample, row.lane)) for row in scored[start : start + _BLOCK])
        block = [(row, units) for row, units in read if units]
        if block:
            yield _without_others(_frame(columns, of_data, block), block, session)


def _without_others(
    frame: "polars.DataFrame", block: Sequence[tuple[ResultRow, UnitTable]], session: SessionReader
) -> "polars.DataFrame":
    """The units that are left in a slice; all those of a result whose units are others than the slice's."""
    import polars

    masks = [(session.left_units(row.sample, row.lane), len(units)) for row, units in block]
    if all(mask is None for mask, _ in masks):
        return frame
    left = [np.ones(n, bool) if mask is None or len(mask) != n else mask for mask, n in masks]
    return frame.filter(polars.Series(np.concatenate(left)))


def _frame(
    columns: tuple[str, ...], of_data: Sequence[SampleColumn], block: Sequence[tuple[ResultRow, UnitTable]]
) -> "polars.DataFrame":
    """The units of a block of results, one after the other, each column made at once."""
    import polars

    rows, tables = zip(*block, strict=True)
    sizes = [len(table) for table in tables]
    result = np.repeat(np.arange(len(rows)), sizes)
    values: dict[str, Any] = {
        "sample": polars.Series([row.sample for row in rows]).gather(result),
        "unit": np.concatenate([np.arange(size, dtype=np.int64) for size in sizes]),
        "kind": _named([table.kind for table in tables], [table.kinds for table in tables]),
        "grain": np.concatenate([table.grain for table in tables]),
        "lane": polars.Series([row.lane for row in rows]).gather(result),
        "score": np.concatenate([table.score for table in tables]),
        "class": _class_names(rows, tables),
        **{name: _joined(name, tables) for name in dict.fromkeys(name for table in tables for name in table.extra)},
        **{column.name: _of_data(column, rows).gather(result) for column in of_data},
    }
    frame = polars.DataFrame({name: values.get(name) for name in columns})
    return frame.with_columns(polars.selectors.float().fill_nan(None))


def _of_data(column: SampleColumn, rows: Sequence[ResultRow]) -> "polars.Series":
    """What the data set says of each result's sample; of one type in every block, and null where it says nothing."""
    import polars

    dtype = polars.String if column.is_text else polars.Float64
    return polars.Series([column.values.get(row.sample) for row in rows], dtype=dtype)


def _joined(name: str, tables: Sequence[UnitTable]) -> "polars.Series":
    """A column of the task's own; null for tables that lack it, so that whole numbers stay whole."""
    import polars

    dtype = np.result_type(*(table.extra[name] for table in tables if name in table.extra))
    values = [table.extra.get(name, np.zeros(len(table), dtype)) for table in tables]
    lacking = [np.full(len(table), name not in table.extra) for table in tables]
    return polars.Series(np.concatenate(values)).scatter(np.flatnonzero(np.concatenate(lacking)), None)


def _class_names(rows: Sequence[ResultRow], tables: Sequence[UnitTable]) -> "polars.Series | None":
    """The names of the rows' classes; null for those without one. None where no unit of the tables has a class."""
    if not any("class_id" in table.extra for table in tables):
        return None
    known = [row.reference_labels.names if row.reference_labels else () for row in rows]
    none = (np.full(len(table), _NO_CLASS) for table in tables)
    return _named([table.extra.get("class_id", lacking) for table, lacking in zip(tables, none, strict=True)], known)


def _named(indices: Sequence[NDArray[Any]], names: Sequence[tuple[str, ...]]) -> "polars.Series":
    """For each index its name in the table beside it; the index itself where that has no such name; null below 0."""
    import polars

    places: dict[str, int] = {}
    found = np.concatenate([_places(index, table, places) for index, table in zip(indices, names, strict=True)])
    return polars.Series([*places, None], dtype=polars.String).gather(np.where(found < 0, len(places), found))


def _places(index: NDArray[Any], names: tuple[str, ...], places: dict[str, int]) -> NDArray[np.int64]:
    """Where the names of indices stand in a list of all names, which grows as needed; -1 for indices below 0."""
    size = max(len(names), int(index.max()) + 1)
    full = (*names, *(str(number) for number in range(len(names), size)))
    table = np.array([places.setdefault(name, len(places)) for name in full], dtype=np.int64)
    found = np.full(index.shape, _NO_CLASS)
    found[index >= 0] = table[index[index >= 0]]
    return found
