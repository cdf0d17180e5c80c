"""What the user can choose about how pictures and reference masks are read: for a whole comparison, or by folder."""

import math
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

import msgspec

from granview.core.errors import ArgumentError
from granview.core.labels import BACKGROUND, FOREGROUND

MaskFrame = Literal["shown", "stored"]
"""Whether a mask without an orientation tag lies as its picture is shown, or as its picture is stored."""

VOID_NAME: Final = "void"
"""What stands for void where classes are named."""

_LARGEST: Final = 65_535


class ImageRange(msgspec.Struct, frozen=True):
    """The grey values of pictures of more than 8 bits that become black and white; what lies outside is clipped.

    Attributes:
        low: The value that becomes 0.
        high: The value that becomes 255; greater than ``low``.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high) and self.low < self.high):
            raise ArgumentError(
                f"{self.low:g} to {self.high:g} is no range of brightness.",
                "Give two numbers, the lower one first, such as 0,4095.",
            )

    def __str__(self) -> str:
        return f"{self.low:.9g} to {self.high:.9g}"


class MaskValues(msgspec.Struct, frozen=True):
    """What the values of index masks are taken for.

    Attributes:
        base: The value of the first class: 0, or 1 for masks in which 0 is void.
        named: The class of a value by its name, or by its index in digits; None for void. These win over ``base``.
            Where no class file lies beside a mask and a class is named, the named values are all that it may hold.
    """

    base: Literal[0, 1] = 0
    named: dict[int, str | None] = {}

    def __post_init__(self) -> None:
        if wrong := [value for value in self.named if not 0 <= value <= _LARGEST]:
            raise ArgumentError(f"A mask holds no value {wrong[0]}.", f"Values go from 0 to {_LARGEST}.")

    def __hash__(self) -> int:
        return hash((self.base, frozenset(self.named.items())))

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes that are named, each once, in the order of their values."""
        return tuple(dict.fromkeys(name for _, name in sorted(self.named.items()) if name is not None))

    def meaning(self, value: int, names: Sequence[str], void: int | None) -> str | None:
        """What a value of a mask is taken for: the name of its class, ``void``, or None where nothing says so.

        Args:
            value: The value.
            names: The classes by index; empty where they are not known: then they are called by their index.
            void: The value that is void by the class file, or by custom.
        """
        if value in self.named:
            return self.named[value] or VOID_NAME
        if self.classes and not names:
            return None
        if value == void or value < self.base:
            return VOID_NAME
        index = value - self.base
        return str(index) if not names else names[index] if index < len(names) else None

    @property
    def in_words(self) -> str:
        """What each value is taken for, as the middle of a sentence."""
        named = [f"{value} is {name or VOID_NAME}" for value, name in sorted(self.named.items())]
        counted = "1 is the first class, 0 is void" if self.base else "a value is the index of its class"
        return ", ".join(named) if self.classes else ", ".join([counted, *named])


BINARY: Final = MaskValues(named={0: BACKGROUND, 255: FOREGROUND})
"""A mask that is white where there is something."""


class ImageParams(msgspec.Struct, frozen=True):
    """How pictures and reference masks are read.

    Attributes:
        range: The grey values that become black and white, in pictures of more than 8 bits; None for the full range of
            each file's type of number: 0 to 65535 for 16 bits, 0 to 1 for floating point.
        mask_values: What the values of masks are taken for; None where nobody has chosen: a value is the index of its
            class, and 255 is void unless the class file says otherwise.
        mask_frame: How a mask without an orientation tag lies, where its picture has one and both would fit. None where
            nobody has chosen: as the picture is shown.
        depth_scale: By how much whole numbers of depth maps are divided to be metres; a parameter of their task.
        mask_readings: By folder, what the values of the masks in it and below it are taken for, in place of
            ``mask_values``; of several folders the nearest counts. So two data sets can be in one comparison.
    """

    range: ImageRange | None = None
    mask_values: MaskValues | None = None
    mask_frame: MaskFrame | None = None
    depth_scale: float = 1000.0
    mask_readings: dict[str, MaskValues] = {}

    def values_of(self, mask: Path) -> MaskValues | None:
        """What the values of a mask are taken for; None where nobody has chosen."""
        folder = nearest_folder(mask, self.mask_readings)
        return self.mask_values if folder is None else self.mask_readings[folder]


def nearest_folder(path: Path, folders: Collection[str]) -> str | None:
    """Of some folders the innermost that a file lies in; None where it lies in none."""
    return next((str(each) for each in path.parents if str(each) in folders), None) if folders else None


def chosen_values(values: Mapping[int, str | None]) -> MaskValues:
    """Values that a caller chose: by value the name of its class; None, or ``void``, for void.

    Raises:
        ArgumentError: a value is out of range, or a class has no name.
    """
    if nameless := [value for value, name in values.items() if name == ""]:
        raise ArgumentError(f"It is not said what {nameless[0]} is.", f"Name its class, or write {nameless[0]}=void.")
    return MaskValues(named={value: None if _is_void(name) else name for value, name in values.items()})


def _is_void(name: str | None) -> bool:
    return name is None or name.strip().casefold() == VOID_NAME
