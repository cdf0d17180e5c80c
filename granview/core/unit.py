"""Units: the smallest things that a task scores, and the additive statistics from which metrics come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.errors import ShapeError

Statistics = Mapping[str, NDArray[Any]]
"""Named arrays of counts or sums. Statistics of several samples merge by addition, name by name.

What cannot be counted beforehand, such as the scores of detections by which they will be ranked, is listed: an array
under a name that ends in ``LISTED`` has a row for each thing, and those of several samples follow one another.
"""

LISTED: Final = "[]"
"""How the names of listed statistics end."""


def is_listed(name: str) -> bool:
    """Whether the statistic of that name is a list of rows, and not a sum."""
    return name.endswith(LISTED)


def merge_statistics(parts: Iterable[Statistics]) -> dict[str, NDArray[Any]]:
    """The sum of statistics, name by name; names that only some parts have are summed over those.

    Rows of listed statistics follow one another in the order of the parts.

    Raises:
        ShapeError: two parts hold arrays of different shape under one name.
    """
    held: dict[str, list[NDArray[Any]]] = {}
    for part in parts:
        for name, array in part.items():
            held.setdefault(name, []).append(array)
    return {name: _merged(name, arrays) for name, arrays in held.items()}


def _merged(name: str, arrays: Sequence[NDArray[Any]]) -> NDArray[Any]:
    first = arrays[0]
    start = 1 if is_listed(name) else 0
    for array in arrays:
        if array.shape[start:] != first.shape[start:] or array.ndim != first.ndim:
            raise ShapeError(f"Statistic '{name}'", str(first.shape), array.shape)
    if is_listed(name):
        return np.concatenate(arrays)
    total = first.copy()
    for array in arrays[1:]:
        total += array
    return total


@dataclass(frozen=True)
class UnitTable:
    """The units of one sample as one lane scored them, column by column; n rows.

    Attributes:
        kinds: The names of the kinds, such as ``region`` and ``boundary``.
        kind: (n,) uint8, index into ``kinds``.
        grain: (n,) float32, size of the unit in the task's own measure (for regions: square root of the area, px).
        score: (n,) float32, 0 to 1; NaN where the unit has no score.
        extra: The task's own columns, each (n,) numeric, such as ``class_id`` or ``x``.
    """

    kinds: tuple[str, ...]
    kind: NDArray[np.uint8]
    grain: NDArray[np.float32]
    score: NDArray[np.float32]
    extra: Mapping[str, NDArray[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, column in {"grain": self.grain, "score": self.score, **self.extra}.items():
            if column.shape != self.kind.shape or column.ndim != 1:
                raise ShapeError(f"Unit column '{name}'", f"({len(self.kind)},)", column.shape)

    def __len__(self) -> int:
        return len(self.kind)


TAKEN_FOR: Final = "taken_for"
"""A column of units: the class that a lane takes each for, an index as ``class_id`` is; below 0 for none."""

CONFIDENCE: Final = "confidence"
"""A column of units: how sure a lane is of that, 0 to 1; NaN where it does not say."""

LANE_COLUMNS: Final = frozenset({TAKEN_FOR, CONFIDENCE, "iou", "overlap", "rank", "exact"})
"""Columns of units that depend on what a lane said; all others, but the score, on the reference alone."""


class PackedUnits(msgspec.Struct, frozen=True):
    """A ``UnitTable`` as it travels and as it is stored."""

    kinds: tuple[str, ...]
    columns: dict[str, PackedArray]


_OWN = ("kind", "grain", "score")


def pack_units(units: UnitTable) -> PackedUnits:
    """Compress a unit table losslessly, column by column."""
    columns: dict[str, NDArray[Any]] = {"kind": units.kind, "grain": units.grain, "score": units.score, **units.extra}
    return PackedUnits(units.kinds, {name: pack(column) for name, column in columns.items()})


def unpack_units(packed: PackedUnits) -> UnitTable:
    """The unit table that was packed; its arrays are read-only."""
    columns = {name: unpack(column) for name, column in packed.columns.items()}
    extra = {name: column for name, column in columns.items() if name not in _OWN}
    return UnitTable(packed.kinds, columns["kind"], columns["grain"], columns["score"], extra)


def pack_statistics(statistics: Statistics) -> dict[str, PackedArray]:
    """Compress statistics losslessly."""
    return {name: pack(array) for name, array in statistics.items()}


def unpack_statistics(packed: Mapping[str, PackedArray]) -> dict[str, NDArray[Any]]:
    """The statistics that were packed; the arrays are read-only."""
    return {name: unpack(array) for name, array in packed.items()}
