"""Many comparisons at once: Holm's correction of their p-values.

Holm, "A Simple Sequentially Rejective Multiple Test Procedure" (Scandinavian Journal of Statistics 6(2), 1979). Over
all comparisons together a difference is announced where there is none with the level's probability at most, whatever
ties the comparisons to each other; it never announces fewer than Bonferroni's correction does.
"""

from collections.abc import Sequence


def holm(p_values: Sequence[float | None]) -> list[float | None]:
    """Corrected p-values, each to be held against the level itself; None stays None and counts as no comparison."""
    known = sorted((value, place) for place, value in enumerate(p_values) if value is not None)
    corrected: list[float | None] = [None] * len(p_values)
    largest = 0.0
    for rank, (value, place) in enumerate(known):
        largest = max(largest, min(1.0, (len(known) - rank) * value))
        corrected[place] = largest
    return corrected
