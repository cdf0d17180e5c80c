"""Weights over tokens as shades of a text: the larger the weight on the common scale, the stronger."""

from typing import Final

import numpy as np

from granview.core.explanation import PARTS, TokenWeights
from granview.gui.model.text_link import INPUT
from granview.gui.paint.heat import Heat
from granview.gui.texts.marks import NO_MARKS, Line, Look, Marks

_LEVELS: Final = 24
_STRONGEST: Final = 0.85
_UNDERLINED: Final = 0.5


def _looks(color: str) -> tuple[Look, ...]:
    shares = (level / (_LEVELS - 1) for level in range(_LEVELS))
    return tuple(Look(color, _STRONGEST * share, Line.SOLID if share > _UNDERLINED else Line.NONE) for share in shares)


_LOOKS: Final = (*_looks("accent"), *_looks("bad"))
"""Weights of 0 and above, then those below."""


def heat_shades(heat: Heat, space: str) -> Marks:
    """A shade for each token of one text of the sample.

    Args:
        heat: The lane's answer; its negative weights are shaded in another colour.
        space: The text: ``INPUT`` for the sample's own, else what the lane wrote.
    """
    weights = heat.explanation.weights
    if not isinstance(weights, TokenWeights) or heat.top <= 0:
        return NO_MARKS
    ours = weights.tokens.part == PARTS.index("text" if space == INPUT else "target")
    shares = np.clip(weights.values[ours] / heat.top, -1, 1)
    levels = np.rint(np.abs(shares) * (_LEVELS - 1)).astype(np.int64) + _LEVELS * (shares < 0)
    return Marks(weights.tokens.offsets[ours], levels.astype(np.uint32), _LOOKS)
