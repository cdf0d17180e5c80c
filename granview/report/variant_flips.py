"""Flips: what the parent had right and its variant has wrong, and the other way about."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.analysis.flips import FlipMasks, flip_masks
from granview.analysis.grain_profile import UnitScores
from granview.core.task_trait import traits_of
from granview.report.grain_units import LaneUnits, paired_scores
from granview.report.results import Row
from granview.tasks.base import GrainAxis

COLUMNS = ("sample", "unit", "kind", "grain", "parent_score", "score", "flip")
LOST, GAINED = "lost", "gained"


@dataclass(frozen=True)
class Flips:
    """The flips of a variant, of units of one kind.

    Attributes:
        kind: The kind of units, such as ``region``.
        n_units: Units that both lanes have a score of.
        lost: Units that the parent has right and the variant has wrong.
        gained: Units that the variant has right and the parent has wrong.
        lost_samples: The samples that lost ones are in, in order.
        gained_samples: The samples that gained ones are in.
        right_above: A unit is right whose score is above this; None where a flip is a score that changed much.
    """

    kind: str
    n_units: int
    lost: int
    gained: int
    lost_samples: tuple[str, ...]
    gained_samples: tuple[str, ...]
    right_above: float | None


def flips(parent: LaneUnits, variant: LaneUnits, axis: GrainAxis, task: str) -> Flips:
    """Those of a variant on the samples that it and its parent were scored on, among the units of the axis' kind."""
    names, _, after, masks = _masks(parent, variant, axis, task)
    return Flips(
        axis.kind,
        int(masks.both.sum()),
        int(masks.lost.sum()),
        int(masks.gained.sum()),
        _samples(names, after, masks.lost),
        _samples(names, after, masks.gained),
        traits_of(task).right_above,
    )


def flip_rows(parent: LaneUnits, variant: LaneUnits, axis: GrainAxis, task: str) -> list[Row]:
    """A row for each flip. ``unit`` numbers the sample's units of the kind from 0, the same for every lane."""
    names, before, after, masks = _masks(parent, variant, axis, task)
    unit = _numbered(after.sample)
    return [
        {
            "sample": names[after.sample[place]],
            "unit": int(unit[place]),
            "kind": axis.kind,
            "grain": float(after.grain[place]),
            "parent_score": float(before.score[place]),
            "score": float(after.score[place]),
            "flip": LOST if masks.lost[place] else GAINED,
        }
        for place in np.flatnonzero(masks.lost | masks.gained)
    ]


def _masks(
    parent: LaneUnits, variant: LaneUnits, axis: GrainAxis, task: str
) -> tuple[list[str], UnitScores, UnitScores, FlipMasks]:
    names, before, after = paired_scores(parent, variant, axis)
    return names, before, after, flip_masks(before.score, after.score, traits_of(task).right_above)


def _samples(names: list[str], units: UnitScores, mask: NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(names[place] for place in np.unique(units.sample[mask]))


def _numbered(sample: NDArray[np.integer]) -> NDArray[np.int64]:
    """(n,) the place of each unit among those of its sample, which stand together."""
    starts = np.searchsorted(sample, sample)
    return np.arange(len(sample)) - starts
