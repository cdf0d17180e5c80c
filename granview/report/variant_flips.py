"""Flips: what the parent had right and its variant has wrong, and the other way about."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.analysis.flips import FlipMasks, flip_masks
from granview.core.task_trait import traits_of
from granview.report.results import Row
from granview.report.task_units import TaskUnits
from granview.tasks.base import GRAIN, GrainAxis

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


def flips(units: TaskUnits, parent: str, variant: str, axis: GrainAxis) -> Flips:
    """Those of a variant on the samples that it and its parent were scored on, among the units of the axis' kind."""
    of_kind = units.of_kind(axis.kind)
    masks = _masks(of_kind, parent, variant)
    return Flips(
        axis.kind,
        int(masks.both.sum()),
        int(masks.lost.sum()),
        int(masks.gained.sum()),
        _samples(of_kind, masks.lost),
        _samples(of_kind, masks.gained),
        traits_of(units.task).right_above,
    )


def flip_rows(units: TaskUnits, parent: str, variant: str, axis: GrainAxis) -> list[Row]:
    """A row for each flip. ``unit`` numbers the sample's units of the kind from 0, the same for every lane."""
    of_kind = units.of_kind(axis.kind)
    masks = _masks(of_kind, parent, variant)
    unit = _numbered(of_kind.sample)
    return [
        {
            "sample": of_kind.samples[of_kind.sample[place]],
            "unit": int(unit[place]),
            "kind": axis.kind,
            "grain": float(of_kind.columns[GRAIN][place]),
            "parent_score": float(of_kind.scores[parent][place]),
            "score": float(of_kind.scores[variant][place]),
            "flip": LOST if masks.lost[place] else GAINED,
        }
        for place in np.flatnonzero(masks.lost | masks.gained)
    ]


def _masks(of_kind: TaskUnits, parent: str, variant: str) -> FlipMasks:
    return flip_masks(of_kind.scores[parent], of_kind.scores[variant], traits_of(of_kind.task).right_above)


def _samples(units: TaskUnits, mask: NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(units.samples[place] for place in np.unique(units.sample[mask]))


def _numbered(sample: NDArray[np.integer]) -> NDArray[np.int64]:
    """(n,) the place of each unit among those of its sample, which stand together."""
    starts = np.searchsorted(sample, sample)
    return np.arange(len(sample)) - starts
