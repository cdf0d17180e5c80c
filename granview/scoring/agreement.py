"""How far two lanes agree where there is no reference; neither is right or wrong, and every measure is symmetric."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Agreement:
    """Agreement of two lanes over what was counted, in the measure of their task.

    Attributes:
        value: The task's measure of agreement, at most 1; what it is says ``Task.agreement_column``. None where it is
            undefined.
        disagreement: Share of what was compared on which the lanes differ, 0 to 1, such as that of pixels; None when
            nothing was.
        by_class: (number of joint classes,) float64, agreement on each class; NaN where neither lane says it. None for
            a measure without classes.
    """

    value: float | None
    disagreement: float | None
    by_class: NDArray[np.float64] | None = None
