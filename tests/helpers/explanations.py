"""Explanations of made-up lanes, for tests that need no model."""

import numpy as np

from granview.core.explain_query import ExplainQuery, PointPlace
from granview.core.explanation import Explanation, HeatMaps, Tokens, TokenWeights

QUERY = ExplainQuery("attention", PointPlace(3.0, 2.0))


def heat(peak: tuple[int, int], box: tuple[float, float, float, float] = (0, 0, 8, 4)) -> Explanation:
    """A map (2, 4) with all its weight in one cell."""
    values = np.zeros((2, 4), np.float32)
    values[peak] = 1
    return Explanation("attention", HeatMaps(values, box), stack="image", layer=1, numbers={"entropy": 0.0})


def words() -> Explanation:
    """Weights over the three words of ``a bc d``."""
    offsets = np.array([[0, 1], [2, 4], [5, 6]], np.int32)
    tokens = Tokens(("a", "bc", "d"), offsets, np.zeros(3, np.uint8))
    return Explanation("rollout", TokenWeights(np.array([0.2, 0.5, 0.3], np.float32), tokens))
