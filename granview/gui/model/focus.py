"""What everything is narrowed to: the slice that panels tell of, and the unit that is looked at."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from granview.core.slices import EVERYTHING, Condition, Slice


@dataclass(frozen=True)
class UnitPlace:
    """One unit of a sample.

    Attributes:
        task: The task that scores it.
        sample: The sample's name.
        place: Its row in the sample's table of units.
    """

    task: str
    sample: str
    place: int


class Focus(QObject):
    """The slice that metrics, grain, cost and inputs are narrowed to at once, and the unit that is outlined."""

    slice_changed = Signal()
    unit_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slice = EVERYTHING
        self._unit: UnitPlace | None = None

    @property
    def slice(self) -> Slice:
        """What everything is narrowed to."""
        return self._slice

    @property
    def unit(self) -> UnitPlace | None:
        """The unit that is looked at; None: none in particular."""
        return self._unit

    def narrow(self, condition: Condition) -> None:
        """Ask for one more condition; it takes the place of one on the same column."""
        self.set_slice(self._slice.with_condition(condition))

    def set_slice(self, wanted: Slice) -> None:
        """Narrow everything to this slice."""
        if wanted != self._slice:
            self._slice = wanted
            self.slice_changed.emit()

    def show_unit(self, unit: UnitPlace | None) -> None:
        """Outline a unit; None: none in particular."""
        if unit != self._unit:
            self._unit = unit
            self.unit_changed.emit()

    def clear(self) -> None:
        """Narrow nothing, and look at no unit in particular."""
        self.set_slice(EVERYTHING)
        self.show_unit(None)
