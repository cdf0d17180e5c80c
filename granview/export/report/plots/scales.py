"""From values to places in px, with ticks at round values."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_LEAST_ROOM: Final = 1e-7
"""Values that are nearer to each other than this, by their size, are drawn as one."""
_ROUND: Final = (1.0, 2.0, 2.5, 5.0, 10.0)

_SHORT: Final = ((1e9, " B"), (1e6, " M"), (1e4, " k"))
"""From which value on a tick is called by thousands, millions or billions, as tables have counts."""

_TENTHS: Final = tuple(tenth / 10 for tenth in range(10, 100))


@dataclass(frozen=True)
class Scale:
    """An axis.

    Attributes:
        low: The value at its start.
        high: The value at its end.
        start: The place of the start, in px.
        end: The place of the end.
        ticks: Values that are marked.
        is_log: Whether equal steps are equal ratios.
    """

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]
    is_log: bool = False

    def __call__(self, value: float) -> float:
        """The place of a value."""
        low, high, at = map(math.log10, (self.low, self.high, value)) if self.is_log else (self.low, self.high, value)
        return self.start + (at - low) / (high - low) * (self.end - self.start)

    def label(self, tick: float) -> str:
        """What a tick is called."""
        if self.is_log:
            size, sign = next(((size, sign) for size, sign in _SHORT if tick >= size), (1.0, ""))
            return f"{tick / size:,.12g}{sign}"
        step = abs(self.ticks[1] - self.ticks[0]) if len(self.ticks) > 1 else 1.0
        digits = max(0, -math.floor(math.log10(step) + 1e-9))
        if round(step, digits) != round(step, digits + 2):
            digits += 1
        return f"{tick:.{digits}f}".replace("-", "−")


def linear(values: Sequence[float], start: float, end: float, bounds: tuple[float, float] | None = None) -> Scale:
    """An axis around some values, with room at both ends, which never runs past what is possible.

    Args:
        values: What it must show, finite.
        start: Place of its start, in px.
        end: Place of its end.
        bounds: The least and the largest value that there can be; None where there is none.
    """
    low, high = min(values), max(values)
    room = (high - low) * 0.06
    if room < _LEAST_ROOM * max(abs(high), 1.0):
        room = max(abs(high) * 0.1, 0.1)
    low, high = low - room, high + room
    if bounds is not None:
        low, high = max(low, bounds[0]), min(high, bounds[1])
    step = _round_step((high - low) / 5)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    if bounds is not None:
        first = max(first, math.ceil(bounds[0] / step - 1e-9)) if math.isfinite(bounds[0]) else first
        last = min(last, math.floor(bounds[1] / step + 1e-9)) if math.isfinite(bounds[1]) else last
    ticks = tuple(round(place * step, 12) for place in range(first, last + 1))
    return Scale(min(low, ticks[0]), max(high, ticks[-1]), start, end, ticks)


def logarithmic(values: Sequence[float], start: float, end: float) -> Scale:
    """An axis of ratios around some values above 0."""
    low, high = min(values) / 1.25, max(values) * 1.25
    decades = range(math.floor(math.log10(low)) - 1, math.ceil(math.log10(high)) + 2)
    for digits in ((1,), (1, 3), (1, 2, 5), tuple(range(1, 10)), _TENTHS):
        ticks = [digit * 10.0**decade for decade in decades for digit in digits if low <= digit * 10.0**decade <= high]
        if len(ticks) >= 3:
            break
    return Scale(low, high, start, end, tuple(ticks), is_log=True)


def _round_step(step: float) -> float:
    power = 10.0 ** math.floor(math.log10(step))
    return next(power * each for each in _ROUND if power * each >= step * (1 - 1e-9))
