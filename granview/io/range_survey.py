"""Which grey values the pictures of more than 8 bits of a comparison hold: what a choice of range rests on."""

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.errors import ArgumentError, InputError
from granview.core.image_params import ImageRange
from granview.core.sample import Sample
from granview.io.bit_depth import GreyType, fitting_depth
from granview.io.opened_image import open_image
from granview.io.sample_kind import picture_paths
from granview.io.survey_loop import evenly_spread, survey_each

MAX_OPENED: Final = 400
"""So many pictures, evenly spread over all, have their headers looked at; the rule that follows holds for all."""

MAX_DECODED: Final = 40
"""So many of more than 8 bits are decoded."""

_TAKEN: Final = 1 << 14
"""About so many values of each picture go into percentiles."""

_PREVIEW_PX: Final = 160
_MUCH: Final = 0.01
"""A share of clipped pixels that is worth a question."""


class RangeSurvey(msgspec.Struct):
    """What was found in pictures of more than 8 bits.

    Attributes:
        n: How many of those that were looked at have more than 8 bits; at most ``MAX_DECODED`` were decoded.
        types: Their types of number.
        low: The smallest value.
        high: The largest value.
        clipped: Of those that were decoded, the largest share of pixels outside the full range of its type.
        parts: Some of the values of each, (n,) float64, for percentiles.
        small: The first of them in small, (h, w) float64; None before.
    """

    n: int = 0
    types: list[GreyType] = []
    low: float = np.inf
    high: float = -np.inf
    clipped: float = 0.0
    parts: list[PackedArray] = []
    small: PackedArray | None = None

    @property
    def values(self) -> NDArray[np.float64]:
        """Some of the values of all pictures, (n,) float64."""
        return np.concatenate([unpack(part) for part in self.parts]) if self.parts else np.empty(0)

    @property
    def preview(self) -> NDArray[np.float64] | None:
        """The first picture in small, (h, w) float64; None where there is none."""
        return None if self.small is None else unpack(self.small)

    @property
    def observed(self) -> ImageRange | None:
        """From the smallest value to the largest; None where there are not two."""
        return ImageRange(self.low, self.high) if self.low < self.high else None

    @property
    def suggested(self) -> ImageRange | None:
        """The range that a user would choose in place of the full one; None where that is as it should be.

        Unsigned integers that fit fewer bits: those. Otherwise, where the full range would clip or leave most of it
        unused: from the smallest value to the largest.
        """
        if not self.types or self.observed is None:
            return None
        full, bits = self.types[0].full, fitting_depth(self.high)
        if self.low >= 0 and full.low == 0 and bits is not None and full.high > 2 ** (bits + 2) - 2:
            return ImageRange(0, 2**bits - 1)
        is_small = self.high - self.low < (full.high - full.low) / 16
        return self.observed if self.clipped > _MUCH or is_small else None

    def percentiles(self, low: float, high: float) -> ImageRange | None:
        """The range between two percentiles, 0 to 100, of all values; None where they are equal."""
        if not self.parts:
            return None
        if (low, high) == (0, 100):
            return self.observed
        ends = np.percentile(self.values, [low, high])
        return ImageRange(float(ends[0]), float(ends[1])) if ends[0] < ends[1] else None

    def outside(self, image_range: ImageRange) -> float:
        """The share, 0 to 1, of all values that a range clips."""
        values = self.values
        return float(np.mean((values < image_range.low) | (values > image_range.high))) if values.size else 0.0


def deep_pictures(samples: Iterable[Sample], wanted: Callable[[], bool] = lambda: True) -> list[Path]:
    """The pictures of more than 8 bits that samples hold, by their headers; of many pictures, some are looked at.

    Args:
        samples: Samples of any kind.
        wanted: Asked before each picture; the look ends where it says no.
    """
    paths = evenly_spread(picture_paths(list(samples)), MAX_OPENED)
    return [path for path in takewhile(lambda _: wanted(), paths) if _is_deep(path)]


def survey_ranges(pictures: Sequence[Path]) -> RangeSurvey:
    """Look at pictures of more than 8 bits; one that cannot be read is left out."""
    survey = RangeSurvey(len(pictures))
    survey_each(pictures, MAX_DECODED, lambda path: _observe(path, survey))
    return survey


def chosen_range(text: str, survey: RangeSurvey) -> ImageRange | None:
    """A range from words: ``full``, ``LOW,HIGH``, or percentiles of all pictures such as ``1%,99%``.

    Args:
        text: The words.
        survey: What the pictures hold; of none, percentiles are no range.

    Raises:
        ArgumentError: it is none of these, or the pictures hold no two values between which a percentile could lie.
    """
    if text.strip().casefold() == "full":
        return None
    low, _, high = (part.strip() for part in text.partition(","))
    try:
        if low.endswith("%") and high.endswith("%"):
            ends = float(low[:-1]), float(high[:-1])
            if not 0 <= ends[0] < ends[1] <= 100:
                raise ValueError
            return _percentiles(text, survey, ends)
        return ImageRange(float(low), float(high))
    except ValueError as error:
        raise ArgumentError(
            f"'{text}' is no range of brightness.", "Write full, two numbers such as 0,4095, or percentiles: 1%,99%."
        ) from error


def _percentiles(text: str, survey: RangeSurvey, ends: tuple[float, float]) -> ImageRange | None:
    if not survey.n:
        return None
    found = survey.percentiles(*ends)
    if found is None:
        raise ArgumentError(f"The grey values of the pictures are all one from {text}.", "Give two numbers.")
    return found


def _is_deep(path: Path) -> bool:
    try:
        with open_image(path) as opened:
            return opened.grey is not None
    except InputError:
        return False


def _observe(path: Path, survey: RangeSurvey) -> int:
    """Note a picture's values; how many pixels it has."""
    with open_image(path) as opened:
        opened.load()
        assert opened.grey is not None
        array = opened.grey.values(np.asarray(opened.image))
        grey = opened.grey
    real = array[np.isfinite(array)] if array.dtype.kind == "f" else array.ravel()
    if not real.size:
        return array.size
    if grey not in survey.types:
        survey.types.append(grey)
    survey.low, survey.high = min(survey.low, float(real.min())), max(survey.high, float(real.max()))
    outside = np.count_nonzero((real < grey.full.low) | (real > grey.full.high))
    survey.clipped = max(survey.clipped, outside / real.size)
    survey.parts.append(pack(real[:: max(real.size // _TAKEN, 1)].astype(np.float64)))
    if survey.small is None:
        survey.small = pack(_small(array))
    return array.size


def _small(array: NDArray[Any]) -> NDArray[np.float64]:
    step = max(-(-max(array.shape) // _PREVIEW_PX), 1)
    return array[::step, ::step].astype(np.float64)
