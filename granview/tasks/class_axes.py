"""Measures of units by their class: which it is, and how rare it is in the session."""

import math
from typing import Final

from granview.tasks.base import CLASS_SAMPLES, GrainAxis

_SAMPLES: Final = (1.0, 11.0, 101.0, math.inf)
"""LVIS' rare, common and frequent classes."""


def class_axes(kind: str) -> tuple[GrainAxis, ...]:
    """Those of units of a kind that have classes."""
    return (
        GrainAxis(
            *(kind, "Samples of the class", "", _SAMPLES),
            is_count=True,
            column=CLASS_SAMPLES,
            description="How rare the class is here: 1 to 10 samples are rare, up to 100 common, as LVIS has it.",
        ),
        GrainAxis(kind, "Class", "", (), column="class", description="Each of the most frequent classes by itself."),
    )
