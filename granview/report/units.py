"""``units.csv``: one row per unit and lane, column by column."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.unit import UnitTable
from granview.report.contents import Contents
from granview.store.reader import SessionReader
from granview.store.rows import ResultRow

if TYPE_CHECKING:
    import polars

COLUMNS: Final = ("sample", "unit", "kind", "grain", "lane", "score")
_BLOCK = 256
"""Results whose units are held in memory together."""


def unit_columns(contents: Contents) -> tuple[str, ...]:
    """The headers: the common ones, then the tasks' own."""
    own = dict.fromkeys(column for task in contents.tasks.values() for column in task.unit_columns)
    return (*COLUMNS, *own)


def unit_frame(session: SessionReader) -> "polars.DataFrame":
    """All unit rows. ``unit`` numbers a sample's units from 0, the same for every lane; values not there are null."""
    import polars

    frames = list(unit_frames(session))
    if not frames:
        return polars.DataFrame(schema=dict.fromkeys(unit_columns(Contents.read(session)), polars.Null))
    return polars.concat(frames, how="vertical_relaxed")


def unit_frames(session: SessionReader) -> Iterator["polars.DataFrame"]:
    """As ``unit_frame``, a block of results at a time, so that large sessions need little memory."""
    import polars

    contents = Contents.read(session)
    columns = unit_columns(contents)
    scored = [row for lane in contents.lanes for row in contents.of_lane(lane.name) if row.scored]
    for start in range(0, len(scored), _BLOCK):
        block = ((row, session.units(row.sample, row.lane)) for row in scored[start : start + _BLOCK])
        frames = [_frame(columns, row, units) for row, units in block if units]
        if frames:
            yield polars.concat(frames, how="vertical_relaxed")


def _frame(columns: tuple[str, ...], row: ResultRow, units: UnitTable) -> "polars.DataFrame":
    import polars

    values: dict[str, Any] = {
        "sample": polars.repeat(row.sample, len(units), eager=True),
        "unit": np.arange(len(units), dtype=np.int64),
        "kind": [units.kinds[kind] for kind in units.kind.tolist()],
        "grain": units.grain,
        "lane": polars.repeat(row.lane, len(units), eager=True),
        "score": units.score,
        "class": _class_names(units, row.reference_labels),
        **units.extra,
    }
    frame = polars.DataFrame({name: values.get(name) for name in columns})
    return frame.with_columns(polars.selectors.float().fill_nan(None))


def _class_names(units: UnitTable, labels: LabelSet | None) -> list[str] | None:
    class_ids: NDArray[Any] | None = units.extra.get("class_id")
    if class_ids is None or labels is None:
        return None
    return [labels.names[index] if index < len(labels) else str(index) for index in class_ids.tolist()]
