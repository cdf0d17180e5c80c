"""One colour per class name in all lanes of a page."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import Color, LabelSet, normalized
from granview.export.overlay import UNNAMED
from granview.export.page_content import LegendEntry


def recolored(labels: LabelSet, colors: Mapping[str, Color]) -> LabelSet:
    """The label set with the shared colours."""
    return LabelSet(labels.names, tuple(colors[normalized(name)] for name in labels.names), labels.void)


def present_classes(labels: NDArray[np.unsignedinteger[Any]], label_set: LabelSet) -> list[LegendEntry]:
    """The classes that at least one pixel has, in index order; a value without a name is called by its number."""
    counts = np.bincount(labels.ravel(), minlength=1)
    values = [int(value) for value in np.flatnonzero(counts) if value != label_set.void]
    return [_entry(value, label_set) for value in values]


def _entry(value: int, label_set: LabelSet) -> LegendEntry:
    if value >= len(label_set):
        return LegendEntry(str(value), UNNAMED)
    return LegendEntry(label_set.names[value], label_set.colors[value])


def legend(entries: Iterable[LegendEntry]) -> tuple[LegendEntry, ...]:
    """Each class once, in order of first appearance."""
    found: dict[str, LegendEntry] = {}
    for entry in entries:
        found.setdefault(normalized(entry.name), entry)
    return tuple(found.values())
