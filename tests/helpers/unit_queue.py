"""A queue of as many units as wanted, made at once."""

import numpy as np
from PySide6.QtCore import QObject

from granview.core.mark import UnitId, UnitMark
from granview.core.slices import EVERYTHING
from granview.gui.disagreement.queue_columns import QueueColumn, queue_columns
from granview.report.disagreement import Disagreement, disagreement
from granview.report.task_units import TaskUnits


class NoMarks(QObject):
    """A book without marks."""

    def of(self, what: UnitId) -> UnitMark | None:
        """None."""
        return None


def million_units(n: int = 1_000_000) -> Disagreement:
    """Units of 1,000 samples in two lanes, at random."""
    rng = np.random.default_rng(0)
    samples = 1_000
    units = TaskUnits(
        "image-segmentation",
        tuple(f"sample-{place:04}" for place in range(samples)),
        np.sort(rng.integers(0, samples, n)).astype(np.int32),
        np.arange(n, dtype=np.int32) % (n // samples),
        {
            "grain": rng.random(n, dtype=np.float32) * 100,
            "kind": np.zeros(n, np.int8),
            "class": rng.integers(0, 9, n).astype(np.int32),
            "class by small": rng.integers(0, 9, n).astype(np.int32),
            "class by large": rng.integers(0, 9, n).astype(np.int32),
        },
        {
            "kind": ("region",),
            **{
                name: tuple(f"class {place}" for place in range(9))
                for name in ("class", "class by small", "class by large")
            },
        },
        {"small": rng.random(n, dtype=np.float32), "large": rng.random(n, dtype=np.float32)},
    )
    return disagreement(units, "small", "large", "region", EVERYTHING)


def queue_columns_of(found: Disagreement) -> tuple[QueueColumn, ...]:
    """The columns, where nothing is marked."""
    return queue_columns(found, NoMarks())
