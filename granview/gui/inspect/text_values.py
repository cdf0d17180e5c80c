"""What every cell says of the place in the text that the mouse is over."""

from typing import Final

from granview.core.sample_kind import Kind
from granview.gui.inspect.values_table import ValuesTable
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.services import Services
from granview.gui.widgets.elided_label import ElidedLabel

_MAX_PX: Final = 220


class TextValues(ValuesTable):
    """A line per cell, cut where it is long."""

    def __init__(self, services: Services, kind: Kind) -> None:
        super().__init__(self.tr("Under the cursor"))
        self._services = services
        self._kind = kind
        services.texts.readouts_changed.connect(self._refresh)
        services.loader.changed.connect(self._rebuild)
        services.model.lanes.changed.connect(self._rebuild)
        self._rebuild()

    def new_value(self) -> ElidedLabel:
        """A label that gives way."""
        return ElidedLabel(_MAX_PX)

    def _rebuild(self) -> None:
        self.set_cells({key: self.tr("Reference") if key == REFERENCE_KEY else key for key in self._keys()})
        self._refresh()

    def _keys(self) -> list[str]:
        sample = self._services.loader.sample
        if sample is None or sample.kind != self._kind:
            return []
        first = [REFERENCE_KEY] if self._services.loader.reference_text is not None else []
        return [*first, *(lane.name for lane in self._services.model.lanes_of(sample))]

    def _refresh(self) -> None:
        by_cell = self._services.texts.readouts.items()
        self.show_values({key: None if readout is None else readout.text for key, readout in by_cell})
