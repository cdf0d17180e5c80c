"""Where two lanes differ: units that only one has right, that both have wrong or right, in the order to look at them.

Arrays in, arrays out; a queue of ten million units is made of them in a fraction of a second.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from granview.analysis.sorted_rows import sorted_rows
from granview.core.slices import Condition, Slice
from granview.core.task_trait import traits_of
from granview.report.focused import focused
from granview.report.slicing import slice_mask
from granview.report.task_units import TaskUnits
from granview.report.verdicts import BOTH_RIGHT, BOTH_WRONG, ONLY_FIRST, ONLY_SECOND, outcomes

Group = Literal["only second", "only first", "both wrong", "both right"]
GROUPS: Final[Mapping[Group, int]] = {
    "only second": ONLY_SECOND,
    "only first": ONLY_FIRST,
    "both wrong": BOTH_WRONG,
    "both right": BOTH_RIGHT,
}

CONFIDENCE_OF: Final = "confidence of "


@dataclass(frozen=True)
class Disagreement:
    """What two lanes make of units of one kind.

    Attributes:
        units: All units of the task.
        first: The lane on the left, the smaller.
        second: The lane on the right, the larger.
        kind: The kind of the units that are compared.
        rows: (m,) int32, those of ``units`` that are of the kind, in focus, and have a score in both lanes.
        outcome: (m,) int8, what the lanes make of each; see ``granview.report.verdicts``.
        has_verdicts: Whether units of the task are right or wrong; else outcomes say which lane scores much more.
        n_unscored: Units of the kind in focus that one of the lanes has no score of.
    """

    units: TaskUnits
    first: str
    second: str
    kind: str
    rows: NDArray[np.int32]
    outcome: NDArray[np.int8]
    has_verdicts: bool
    n_unscored: int

    @property
    def counts(self) -> dict[Group, int]:
        """How many units are in each group."""
        return {group: int(np.count_nonzero(self.outcome == code)) for group, code in GROUPS.items()}

    def in_group(self, group: Group | None) -> NDArray[np.int32]:
        """(k,) rows of ``units`` in a group; None for those of all groups."""
        return self.rows if group is None else self.rows[np.flatnonzero(self.outcome == GROUPS[group])]


def disagreement(units: TaskUnits, first: str, second: str, kind: str, wanted: Slice) -> Disagreement:
    """Compare two lanes on the units of one kind that meet a slice."""
    asked = focused_slice(units, wanted).with_condition(Condition("kind", (kind,)))
    mask = slice_mask(units, asked)
    right_above = traits_of(units.task).right_above
    compared = outcomes(units.scores[first], units.scores[second], right_above)
    n_asked = int(np.count_nonzero(mask))
    mask &= compared >= 0
    rows = _marked(mask)
    return Disagreement(units, first, second, kind, rows, compared[rows], right_above is not None, n_asked - len(rows))


def _marked(mask: NDArray[np.bool_]) -> NDArray[np.int32]:
    """(k,) the rows that a (n,) mask marks."""
    every = bool(mask.all())
    return np.arange(len(mask), dtype=np.int32) if every else np.flatnonzero(mask).astype(np.int32)


def focused_slice(units: TaskUnits, wanted: Slice) -> Slice:
    """Those conditions of a slice that can be asked of these units."""
    return focused(units, wanted).wanted if wanted.conditions else wanted


def differences(compared: Disagreement, rows: NDArray[np.int32]) -> NDArray[np.float32]:
    """(k,) what the second lane scores more than the first."""
    first, second = (of_rows(compared.units.scores[lane], rows) for lane in (compared.first, compared.second))
    lead: NDArray[np.float32] = second - first
    return lead


def of_rows(column: NDArray[Any], rows: NDArray[np.int32]) -> NDArray[Any]:
    """(k,) some rows of a column, in growing order; the column itself where they are all."""
    return column if len(rows) == len(column) else column[rows]


def sureness(compared: Disagreement, rows: NDArray[np.int32]) -> NDArray[np.float32]:
    """(k,) how sure the lane is that is wrong, or of two wrong ones the surer; NaN where it is not known."""
    sure = [_sure(compared, lane, rows) for lane in (compared.first, compared.second)]
    right_above = traits_of(compared.units.task).right_above
    if right_above is None:
        first_is_worse = differences(compared, rows) > 0
        return np.where(first_is_worse, *sure)
    wrong = [of_rows(compared.units.scores[lane], rows) <= right_above for lane in (compared.first, compared.second)]
    return np.fmax(*(np.where(is_wrong, each, np.nan) for is_wrong, each in zip(wrong, sure, strict=True)))


def _sure(compared: Disagreement, lane: str, rows: NDArray[np.int32]) -> NDArray[np.float32]:
    column = compared.units.columns.get(f"{CONFIDENCE_OF}{lane}")
    return np.full(len(rows), np.nan, np.float32) if column is None else of_rows(column, rows)


SortKey = Literal["difference", "sure", "grain", "sample", "class", "first", "second"]


def sort_values(compared: Disagreement, rows: NDArray[np.int32], key: SortKey) -> NDArray[Any]:
    """(k,) what rows are ordered by; differences count without their sign."""
    units = compared.units
    makers: dict[SortKey, NDArray[Any]] = {}
    if key == "difference":
        return np.abs(differences(compared, rows))
    if key == "sure":
        return sureness(compared, rows)
    makers |= {"first": units.scores[compared.first], "second": units.scores[compared.second], "sample": units.sample}
    return of_rows(makers[key] if key in makers else units.columns[key], rows)


def ordered(compared: Disagreement, group: Group | None, key: SortKey, *, falling: bool) -> NDArray[np.int32]:
    """(k,) the rows of a group in order; unknown values come last, and equals stand as in the session."""
    rows = compared.in_group(group)
    if key == "class" and "class" not in compared.units.columns:
        return rows
    order = sorted_rows(sort_values(compared, rows, key), falling=falling)
    return order.astype(np.int32) if len(rows) == len(compared.units) else rows[order]
