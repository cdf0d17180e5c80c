"""What every cell says of the pixel under the cursor."""

from typing import Final

from PySide6.QtCore import QPointF

from granview.gui.inspect.values_table import ValuesTable
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.picture_tone import PictureTone
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.presenters.pixel_words import named_values
from granview.gui.presenters.shown_classes import ShownClasses
from granview.gui.services import Services
from granview.gui.style.stylesheet import tabular
from granview.gui.widgets.elided_label import ElidedLabel
from granview.gui.widgets.fitted_text import BETWEEN

_MOST_PX: Final = 260


class CursorValues(ValuesTable):
    """The position and the file's own values beside the heading, and a line per cell with class and confidence."""

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("Under the cursor"))
        self._services = services
        self._classes = ShownClasses(services.model, services.loader)
        self._place = ElidedLabel(_MOST_PX)
        self._place.setFont(tabular(self.font()))
        self._place.setProperty("role", "muted")
        self.set_corner(self._place)
        self._tone = services.viewports.get(PictureTone)
        self._tone.source_changed.connect(self._refresh)
        services.viewport.cursor_changed.connect(self._refresh)
        services.viewport.linked_changed.connect(self._refresh)
        services.view.changed.connect(self._on_view_changed)
        services.loader.changed.connect(self._rebuild)
        services.model.lanes.changed.connect(self._rebuild)
        self._rebuild()

    def _rebuild(self) -> None:
        self._contents = self._current()
        self.set_cells({content.key: content.title for content in self._contents})
        self._refresh()

    def _on_view_changed(self, name: str) -> None:
        if name == "filters":
            self._refresh()

    def _current(self) -> list[PictureContent]:
        predictions, sets = self._classes.predictions(), self._classes.label_sets()
        keys = [key for key in (REFERENCE_KEY, *self._services.model.lanes.names()) if key in predictions]
        title = {REFERENCE_KEY: self.tr("Reference")}
        return [
            PictureContent(key, title.get(key, key), prediction=predictions[key], labels=sets.get(key)) for key in keys
        ]

    def _pixel(self, point: QPointF) -> str:
        """Column and row, and the file's own values by channel."""
        values = self._tone.values_at(point, self._services.loader.content)
        channels = () if self._tone.source is None else self._tone.source.channels
        place = f"{int(point.x())}, {int(point.y())}"
        return BETWEEN.join(filter(None, (place, named_values(values, channels) if values else "")))

    def _refresh(self) -> None:
        point = self._services.viewport.cursor
        self._place.setText("" if point is None else self._pixel(point))
        filters, shown = self._services.view.filters, () if point is None else self._contents
        readouts = {content.key: content.readout(point, filters) for content in shown if point is not None}
        readouts |= self._services.viewport.linked
        self.show_values({key: None if value is None else "\n".join(value.lines) for key, value in readouts.items()})
