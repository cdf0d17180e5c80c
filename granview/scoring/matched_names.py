"""What a lane and a reference call their classes, in one language, as the scores count them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from granview.core.class_matching import class_keys
from granview.core.labels import Color, LabelSet, normalized
from granview.core.palette import colors_by_name


@dataclass(frozen=True)
class MatchedNames:
    """Names that mean the same become one: that of the reference where it has one.

    Attributes:
        by_model: The common name by the lane's own.
        known: The common name by the reference's.
    """

    by_model: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)

    def of_model(self, name: str) -> str:
        """The common name of a lane's class; its own where none is kept."""
        return self.by_model.get(name, name)

    def of_reference(self, name: str) -> str:
        """The common name of a class of the reference; its own where none is kept."""
        return self.known.get(name, name)

    def model_key(self, name: str) -> str:
        """What tells a lane's class from others: the ``key_of_reference`` of the reference's class that it means."""
        return normalized(self.of_model(name))

    def key_of_reference(self, name: str) -> str:
        """What tells a class of the reference from others."""
        return normalized(self.of_reference(name))

    def shown(self, name: str) -> str:
        """A lane's class as it is written: its own name, and that which it counts as where the two differ."""
        common = self.of_model(name)
        return name if normalized(common) == normalized(name) else f"{name} → {common}"


BY_NAME: Final = MatchedNames()
"""Classes go by their own names alone."""


def matched_colors(lanes: Iterable[tuple[LabelSet, MatchedNames]], known: Iterable[str]) -> dict[str, Color]:
    """One colour for each common name, by what tells them apart (``model_key``).

    The lanes' classes come first, in their order, so that a class has the same colour beside every sample. Usual
    spellings of one class share a colour, unless a lane or the reference has several of them.

    Args:
        lanes: The classes of each lane, and what they mean.
        known: The names that the reference says.
    """
    lists = [[names.of_model(name) for name in labels.names] for labels, names in lanes]
    lists.append(sorted(set(known)))
    stands_for = class_keys(lists)
    colors = colors_by_name(stands_for.values())
    return {name: colors[other] for name, other in stands_for.items()}


def first_colors(sets: Sequence[LabelSet]) -> dict[str, Color]:
    """One colour for each class of several label sets, by normalized name: that of the first set that has the class.

    Usual spellings of one class share a colour, unless a set has several of them.
    """
    keys = class_keys([labels.names for labels in sets])
    colors: dict[str, Color] = {}
    for labels in sets:
        for name, color in zip(labels.names, labels.colors, strict=True):
            colors.setdefault(keys[normalized(name)], color)
    return {name: colors[key] for name, key in keys.items()}
