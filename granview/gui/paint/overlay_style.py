"""The choices by which predictions are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from granview.core.labels import Color, LabelSet

_OPAQUE = 255


@dataclass(frozen=True)
class OverlayStyle:
    """The choices that colour a prediction.

    Attributes:
        opacity: 0 to 1.
        outline_only: Borders instead of areas. Lines are drawn at ``1 - (1 - opacity)²``, as they are thin.
        hidden: Names of classes that are not drawn.
        highlighted: Name of the class that stands out while all others step back, or None.
        filters: Where the filters of the type stand, by name; one that is not there stands at its default.
        options: Where the options of the type stand, by name; one that is not there stands at its default.
        roles: Colours of the theme for what became of an object, by role: ``right``, ``missed``, …
        unnamed: Colour of pixels whose class has none: a class outside the label set, or one too many.
    """

    opacity: float = 0.55
    outline_only: bool = False
    hidden: frozenset[str] = frozenset()
    highlighted: str | None = None
    unnamed: Color = (139, 144, 153)
    filters: Mapping[str, float] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, Color] = field(default_factory=dict)

    @property
    def strength(self) -> float:
        """The opacity at which areas or lines are really drawn, 0 to 1."""
        return 1 - (1 - self.opacity) ** 2 if self.outline_only else self.opacity


def argb(color: Color, opacity: float) -> int:
    """A colour and its opacity (0 to 1) as 0xAARRGGBB, not premultiplied."""
    red, green, blue = color
    return round(opacity * _OPAQUE) << 24 | red << 16 | green << 8 | blue


def class_name(labels: LabelSet, value: int) -> str:
    """Name of a class; the index itself where the label set has no such class."""
    return labels.names[value] if value < len(labels) else str(value)
