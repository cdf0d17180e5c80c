"""The units of a bucket that tell most: those on which the lanes differ most."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from granview.report.grain_units import BucketedUnits
from granview.report.task_units import NO_CATEGORY


@dataclass(frozen=True)
class TellingUnit:
    """One unit.

    Attributes:
        sample: The sample's name.
        place: The unit's row in the sample's table.
        value: What is measured of it: a number, or the name of its category.
        scores: By lane; lanes without a score are left out.
    """

    sample: str
    place: int
    value: float | str
    scores: Mapping[str, float]


def telling_units(units: BucketedUnits, bucket: int, most: int) -> tuple[TellingUnit, ...]:
    """Up to ``most`` units of a bucket, first those whose scores are farthest apart; then the worst ones."""
    rows = np.flatnonzero(units.buckets.place == bucket)
    if not len(rows):
        return ()
    scores = np.array([units.units.scores[lane][rows] for lane in units.lanes], np.float64)
    low, high = np.fmin.reduce(scores, initial=math.inf), np.fmax.reduce(scores, initial=-math.inf)
    order = np.lexsort((low, low - high))[:most]
    return tuple(_unit(units, int(row)) for row in rows[order])


def _unit(units: BucketedUnits, row: int) -> TellingUnit:
    whole, column = units.units, units.axis.column
    value = whole.columns[column][row]
    scores = ((lane, float(whole.scores[lane][row])) for lane in units.lanes)
    return TellingUnit(
        whole.samples[whole.sample[row]],
        int(whole.place[row]),
        _name(whole.categories[column], int(value)) if column in whole.categories else float(value),
        {lane: score for lane, score in scores if not math.isnan(score)},
    )


def _name(categories: tuple[str, ...], index: int) -> str:
    return "" if index == NO_CATEGORY else categories[index]
