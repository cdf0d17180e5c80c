"""Weights over tokens as shades of a text: the larger the weight on the common scale, the stronger."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core.explanation import PARTS, SPECIAL, Tokens, TokenWeights
from granview.gui.model.text_viewport import INPUT
from granview.gui.paint.heat import Heat
from granview.gui.presenters.marks import NO_MARKS, Line, Marks, TextFormat

_LEVELS: Final = 24
STRONGEST: Final = 0.85
"""Opacity of the shade at the end of the scale."""

_UNDERLINED: Final = 0.5
_RING: Final = TextFormat("only_right", about=Line.SOLID)


def _formats(color: str) -> tuple[TextFormat, ...]:
    shares = (level / (_LEVELS - 1) for level in range(_LEVELS))
    return tuple(
        TextFormat(color, STRONGEST * share, Line.SOLID if share > _UNDERLINED else Line.NONE) for share in shares
    )


_FORMATS: Final = (*_formats("accent"), *_formats("bad"), _RING)
"""Weights of 0 and above, then those below, then the ring about what is asked about."""


def heat_shades(heat: Heat, space: str) -> Marks:
    """A shade for each token of one text of the sample, and a ring about the tokens that are asked about.

    Args:
        heat: The lane's answer; its negative weights are shaded in another colour.
        space: The text: ``INPUT`` for the sample's own, else what the lane wrote.
    """
    weights = heat.explanation.weights
    if not isinstance(weights, TokenWeights):
        return NO_MARKS
    ours = _of(weights.tokens, space) & (heat.top > 0)
    shares = np.clip(weights.values[ours] / heat.top, -1, 1) if heat.top > 0 else weights.values[ours]
    levels = np.rint(np.abs(shares) * (_LEVELS - 1)).astype(np.int64) + _LEVELS * (shares < 0)
    asked = _asked(heat, space)
    offsets = np.concatenate([weights.tokens.offsets[ours], asked])
    formats = np.concatenate([levels, np.full(len(asked), len(_FORMATS) - 1)])
    return Marks(offsets, formats.astype(np.uint32), _FORMATS)


def lines_alone(marks: Marks) -> Marks:
    """Marks without their grounds, so that shades can be told from them."""
    return Marks(marks.offsets, marks.formats, tuple(replace(text_format, fill=0.0) for text_format in marks.table))


def weight_at(heat: Heat, space: str, offset: int) -> float | None:
    """The raw weight of the token that holds a code point of a text; None where there is none."""
    weights = heat.explanation.weights
    if not isinstance(weights, TokenWeights):
        return None
    tokens = weights.tokens
    found = np.flatnonzero(_of(tokens, space) & (tokens.offsets[:, 0] <= offset) & (tokens.offsets[:, 1] > offset))
    return float(weights.values[found[0]]) if len(found) else None


def special_share(heat: Heat) -> float | None:
    """Share of the weight, by size, on tokens that stand for no text, 0 to 1; None where there are none of those."""
    weights = heat.explanation.weights
    if not isinstance(weights, TokenWeights):
        return None
    special = weights.tokens.part == SPECIAL
    total = float(np.abs(weights.values).sum(dtype=np.float64))
    return float(np.abs(weights.values[special]).sum(dtype=np.float64)) / total if special.any() and total else None


def _asked(heat: Heat, space: str) -> NDArray[np.int32]:
    """Offsets (m, 2) of the tokens that are asked about, as far as they lie in this text."""
    tokens, at = heat.explanation.asked, heat.explanation.at
    if tokens is None or at is None:
        return np.empty((0, 2), np.int32)
    return _joined(tokens.offsets[at][_of(tokens, space)[at]])


def _joined(offsets: NDArray[np.int32]) -> NDArray[np.int32]:
    """Spans (n, 2) in the order of their starts, those that touch as one."""
    if not len(offsets):
        return offsets
    offsets = offsets[np.argsort(offsets[:, 0], kind="stable")]
    begins = np.flatnonzero(np.append(True, offsets[1:, 0] > np.maximum.accumulate(offsets[:, 1])[:-1]))
    return np.stack([offsets[begins, 0], np.maximum.reduceat(offsets[:, 1], begins)], axis=1)


def _of(tokens: Tokens, space: str) -> NDArray[np.bool_]:
    return np.asarray(tokens.part == PARTS.index("text" if space == INPUT else "target"))
