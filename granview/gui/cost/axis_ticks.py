"""Where the axes of the plot of cost have numbers: as many as have room, and none beyond what is possible."""

import itertools
import math
from collections.abc import Callable
from typing import Final

Tick = tuple[float, str]
"""A place on the axis and the number there."""

_STEPS: Final = ((1.0, 1.5, 2.0, 3.0, 5.0, 7.0), (1.0, 2.0, 5.0), (1.0, 3.0), (1.0,))
"""Within a decade, from close to far."""

_NICE: Final = (1.0, 2.0, 5.0, 10.0)
_MOST_STRIDE: Final = 12
_GAP_PX: Final = 10
_SIZES: Final = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))


def log_ticks(low: float, high: float, room_px: float, width_of: Callable[[str], float]) -> list[Tick]:
    """Ticks of a logarithmic axis, at logarithms, as close together as their numbers have room.

    Args:
        low: The axis' beginning: a logarithm to the base of ten.
        high: Its end.
        room_px: Its length.
        width_of: How wide a number is drawn, in px.
    """
    per_px = (high - low) / max(room_px, 1.0)
    ways = [_of_steps(low, high, steps, 1) for steps in _STEPS]
    ways += [_of_steps(low, high, (1.0,), stride) for stride in range(2, _MOST_STRIDE)]
    return next((way for way in ways if _have_room(way, per_px, width_of)), ways[-1][:1])


def linear_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Ticks of an axis at round numbers, ``most`` at the most but for two, from its beginning to its end."""
    raw = (high - low) / max(most, 1)
    size = 10.0 ** math.floor(math.log10(raw)) if raw > 0 else 1.0
    step = next(nice * size for nice in _NICE if nice * size >= raw * (1 - 1e-9))
    digits = max(-math.floor(math.log10(step) + 1e-9), 0)
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    return [(place * step, f"{place * step:.{digits}f}") for place in range(first, last + 1)]


def number_in_short(value: float) -> str:
    """``0.002``, ``50``, ``1k``, ``20M``: a round number in as few letters as it has."""
    size, letter = next(((size, letter) for size, letter in _SIZES if value >= size * (1 - 1e-9)), (1.0, ""))
    value /= size
    digits = max(1 - math.floor(math.log10(value) + 1e-9), 0) if value < 10 else 0
    text = f"{value:.{digits}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + letter


def _of_steps(low: float, high: float, steps: tuple[float, ...], stride: int) -> list[Tick]:
    powers = range(math.floor(low), math.ceil(high) + 1)
    values = [step * 10.0**power for power in powers if power % stride == 0 for step in steps]
    return [(math.log10(value), number_in_short(value)) for value in values if low <= math.log10(value) <= high]


def _have_room(ticks: list[Tick], per_px: float, width_of: Callable[[str], float]) -> bool:
    if not ticks:
        return False
    return all(
        (right[0] - left[0]) / per_px >= (width_of(left[1]) + width_of(right[1])) / 2 + _GAP_PX
        for left, right in itertools.pairwise(ticks)
    )
