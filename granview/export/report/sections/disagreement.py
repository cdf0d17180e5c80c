"""How often the lanes disagree, unit by unit."""

from collections.abc import Iterator

import numpy as np

from granview.analysis.flips import MUCH, flip_masks
from granview.core.task_trait import traits_of
from granview.export.report.document import Block, Head, SubHeading, Table, TableCell
from granview.export.report.source import ReportSource, TaskSource
from granview.export.report.words import Words
from granview.report.cached_units import read_task_units
from granview.report.task_units import TaskUnits

_COUNTED = ("both_right", "only_lane", "only_other", "both_wrong")
_GRADED = ("higher", "lower", "alike")


def disagreement_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """A table of counts for each task that has units."""
    for each in source.tasks:
        units = _first_kind(each, read_task_units(source.session, each.task.name))
        if units is None or len(units.lanes) < 2:
            continue
        if len(source.tasks) > 1:
            yield SubHeading(words.task(each.task.title))
        yield _table(each, units, words)


def _first_kind(source: TaskSource, units: TaskUnits) -> TaskUnits | None:
    """The units of the first kind that is measured; None where there is none."""
    kinds = (axis.kind for axis in source.task.grain_axes if axis.kind in units.categories.get("kind", ()))
    kind = next(kinds, None)
    return None if kind is None else units.of_kind(kind)


def _table(source: TaskSource, units: TaskUnits, words: Words) -> Table:
    right = traits_of(source.task.name).right_above
    names = _GRADED if right is None else _COUNTED
    kind = units.categories["kind"][int(units.columns["kind"][0])] if len(units) else ""
    rows = [
        (TableCell(words("disagreement.of", lane=lane, other=source.against)), *map(TableCell, counts))
        for lane in units.lanes
        if lane != source.against and source.against in units.scores
        for counts in [_counts(units, lane, source.against, right)]
    ]
    heads = (Head(words("disagreement.pair")), *(Head(words(f"disagreement.{name}"), True) for name in names))
    caption = (
        words("disagreement.caption_much", kind=words.name(kind), much=f"{MUCH:g}")
        if right is None
        else words("disagreement.caption", kind=words.name(kind), right=f"{right:g}")
    )
    return Table((*heads, Head(words("grain.units"), True)), tuple(rows), caption)


def _counts(units: TaskUnits, lane: str, other: str, right: float | None) -> list[str]:
    ours, theirs = units.scores[lane], units.scores[other]
    masks = flip_masks(theirs, ours, right)
    n, only_lane, only_other = (int(mask.sum()) for mask in (masks.both, masks.gained, masks.lost))
    if right is None:
        counts = [only_lane, only_other, n - only_lane - only_other]
    else:
        both_right = int(np.count_nonzero(masks.both & (ours > right) & (theirs > right)))
        counts = [both_right, only_lane, only_other, n - both_right - only_lane - only_other]
    return [*(f"{count:,}" for count in counts), f"{n:,}"]
