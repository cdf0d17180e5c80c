"""The marks of the open session: shown at once, written off the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from granview.core.errors import GranViewError
from granview.core.mark import UnitId, UnitMark
from granview.gui.session.document import Document
from granview.store.session import Session


class SessionMarks(QObject):
    """Knows every mark, and changes them.

    Args:
        document: The open session.
        on_error: Told of what could not be written.
        parent: Its owner.
    """

    changed = Signal()

    edited = Signal(object, object, object)
    """What was marked (``UnitId``), its mark before, and its mark now; None for no mark."""

    written = Signal()
    """The session holds what is shown."""

    def __init__(
        self, document: Document, on_error: Callable[[GranViewError], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._on_error = on_error
        self._marks: dict[UnitId, UnitMark] = {}
        self._edits = 0

    def load(self) -> None:
        """Read those of the session that is open now."""
        self._marks = {}
        self.changed.emit()
        self._read()

    def all(self) -> tuple[UnitMark, ...]:
        """Every mark, in no particular order."""
        return tuple(self._marks.values())

    def of(self, what: UnitId) -> UnitMark | None:
        """The mark on a unit or a sample."""
        return self._marks.get(what)

    def in_sample(self, name: str) -> list[UnitMark]:
        """The marks on a sample and on its units."""
        return [mark for what, mark in self._marks.items() if what.sample == name]

    def put(self, mark: UnitMark) -> None:
        """Mark something, in the place of an earlier mark on it."""
        if self._document.is_read_only or self._marks.get(mark.of) == mark:
            return
        before, self._marks[mark.of] = self._marks.get(mark.of), mark
        self._edits += 1
        self.changed.emit()
        self._document.write(lambda session: session.put_marks([mark]), self._on_written, self._on_failed)
        self.edited.emit(mark.of, before, mark)

    def remove(self, what: UnitId) -> None:
        """Mark it no more."""
        before = None if self._document.is_read_only else self._marks.pop(what, None)
        if before is None:
            return
        self._edits += 1
        self.changed.emit()
        self._document.write(lambda session: session.remove_marks([what]), self._on_written, self._on_failed)
        self.edited.emit(what, before, None)

    def _read(self) -> None:
        """Read the marks, after what is being written where something was marked meanwhile."""
        edits = self._edits

        def on_read(marks: list[UnitMark]) -> None:
            if edits == self._edits:
                self._marks = {mark.of: mark for mark in marks}
                self.changed.emit()
            else:
                self._document.write(lambda _: None, lambda _: self._read())

        self._document.read(Session.marks, on_read, self._on_error)

    def _on_written(self, _: None) -> None:
        self.written.emit()

    def _on_failed(self, error: GranViewError) -> None:
        """Say why, and show what the session really holds."""
        self._on_error(error)
        self.load()
