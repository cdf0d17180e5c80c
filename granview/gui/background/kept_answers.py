"""Answers that the session kept, for lanes that cannot answer now."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from granview.gui.background.jobs import Job
from granview.gui.model.document import Document
from granview.store.rows import ExplanationRow


class KeptAnswers(QObject):
    """Reads what was kept of a sample, off the window's thread."""

    arrived = Signal(object)
    """``Sequence[ExplanationRow]``, those asked last at the end."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._job: Job | None = None

    def look(self, sample: str) -> None:
        """Read what was kept of this sample; ``arrived`` tells it."""
        self.forget()
        self._job = self._document.read(lambda session: session.explanations(sample), self._on_read)

    def forget(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_read(self, rows: Sequence[ExplanationRow]) -> None:
        self._job = None
        self.arrived.emit(rows)
