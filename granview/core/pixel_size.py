"""How large a px of a picture is in the world, and the round length that a scale bar of it stands for."""

import math
from dataclasses import dataclass
from typing import Final

_STEPS: Final = (5, 2, 1)
_UNITS: Final = ((1.0, "m"), (1e-2, "cm"), (1e-3, "mm"), (1e-6, "µm"), (1e-9, "nm"))
_KILOMETRE: Final = 1e3


@dataclass(frozen=True)
class PixelSize:
    """The size of one px of a picture, as its file says.

    Attributes:
        width_m: From one column to the next, in metres, above 0.
        height_m: From one row to the next, in metres, above 0.
        source: Where the file says so, such as ``OME-XML``.
    """

    width_m: float
    height_m: float
    source: str

    def __post_init__(self) -> None:
        if not (0 < self.width_m < math.inf and 0 < self.height_m < math.inf):
            raise ValueError(f"a px of {self.width_m} x {self.height_m} m is none")

    def turned(self) -> "PixelSize":
        """That of the same picture after a quarter turn."""
        return PixelSize(self.height_m, self.width_m, self.source)


@dataclass(frozen=True)
class ScaleBar:
    """A bar of a round length.

    Attributes:
        length_m: What it stands for, in metres: 1, 2 or 5 times a power of ten.
        length_px: How long it is drawn, in px of whatever it is drawn on.
    """

    length_m: float
    length_px: float

    @property
    def label(self) -> str:
        """Its length with a unit, such as ``50 µm``."""
        return length_in_words(self.length_m)


def scale_bar(px_m: float, px_per_image_px: float, most_px: float) -> ScaleBar | None:
    """The longest bar of a round length that is at most ``most_px`` long; None where it would be of no length.

    Args:
        px_m: The width of a px of the picture, in metres.
        px_per_image_px: How many px of the screen, or of the page, a px of the picture takes.
        most_px: Room for it, in those px.
    """
    room_m = px_m * most_px / px_per_image_px if px_per_image_px > 0 else 0.0
    if not 0 < room_m < math.inf:
        return None
    power = 10.0 ** math.floor(math.log10(room_m) + 1e-12)
    length_m = next(step * power for step in _STEPS if step * power <= room_m * (1 + 1e-9))
    return ScaleBar(length_m, length_m / px_m * px_per_image_px)


def length_in_words(length_m: float) -> str:
    """A round length in the unit in which it has the fewest digits: ``200 nm``, ``50 µm``, ``5 mm``, ``2 cm``."""
    if length_m >= _KILOMETRE * (1 - 1e-9):
        return f"{length_m / _KILOMETRE:g} km"
    size, unit = next(((size, unit) for size, unit in _UNITS if length_m >= size * (1 - 1e-9)), _UNITS[-1])
    return f"{round(length_m / size, 6):g} {unit}"
