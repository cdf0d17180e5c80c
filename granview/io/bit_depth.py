"""Grey values of more than 8 bits, brought to 8 by one rule for all pictures of a comparison.

The range that becomes 0 to 255 is the one that was chosen, else the full range of the file's type of number: 0 to 65535
for unsigned integers of 16 bits, 0 to 1 for floating point. It never depends on what a picture holds, so that two
frames of one camera keep their relation. Values outside are clipped, NaN is read as the lower end; both are said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.image_params import ImageRange

DEPTHS: Final = (8, 10, 12, 14)
"""Bits of cameras whose values are stored in files of 16."""


@dataclass(frozen=True)
class GreyType:
    """The type of number in which a file holds its grey values.

    Attributes:
        name: As sentences call it, such as ``16-bit``.
        full: The range of its values; for floating point, that of an image by custom.
        is_floating: Whether it is floating point.
    """

    name: str
    full: ImageRange
    is_floating: bool = False

    def values(self, array: NDArray[Any]) -> NDArray[Any]:
        """Pillow's array as numbers of this type; Pillow itself has no unsigned integers of 32 bits."""
        return array.view(np.uint32) if self is _UINT32 else array


_UINT16: Final = GreyType("16-bit", ImageRange(0, 2**16 - 1))
_INT16: Final = GreyType("signed 16-bit", ImageRange(-(2**15), 2**15 - 1))
_UINT32: Final = GreyType("32-bit", ImageRange(0, 2**32 - 1))
_INT32: Final = GreyType("signed 32-bit", ImageRange(-(2**31), 2**31 - 1))
_FLOAT: Final = GreyType("floating-point", ImageRange(0, 1), is_floating=True)
_TYPES: Final = {
    "I;12": GreyType("12-bit", ImageRange(0, 2**12 - 1)),
    "I;16S": _INT16,
    "I;16BS": _INT16,
    "I;32N": _UINT32,
}


def grey_type(mode: str, packing: str) -> GreyType | None:
    """The type of number of a grey image of more than 8 bits, by Pillow's mode and raw mode; None for any other."""
    if mode == "F":
        return _FLOAT
    if not mode.startswith("I"):
        return None
    return _TYPES.get(packing) or (_UINT16 if ";16" in packing or ";16" in mode else _INT32)


@dataclass(frozen=True)
class DepthScale:
    """A linear map of grey values to 0 to 255.

    Attributes:
        range: The values that become 0 and 255.
        notice: What was done, in words.
    """

    range: ImageRange
    notice: str

    def apply(self, values: NDArray[Any]) -> NDArray[np.uint8]:
        """Values of any numeric dtype and shape as uint8, rounded, clipped to the range."""
        low, span = self.range.low, self.range.high - self.range.low
        within = np.clip(values.astype(np.float64), low, self.range.high)
        scaled = (np.nan_to_num(within, nan=low) - low) * (255.0 / span)
        return np.clip(np.rint(scaled), 0, 255).astype(np.uint8)


def depth_scale(bands: Iterable[NDArray[Any]], kind: GreyType, chosen: ImageRange | None = None) -> DepthScale:
    """The scale for an image, of which ``bands`` are all the rows as numbers of its type; each band not empty."""
    span = chosen or kind.full
    lowest, highest, outside, unreal, n = np.inf, -np.inf, 0, 0, 0
    for band in bands:
        n += band.size
        outside += int(np.count_nonzero((band < span.low) | (band > span.high)))
        if band.dtype.kind == "f":
            unreal += int(np.count_nonzero(np.isnan(band)))
        lowest = min(lowest, float(np.fmin.reduce(band, axis=None)))
        highest = max(highest, float(np.fmax.reduce(band, axis=None)))
    how = "" if chosen is None else ", as set for all pictures"
    notices = [f"Its {kind.name} grey values from {span} became 0 to 255{how}."]
    if outside:
        notices.append(f"{percent(outside / n)} of its pixels lie outside and were clipped.")
    if unreal:
        notices.append(f"{percent(unreal / n)} of its pixels are no number and were read as black.")
    notices += _lost(span, min(lowest, span.low) if unreal else lowest, highest)
    bits = fitting_depth(highest)
    if chosen is None and bits is not None and kind.full.low == 0 and kind.full.high >= 2 ** (bits + 2) - 1:
        notices.append(f"They would fit {bits} bits (0 to {2**bits - 1}), so it is dark; choose the range if they are.")
    return DepthScale(span, " ".join(notices))


def _lost(span: ImageRange, lowest: float, highest: float) -> list[str]:
    """What is to be said where a range makes one grey of all that a picture holds."""
    greys = DepthScale(span, "").apply(np.array([lowest, highest]))
    if not lowest < highest or greys[0] != greys[1]:
        return []
    name = {0: "black", 255: "white"}.get(int(greys[0]), "one grey")
    return [f"All of it became {name}, though its values differ; choose a range that fits them."]


def fitting_depth(highest: float) -> int | None:
    """The smallest customary depth, below 16 bits, that holds values up to this one; None where none does."""
    return next((bits for bits in DEPTHS if 1 < highest < 2**bits), None)


def percent(share: float) -> str:
    """A share of 0 to 1 in words, never rounded to none or all: a whole percentage, or under or over one."""
    if 0 < share < 0.01:
        return "Under 1 %"
    return f"{round(100 * share)} %" if share <= 0.995 else "Nearly 100 %" if share < 1 else "100 %"
