"""How sure a model was of each token, as shades: the less sure, the stronger."""

from typing import Final

import numpy as np

from granview.core.offsets import Offsets, Probabilities
from granview.gui.presenters.marks import Line, Marks, TextFormat

_LEVELS: Final = 16
_STRONGEST: Final = 0.6
_DOUBTFUL: Final = 0.5

_DOUBTS: Final = tuple(level / (_LEVELS - 1) for level in range(_LEVELS))
_LOOKS: Final = tuple(
    TextFormat("warn", _STRONGEST * doubt, Line.DOTTED if doubt > _DOUBTFUL else Line.NONE, is_plain=True)
    for doubt in _DOUBTS
)


def token_shades(tokens: Offsets, confidence: Probabilities) -> Marks:
    """A shade for each token; a dotted line too under those that are less likely than not."""
    doubt = 1 - np.clip(np.nan_to_num(confidence, nan=0.0), 0, 1)
    levels = np.rint(doubt * (_LEVELS - 1)).astype(np.uint32)
    return Marks(tokens, levels, _LOOKS)
