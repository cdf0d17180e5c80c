"""Previews of units of one kind of samples, made off the window's thread when they are first asked for, and kept."""

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QObject, Signal

from granview.core.sample import Sample
from granview.gui.model.focus import UnitPlace

_MOST_KEPT: Final = 300
_MOST_WAITING: Final = 12


class UnitPreviews(QObject):
    """Hypertext for a tool tip, by unit."""

    changed = Signal()
    """A preview has come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[UnitPlace, str] = OrderedDict()
        self._waiting: OrderedDict[UnitPlace, None] = OrderedDict()

    def html(self, unit: UnitPlace, sample: Sample) -> str:
        """The preview; empty while it is being made, which this call begins, and where there is none."""
        if unit in self._kept:
            self._kept.move_to_end(unit)
            return self._kept[unit]
        if unit not in self._waiting:
            while len(self._waiting) >= _MOST_WAITING:
                self._waiting.popitem(last=False)
            self._waiting[unit] = None
            self._begin(unit, sample)
        return ""

    def forget(self) -> None:
        """Make all of them anew: the units, or how they are read, are others."""
        self._kept.clear()
        self._waiting.clear()

    def _begin(self, unit: UnitPlace, sample: Sample) -> None:
        """Begin to make one; ``_keep`` is called with it on this thread."""
        raise NotImplementedError

    def _is_wanted(self, unit: UnitPlace) -> bool:
        """Whether somebody waits for it still."""
        return unit in self._waiting

    def _keep(self, unit: UnitPlace, html: str) -> None:
        if unit not in self._waiting:
            return
        del self._waiting[unit]
        self._kept[unit] = html
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        if html:
            self.changed.emit()
