"""Where the user is in a session, kept in it: which sample is shown, which lane is pinned, whose is which colour."""

from typing import Final

from PySide6.QtCore import QObject

from granview.gui.background.timers import once
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import ViewPosition
from granview.gui.model.view_state import ViewState
from granview.gui.session.document import Document
from granview.gui.session.snapshot import write_place

_REST_MS: Final = 400


class PositionKeeper(QObject):
    """Writes the place into the session once the user rests there; ``keep`` does so at once."""

    def __init__(self, model: ComparisonModel, view: ViewState, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._view = view
        self._document = document
        self._kept = ViewPosition()
        self._keep_soon = once(self, _REST_MS, self.keep)
        model.samples.current_changed.connect(self._keep_soon.start)
        model.lanes.changed.connect(self._keep_soon.start)
        view.changed.connect(self._on_view_changed)

    def show(self, place: ViewPosition) -> None:
        """Pin the lane of a session that was opened, if it is still there; the sample is shown already."""
        self._kept = ViewPosition(place.sample, place.pinned, self._colors())
        self._view.pinned = place.pinned if place.pinned in self._model.lanes else None

    def keep(self) -> None:
        """Write where the user is, unless that is kept already or nothing can be written."""
        self._keep_soon.stop()
        current = self._model.samples.current
        place = ViewPosition(None if current is None else current.name, self._view.pinned, self._colors())
        if place != self._kept and not self._document.is_read_only:
            self._kept = place
            self._document.write(lambda session: write_place(session, place))

    def _colors(self) -> dict[str, int]:
        return {lane.name: lane.place for lane in self._model.lanes.all()}

    def _on_view_changed(self, name: str) -> None:
        if name == "pinned":
            self._keep_soon.start()
