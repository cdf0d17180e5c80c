"""Grey values of more than 8 bits, scaled to 8 by a rule that is written down.

Unsigned integers: the range is that of the smallest customary depth (8, 10, 12, 14, 16 or 32 bits) that holds the
image's largest value, since 12-bit cameras store their values in 16-bit files, where they would be almost black; 0
stays 0, the top of the range becomes 255. Signed integers with negative values: from the smallest to the largest value.
Floating point: 0 to 1 where all values lie in it, else from the smallest to the largest; NaN is read as the smallest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_DEPTHS: Final = (8, 10, 12, 14, 16, 32)


@dataclass(frozen=True)
class DepthScale:
    """A linear map of grey values to 0 to 255.

    Attributes:
        low: The value that becomes 0.
        high: The value that becomes 255.
        notice: A sentence that says what was done.
    """

    low: float
    high: float
    notice: str

    def apply(self, values: NDArray[Any]) -> NDArray[np.uint8]:
        """Values of any numeric dtype and shape as uint8, rounded, clipped to the range."""
        span = self.high - self.low or 1.0
        scaled = (np.nan_to_num(values.astype(np.float64), nan=self.low) - self.low) * (255.0 / span)
        return np.clip(np.rint(scaled), 0, 255).astype(np.uint8)


def depth_scale(bands: Iterable[NDArray[Any]]) -> DepthScale:
    """The scale for an image, of which ``bands`` are all the rows; each band not empty, of one numeric dtype."""
    low, high, floating = np.inf, -np.inf, False
    for band in bands:
        floating = band.dtype.kind == "f"
        finite = band[np.isfinite(band)] if floating else band
        if finite.size:
            low, high = min(low, float(finite.min())), max(high, float(finite.max()))
    if low > high:
        return DepthScale(0.0, 1.0, "It holds no finite value, so it is read as black.")
    if floating:
        return _float_scale(low, high)
    if low < 0:
        return _stretched(low, high)
    return _integer_scale(high)


def _integer_scale(high: float) -> DepthScale:
    bits = next(bits for bits in _DEPTHS if high < 2**bits)
    top = 2**bits - 1
    return DepthScale(
        0.0, float(top), f"Its grey values reach {high:.0f}; read as {bits}-bit: 0 to {top} became 0 to 255."
    )


def _float_scale(low: float, high: float) -> DepthScale:
    if low >= 0 and high <= 1:
        return DepthScale(0.0, 1.0, "Its floating-point values from 0 to 1 became 0 to 255.")
    return _stretched(low, high)


def _stretched(low: float, high: float) -> DepthScale:
    return DepthScale(low, high, f"Its values from {low:g} to {high:g} became 0 to 255.")
