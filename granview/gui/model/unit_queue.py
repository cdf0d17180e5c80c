"""The units that are gone through one after the other, in the order in which a panel lists them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from granview.gui.model.focus import Focus, UnitPlace


class UnitQueue(QObject):
    """A list of units, of which one may be shown; millions cost nothing, since each is asked for by its number."""

    changed = Signal()
    """There are other units, or others stand where they did."""

    def __init__(self, focus: Focus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._focus = focus
        self._unit_at: Callable[[int], UnitPlace] | None = None
        self._size = 0
        self._place: int | None = None

    def __len__(self) -> int:
        return self._size

    @property
    def place(self) -> int | None:
        """Where the unit that is shown stands in the queue; None where it is not from there."""
        return self._place if self._place is not None and self.unit(self._place) == self._focus.unit else None

    def unit(self, place: int) -> UnitPlace | None:
        """The unit at a place; None where there is none."""
        return self._unit_at(place) if self._unit_at is not None and 0 <= place < self._size else None

    def fill(self, size: int, unit_at: Callable[[int], UnitPlace], place: int | None) -> None:
        """Hold other units.

        Args:
            size: How many.
            unit_at: The unit at each place.
            place: Where the unit that is shown stands among them; None where it is not there.
        """
        self._size, self._unit_at, self._place = size, unit_at, place
        self.changed.emit()

    def show_at(self, place: int) -> None:
        """Show the unit at a place."""
        unit = self.unit(place)
        if unit is not None:
            self._place = place
            self._focus.show_unit(unit)
            self.changed.emit()

    def step(self, by: int) -> None:
        """Show the unit that is ``by`` places on; the ends of the queue are the ends. Begins at the first."""
        if self._size:
            place = 0 if self._place is None else self._place + by
            self.show_at(min(max(place, 0), self._size - 1))
