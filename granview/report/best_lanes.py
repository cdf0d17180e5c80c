"""Which lane is the best of a column: among those alone that rest on the same samples."""

import math
from collections.abc import Collection, Mapping
from typing import Literal

Better = Literal["higher", "lower", ""]
"""Which values of a column are better; empty when neither is."""

Samples = frozenset[str]


def lanes_on_same_samples(samples: Mapping[str, Samples]) -> frozenset[str]:
    """The lanes that rest on every sample that any lane rests on.

    A lane that failed on some, or has not come to them yet, may look better for it.

    Args:
        samples: By lane, the names of the samples that its value rests on.
    """
    every: Samples = frozenset().union(*samples.values())
    return frozenset(lane for lane, own in samples.items() if own == every)


def best_lanes(values: Mapping[str, float | None], better: Better, fair: Collection[str]) -> frozenset[str]:
    """The lanes with the best value, none where nobody is better than another.

    So none where fewer than two can be compared, where all of those have one value, or where neither direction is
    better.

    Args:
        values: By lane; None where there is no value.
        better: Which values are.
        fair: The lanes that may be compared, see ``lanes_on_same_samples``.
    """
    known = {
        lane: value for lane, value in values.items() if lane in fair and value is not None and math.isfinite(value)
    }
    if not better or len(set(known.values())) < 2:
        return frozenset()
    best = (max if better == "higher" else min)(known.values())
    return frozenset(lane for lane, value in known.items() if value == best)
