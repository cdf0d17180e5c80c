"""The arithmetic of polarity: what negation, intensifiers and diminishers do to a judgement.

A judgement is an integer from -3 to 3; its sign is the label. Mild words stand at 1, strong ones at 2. An intensifier
moves a judgement one away from zero, a diminisher one towards it, and negation mirrors it, so that the order of the
operators matters: "slightly good" is neutral, "slightly excellent" is not. The scale follows the idea of valence
shifters (Polanyi and Zaenen, 2006, doi:10.1007/1-4020-4102-0_1); its steps are this grammar's own convention.
"""

from collections.abc import Callable
from enum import Enum

STRONGEST = 3
LABELS = ("negative", "neutral", "positive")


def sign(value: int) -> int:
    """-1, 0 or 1."""
    return (value > 0) - (value < 0)


def clip(value: int) -> int:
    """The value, no further from zero than the strongest judgement."""
    return max(-STRONGEST, min(STRONGEST, value))


def intensify(value: int) -> int:
    """One step away from zero; zero stays."""
    return clip(value + sign(value))


def diminish(value: int) -> int:
    """One step towards zero."""
    return value - sign(value)


def negate(value: int) -> int:
    """The mirror image."""
    return -value


def label_of(value: int) -> str:
    """The label of a judgement: the name of its sign."""
    return LABELS[sign(value) + 1]


class Operator(Enum):
    """What can be nested around a judgement."""

    INTENSIFY = "intensify"
    DIMINISH = "diminish"
    NEGATE = "negate"

    def __call__(self, value: int) -> int:
        """Applies the operator to a judgement."""
        return _APPLY[self](value)


_APPLY: dict[Operator, Callable[[int], int]] = {
    Operator.INTENSIFY: intensify,
    Operator.DIMINISH: diminish,
    Operator.NEGATE: negate,
}
