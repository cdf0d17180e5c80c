"""Unit tables of tasks whose units are whole texts, answers and targets: a few rows per sample."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.unit import UnitTable
from granview.tasks.base import GrainAxis

WORD_EDGES: Final = (0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, math.inf)
"""Octaves of words, and none at all."""

NESTING: Final = GrainAxis(
    "nesting",
    "Nesting depth",
    "",
    (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, math.inf),
    is_count=True,
    harder="large",
)
"""The grain that a data set gives its texts; whole numbers, such as how deep phrases or operations are nested."""


def word_axis(kind: str, title: str) -> GrainAxis:
    """An axis of lengths in words."""
    return GrainAxis(kind, title, "words", WORD_EDGES, is_count=True, harder="large")


def sample_units(
    kind: str, n_words: int, nesting: float | None, score: float, extra: Mapping[str, float] | None = None
) -> UnitTable:
    """The units of a sample that is scored as a whole: one by its length, one by its nesting where that is known.

    Args:
        kind: Kind of the unit that is measured in words.
        n_words: Its grain.
        nesting: The data set's own measure; None for a table without that row.
        score: Of both rows, 0 to 1.
        extra: The task's own columns, the same in both rows; whole numbers are int32, others float32.
    """
    grains = [float(n_words)] if nesting is None else [float(n_words), nesting]
    columns = {name: repeated(value, len(grains)) for name, value in (extra or {}).items()}
    return units((kind, NESTING.kind), list(range(len(grains))), grains, [score] * len(grains), columns)


def units(
    kinds: tuple[str, ...],
    kind: Sequence[int],
    grain: Sequence[float],
    score: Sequence[float],
    extra: Mapping[str, NDArray[Any]] | None = None,
) -> UnitTable:
    """A unit table from rows."""
    return UnitTable(
        kinds,
        np.array(kind, dtype=np.uint8),
        np.array(grain, dtype=np.float32),
        np.array(score, dtype=np.float32),
        extra or {},
    )


def repeated(value: float, rows: int) -> NDArray[Any]:
    """A column that holds one value: whole numbers are int32, others float32."""
    return np.full(rows, value, dtype=np.int32 if isinstance(value, int) else np.float32)
