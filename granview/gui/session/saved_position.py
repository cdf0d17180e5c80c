"""Where the user is in a session, kept in it: which sample is shown, which lane is pinned, whose is which colour."""

import contextlib
from pathlib import Path
from typing import Final
from urllib.parse import quote

import msgspec
from PySide6.QtCore import QObject

from granview.gui.background.timers import once
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Snapshot, ViewPosition
from granview.gui.model.view_state import ViewState
from granview.gui.session.document import Document
from granview.gui.session.snapshot import write_place
from granview.gui.session.window_memory import WindowMemory

_REST_MS: Final = 400


class PositionKeeper(QObject):
    """Writes the place into the session once the user rests there; ``keep`` does so at once.

    Looking around is no change of a document: until that is saved, its place is remembered by the window.
    """

    def __init__(
        self, model: ComparisonModel, view: ViewState, document: Document, memory: WindowMemory, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._view = view
        self._document = document
        self._memory = memory
        self._kept = ViewPosition()
        self._keep_soon = once(self, _REST_MS, self.keep)
        model.samples.current_changed.connect(self._keep_soon.start)
        model.lanes.changed.connect(self._keep_soon.start)
        view.changed.connect(self._on_view_changed)

    def show(self, place: ViewPosition) -> None:
        """Pin the lane of a session that was opened, if it is still there; the sample is shown already."""
        self._kept = ViewPosition(place.sample, place.pinned, self._colors())
        self._view.pinned = place.pinned if place.pinned in self._model.lanes else None

    def place_in(self, snapshot: Snapshot) -> ViewPosition:
        """Where the user was last in the session that is open: as the window remembers it, or else as it says."""
        kept = self._memory.bytes_of(_key(self._document.session.path)) if self._is_remembered else None
        with contextlib.suppress(msgspec.MsgspecError):
            return snapshot.place if kept is None else msgspec.msgpack.decode(kept, type=ViewPosition)
        return snapshot.place

    def keep(self, again: bool = False) -> None:
        """Write where the user is, unless that is kept already or nothing can be written.

        Args:
            again: Write it in any case: the session is about to be saved.
        """
        self._keep_soon.stop()
        current = self._model.samples.current
        place = ViewPosition(None if current is None else current.name, self._view.pinned, self._colors())
        if (again or place != self._kept) and not self._document.is_read_only:
            self._kept = place
            if self._is_remembered:
                self._memory.keep_bytes(_key(self._document.session.path), msgspec.msgpack.encode(place))
            self._document.write(lambda session: write_place(session, place))

    @property
    def _is_remembered(self) -> bool:
        return self._document.session.is_document

    def _colors(self) -> dict[str, int]:
        return {lane.name: lane.place for lane in self._model.lanes.all()}

    def _on_view_changed(self, name: str) -> None:
        if name == "pinned":
            self._keep_soon.start()


def _key(path: Path) -> str:
    """Under which the window remembers the place in a document."""
    return f"places/{quote(str(path), safe='')}"
