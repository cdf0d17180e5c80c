"""Choices by which a type of prediction lets a part of what is said be left out, such as a least score."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

FilterValues = Mapping[str, float]
"""What the user has chosen, by the filters' names; a filter that is not there stands at its default."""

NO_FILTERS: Final[FilterValues] = MappingProxyType({})


@dataclass(frozen=True)
class NumberFilter:
    """A number that the user chooses; types that declare one of the same name share what is chosen.

    Attributes:
        name: By which the view keeps it, such as ``score``.
        title: What stands beside its slider.
        low: The least value.
        high: The greatest value.
        default: Where it stands until it is moved.
        hint: What it leaves out, in a sentence; may be empty.
        context: In which its words are translated when they are shown.
    """

    name: str
    title: str
    low: float
    high: float
    default: float
    hint: str = ""
    context: str = ""

    def __post_init__(self) -> None:
        if not self.low <= self.default <= self.high or self.low == self.high:
            raise ValueError(f"filter '{self.name}': {self.default} must lie between {self.low} and {self.high}")

    @property
    def shown_title(self) -> str:
        """The title in the window's language."""
        return QCoreApplication.translate(self.context, self.title)

    @property
    def shown_hint(self) -> str:
        """The hint in the window's language."""
        return QCoreApplication.translate(self.context, self.hint) if self.hint else ""

    def value_in(self, values: FilterValues) -> float:
        """Where it stands, never outside its range."""
        return min(max(values.get(self.name, self.default), self.low), self.high)
