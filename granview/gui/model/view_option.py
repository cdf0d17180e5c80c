"""Choices of how a type of prediction is drawn, one of a few in words, such as what objects are coloured by."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

OptionValues = Mapping[str, str]
"""What the user has chosen, by the options' names; an option that is not there stands at its first value."""

NO_OPTIONS: Final[OptionValues] = MappingProxyType({})


@dataclass(frozen=True)
class ViewOption:
    """One of a few ways of drawing; types that declare one of the same name share what is chosen.

    Attributes:
        name: By which the view keeps it, such as ``color_by``.
        title: What stands beside it.
        values: Each value with its words, the default first.
        hint: What it does, in a sentence; may be empty.
        context: In which its words are translated when they are shown.
    """

    name: str
    title: str
    values: tuple[tuple[str, str], ...]
    hint: str = ""
    context: str = ""

    def __post_init__(self) -> None:
        if not self.values:
            raise ValueError(f"option '{self.name}' has no values")

    @property
    def shown_title(self) -> str:
        """The title in the window's language."""
        return QCoreApplication.translate(self.context, self.title)

    @property
    def shown_hint(self) -> str:
        """The hint in the window's language."""
        return QCoreApplication.translate(self.context, self.hint) if self.hint else ""

    def shown_values(self) -> tuple[tuple[str, str], ...]:
        """Each value with its words in the window's language."""
        return tuple((value, QCoreApplication.translate(self.context, words)) for value, words in self.values)

    def value_in(self, chosen: OptionValues) -> str:
        """Where it stands; at its default where what was chosen is none of its values."""
        value = chosen.get(self.name, "")
        return value if any(value == known for known, _ in self.values) else self.values[0][0]
