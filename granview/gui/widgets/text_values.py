"""What every cell says of the place in the text that the mouse is over."""

from typing import Final

from granview.gui.cells.cell import REFERENCE_KEY
from granview.gui.desk import Desk
from granview.gui.widgets.elided import ElidedLabel
from granview.gui.widgets.values_table import ValuesTable

_MAX_PX: Final = 220


class TextValues(ValuesTable):
    """A line per cell, cut where it is long."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Under the cursor"))
        self._desk = desk
        desk.texts.said_changed.connect(self._refresh)
        desk.loader.changed.connect(self._rebuild)
        desk.model.lanes.changed.connect(self._rebuild)
        self._rebuild()

    def new_value(self) -> ElidedLabel:
        """A label that gives way."""
        return ElidedLabel(_MAX_PX)

    def _rebuild(self) -> None:
        self.set_cells({key: self.tr("Reference") if key == REFERENCE_KEY else key for key in self._keys()})
        self._refresh()

    def _keys(self) -> list[str]:
        sample = self._desk.loader.sample
        if sample is None or sample.kind != "text":
            return []
        first = [REFERENCE_KEY] if self._desk.loader.reference_text is not None else []
        return [*first, *(lane.name for lane in self._desk.model.lanes_of(sample))]

    def _refresh(self) -> None:
        self.say({key: None if said is None else said.text for key, said in self._desk.texts.said.items()})
