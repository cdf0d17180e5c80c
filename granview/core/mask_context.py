"""What is settled about masks before new ones come."""

from dataclasses import dataclass

from granview.core.image_params import ImageParams


@dataclass(frozen=True)
class MaskContext:
    """What a look at new masks rests on besides what they hold.

    Attributes:
        params: What was chosen, without guesses.
        n_classes: How many classes the models have, where that is known.
    """

    params: ImageParams
    n_classes: frozenset[int] = frozenset()
