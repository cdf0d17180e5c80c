"""Grey values brought to the 8 bits of a screen: a window level and a gamma."""

from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_TABLED_BYTES: Final = 2
_OPAQUE: Final = 255


def toned(values: NDArray[Any], low: float, high: float, gamma: float) -> NDArray[np.uint8]:
    """Values as uint8 of the same shape: ``low`` and below becomes 0, ``high`` and above 255, what is no number 0.

    A value at the part p of the way from ``low`` to ``high`` becomes ``255 p^(1/gamma)``, rounded.
    """
    if values.dtype.kind in "iu" and values.dtype.itemsize <= _TABLED_BYTES:
        info = np.iinfo(values.dtype)
        table = _table(values.dtype.str, low, high, gamma)
        index = values if info.min == 0 else values.astype(np.int32) - int(info.min)
        return np.take(table, index)
    return _computed(values, low, high, gamma)


def rgb32(values: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(h, w, 1) grey or (h, w, 3) RGB as (h, w, 4) blue, green, red, 255: Qt's Format_RGB32."""
    found = np.empty((*values.shape[:2], 4), np.uint8)
    found[..., :3] = values[..., ::-1]
    found[..., 3] = _OPAQUE
    return found


@lru_cache(maxsize=8)
def _table(dtype: str, low: float, high: float, gamma: float) -> NDArray[np.uint8]:
    info = np.iinfo(np.dtype(dtype))
    return _computed(np.arange(int(info.min), int(info.max) + 1), low, high, gamma)


def _computed(values: NDArray[Any], low: float, high: float, gamma: float) -> NDArray[np.uint8]:
    part = np.clip((values.astype(np.float64) - low) / (high - low), 0, 1)
    part = np.nan_to_num(part, nan=0.0)
    return np.rint(255 * part ** (1 / gamma)).astype(np.uint8)


def halves(values: NDArray[Any], smallest_edge_px: int) -> list[NDArray[Any]]:
    """(H, W, C) values, then the same at half the size, rounded up, and so on: each px the mean of up to 2 by 2."""
    levels = [values]
    while max(levels[-1].shape[:2]) > smallest_edge_px:
        levels.append(_halved(levels[-1]))
    return levels


def _halved(values: NDArray[Any]) -> NDArray[Any]:
    height, width = values.shape[:2]
    padded = np.pad(values, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
    wide: NDArray[np.float64] = padded.astype(np.float64)
    mean: NDArray[np.float64] = (wide[0::2, 0::2] + wide[1::2, 0::2] + wide[0::2, 1::2] + wide[1::2, 1::2]) / 4
    found: NDArray[Any] = (np.rint(mean) if values.dtype.kind in "iu" else mean).astype(values.dtype)
    return found
