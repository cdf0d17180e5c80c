"""One colour per class name in all lanes of a page."""

from collections.abc import Iterable, Mapping

from granview.core.labels import Color, LabelSet, normalized
from granview.export.page_content import LegendEntry


def recolored(labels: LabelSet, colors: Mapping[str, Color]) -> LabelSet:
    """The label set with the shared colours."""
    return LabelSet(labels.names, tuple(colors[normalized(name)] for name in labels.names), labels.void)


def legend(entries: Iterable[LegendEntry]) -> tuple[LegendEntry, ...]:
    """Each class once, in order of first appearance."""
    found: dict[str, LegendEntry] = {}
    for entry in entries:
        found.setdefault(normalized(entry.name), entry)
    return tuple(found.values())
