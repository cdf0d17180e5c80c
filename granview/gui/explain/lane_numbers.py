"""The numbers of every lane's answer, with how alike each is to one lane's."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from granview.core.explanation import Explanation, HeatMaps, TokenWeights
from granview.gui.paint.heat import Heat
from granview.scoring.explanation_measures import pearson, similarity

ALIKE: Final = "pearson"


def lane_numbers(shown: Mapping[str, Heat], pinned: str | None) -> dict[str, dict[str, float]]:
    """Each lane's measures by name, in the lanes' order.

    Args:
        shown: What the lanes answered.
        pinned: The lane that the others are compared with; None, or one that has not answered: the first.

    Returns:
        The measures that came with each answer, and under ``pearson`` its correlation with that lane's.
    """
    against = pinned if pinned in shown else next(iter(shown), None)
    numbers = {lane: dict(heat.explanation.numbers or {}) for lane, heat in shown.items()}
    for lane, own in numbers.items():
        if against is not None and lane != against:
            alike = _alike(shown[lane].explanation, shown[against].explanation)
            own.update({} if alike is None else {ALIKE: alike})
    return numbers


def _alike(one: Explanation, other: Explanation) -> float | None:
    """Pearson's correlation: of maps on the finer grid, of weights over tokens on the same code points of one text."""
    left, right = one.weights, other.weights
    if isinstance(left, HeatMaps) and isinstance(right, HeatMaps):
        same = left.box_xyxy_px == right.box_xyxy_px
        return similarity(left.values, right.values).get(ALIKE) if same else None
    if isinstance(left, TokenWeights) and isinstance(right, TokenWeights):
        end = max(int(weights.tokens.offsets.max(initial=0)) for weights in (left, right))
        return pearson(_by_character(left, end), _by_character(right, end)) if end else None
    return None


def _by_character(weights: TokenWeights, end: int) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Weight of each code point of the sample's text: a token's is spread evenly over its own."""
    spread = np.zeros(end)
    for (start, stop), value, part in zip(
        weights.tokens.offsets.tolist(), weights.values.tolist(), weights.tokens.part.tolist(), strict=True
    ):
        if part == 0 and stop > start:
            spread[start:stop] += value / (stop - start)
    return spread
