"""Holm's correction of pairs of hypotheses that cannot both be true, such as "no difference" and "a large difference".

Shaffer, "Modified Sequentially Rejective Multiple Test Procedures" (Journal of the American Statistical Association
81(395), 1986): at each step a p-value need only be multiplied by how many of the hypotheses that are left can be true
together. Of two that rule each other out that is one, so that asking both costs no more than asking one.

Hypotheses that matter more may have more weight, as Holm himself gives them ("A Simple Sequentially Rejective Multiple
Test Procedure", Scandinavian Journal of Statistics 6(2), 1979, section 4): p-values are divided by their weights, and
multiplied by the sum of the weights that are left.
"""

from collections.abc import Sequence

Pair = tuple[float | None, float | None]


def exclusive_holm(pairs: Sequence[Pair], weights: Sequence[float] | None = None) -> list[Pair]:
    """Corrected p-values of n pairs, each to be held against the level itself; None stays None.

    Over all of them a true hypothesis is rejected with the level's probability at most, whatever ties them to each
    other. Where no pair has more than one p-value, and all weigh the same, it is Holm's correction.

    Args:
        pairs: The p-values of two hypotheses of which at most one is true; None for one that is not tested.
        weights: (n,) above 0, how much each pair matters; None for all alike. They must not depend on the p-values.
    """
    weight = [1.0] * len(pairs) if weights is None else list(weights)
    known = sorted(
        (value / weight[place], place, side)
        for place, pair in enumerate(pairs)
        for side, value in enumerate(pair)
        if value is not None
    )
    left = [sum(value is not None for value in pair) for pair in pairs]
    open_weight = sum(each for each, count in zip(weight, left, strict=True) if count)
    corrected: list[list[float | None]] = [[None, None] for _ in pairs]
    largest = 0.0
    for value, place, side in known:
        largest = max(largest, min(1.0, open_weight * value))
        corrected[place][side] = largest
        left[place] -= 1
        open_weight -= 0.0 if left[place] else weight[place]
    return [(first, second) for first, second in corrected]
