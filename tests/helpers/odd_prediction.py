"""A type of prediction that no table of any layer has, as of a plug-in that brings nothing but the type."""

from dataclasses import dataclass
from typing import ClassVar

import msgspec

from granview.core.prediction import Prediction


@dataclass(frozen=True)
class Odd(Prediction):
    """It says nothing."""

    type_name: ClassVar[str] = "odd"

    def packed(self) -> "PackedOdd":
        """As it travels."""
        return PackedOdd()


class PackedOdd(msgspec.Struct, frozen=True, tag="odd"):
    """``Odd`` as it travels; whoever wants to read it again registers it first."""

    def unpacked(self) -> Odd:
        """The prediction."""
        return Odd()
