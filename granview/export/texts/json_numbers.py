"""Numbers as JSON files hold them."""

import math

import numpy as np


def number(value: float | None) -> float | None:
    """The shortest decimal that reads back as the same 32-bit float; None for what is not finite, which JSON lacks."""
    if value is None or not math.isfinite(value):
        return None
    return float(str(np.float32(value)))
