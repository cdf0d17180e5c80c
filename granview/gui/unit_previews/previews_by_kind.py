"""Previews of units of any kind of samples: each kind makes its own."""

from PySide6.QtCore import QObject, Signal

from granview.core.sample_kind import Kind
from granview.gui.background.connections import connect_while
from granview.gui.model.focus import UnitPlace
from granview.gui.sample_kind_view import kind_view
from granview.gui.services import Services
from granview.gui.unit_previews.unit_previews import UnitPreviews


class PreviewsByKind(QObject):
    """Asks the kind of a unit's sample."""

    changed = Signal()
    """A preview has come."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._by_kind: dict[Kind, UnitPreviews | None] = {}
        services.model.params_changed.connect(self._forget)
        services.model.loaded.connect(self._forget)
        connect_while(self, services.model.rows_changed, lambda _: self._forget())

    def html(self, unit: UnitPlace) -> str:
        """The preview of a unit; empty while it is being made, and where there is none."""
        sample = self._services.model.samples.get(unit.sample)
        previews = None if sample is None else self._of(sample.kind)
        return "" if sample is None or previews is None else previews.html(unit, sample)

    def _of(self, kind: Kind) -> UnitPreviews | None:
        if kind not in self._by_kind:
            previews = self._by_kind[kind] = kind_view(kind).new_unit_previews(self._services, self)
            if previews is not None:
                previews.changed.connect(self.changed)
        return self._by_kind[kind]

    def _forget(self) -> None:
        for previews in self._by_kind.values():
            if previews is not None:
                previews.forget()
