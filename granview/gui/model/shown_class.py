"""A line of the legend."""

from dataclasses import dataclass

from granview.core.labels import Color


@dataclass(frozen=True)
class ShownClass:
    """A class as the legend lists it.

    Attributes:
        name: As the first label set that has it spells it.
        color: The same in every cell.
    """

    name: str
    color: Color
