"""Answers that the session keeps: those that were looked at, for lanes that cannot answer later."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from granview.core.explain_query import ExplainQuery
from granview.core.explanation import PackedExplanation
from granview.gui.background.jobs import Job
from granview.gui.session.document import Document
from granview.gui.session.lane_explanation import LaneExplanation
from granview.store.rows import ExplanationRow
from granview.store.session import Session


class SavedExplanations(QObject):
    """Keeps answers, and reads what was kept of a sample, off the window's thread."""

    arrived = Signal(object)
    """``Sequence[ExplanationRow]``, those asked last at the end."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._job: Job | None = None

    def read(self, sample: str) -> None:
        """Read what was kept of this sample; ``arrived`` tells it."""
        self.forget()
        self._job = self._document.read(lambda session: session.explanations(sample), self._on_read)

    def keep(self, sample: str, answers: Mapping[str, LaneExplanation]) -> None:
        """Keep what lanes answered about this sample, unless that was kept before, or the session can only be read."""
        if self._document.is_read_only:
            return
        for lane, answer in answers.items():
            if answer.explanation is not None and answer.query is not None and not answer.kept:
                self._document.write(partial(_keep, (sample, lane, answer.query, answer.explanation.packed())))

    def forget(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_read(self, rows: Sequence[ExplanationRow]) -> None:
        self._job = None
        self.arrived.emit(rows)


def _keep(kept: tuple[str, str, ExplainQuery, PackedExplanation], session: Session) -> None:
    session.keep_explanation(*kept)
