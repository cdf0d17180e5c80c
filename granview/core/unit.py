"""Units: the smallest things that a task scores, and the additive statistics from which metrics come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.errors import ShapeError

Statistics = Mapping[str, NDArray[Any]]
"""Named arrays of counts or sums. Statistics of several samples merge by addition, name by name."""


def merge_statistics(parts: Iterable[Statistics]) -> dict[str, NDArray[Any]]:
    """The sum of statistics, name by name; names that only some parts have are summed over those.

    Raises:
        ShapeError: two parts hold arrays of different shape under one name.
    """
    total: dict[str, NDArray[Any]] = {}
    for part in parts:
        for name, array in part.items():
            if name not in total:
                total[name] = array.copy()
            elif total[name].shape != array.shape:
                raise ShapeError(f"Statistic '{name}'", str(total[name].shape), array.shape)
            else:
                total[name] += array
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
