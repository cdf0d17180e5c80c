"""The open session: one at a time, read and written off the window's thread."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from granview.core.errors import GranViewError
from granview.gui.background.jobs import Failed, Job, Jobs
from granview.store.session import Session

T = TypeVar("T")

_READERS = 2


class Document(QObject):
    """Holds the session. Writes happen one after the other, in the order asked for; reads and reports beside them.

    Answers of a session that has been replaced meanwhile are dropped.
    """

    replaced = Signal()
    """Another session is open."""

    renamed = Signal()
    """The same session has another path."""

    failed = Signal(object)
    """A ``GranViewError`` that nobody else wanted to hear of."""

    damaged = Signal(str)
    """A sentence about a part of the session that cannot be read, and is left out."""

    modified_changed = Signal()
    """There are changes that its file does not have, or none any more."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._was_modified = False
        self._drops_unsaved = False
        session.damage.listen(self.damaged.emit)
        self._writes = Jobs(1, "session-writer", self.failed.emit, self)
        self._reads = Jobs(_READERS, "session-reader", self.failed.emit, self)
        self._reports = Jobs(1, "session-reporter", self.failed.emit, self)

    @property
    def session(self) -> Session:
        """The session that is open now."""
        return self._session

    @property
    def is_read_only(self) -> bool:
        """Whether another program holds the session, so that nothing can be written."""
        return self._session.read_only

    @property
    def is_modified(self) -> bool:
        """Whether the session is a document that has been changed since it was saved."""
        return self._session.n_unsaved > 0

    def check_modified(self, *_: object) -> None:
        """Look whether that has changed: others write into the session too, such as an engine."""
        if self._was_modified != self.is_modified:
            self._was_modified = self.is_modified
            self.modified_changed.emit()

    def drop_unsaved(self) -> None:
        """The user does not want what is unsaved: it goes when this session is closed or replaced."""
        self._drops_unsaved = True

    def keep_unsaved(self) -> None:
        """The session stays open after all, or is closed by somebody who was not asked: nothing goes."""
        self._drops_unsaved = False

    def write(
        self, edit: Callable[[Session], T], done: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> Job:
        """Change the session, after all changes asked for before."""
        return self._start(self._writes, edit, done, failed)

    def read(self, query: Callable[[Session], T], done: Callable[[T], None], failed: Failed | None = None) -> Job:
        """Ask the session something that is quickly answered."""
        return self._start(self._reads, query, done, failed)

    def report(self, query: Callable[[Session], T], done: Callable[[T], None], failed: Failed | None = None) -> Job:
        """Ask the session something that takes a while; one such question at a time."""
        return self._start(self._reports, query, done, failed)

    def replace(self, session: Session, before_close: Callable[[], None]) -> None:
        """Go on with another session; the old one is closed once ``before_close`` has run, off this thread."""
        self._writes.start(self._closing(before_close))
        self._session = session
        self._drops_unsaved = False
        self.replaced.emit()
        self.check_modified()
        for sentence in session.damage.sentences:
            self.damaged.emit(sentence)
        session.damage.listen(self.damaged.emit)

    def save_as(self, save: Callable[[Session], None], done: Callable[[], None], failed: Failed) -> None:
        """Save the session, or move it to another file, by ``save``."""
        before = self._session.path

        def saved(_: None) -> None:
            if self._session.path != before:
                self.renamed.emit()
            self.check_modified()
            done()

        self.write(save, saved, failed)

    def close(self, before_close: Callable[[], None]) -> None:
        """Finish all writes, run ``before_close``, close the session; returns when that is done."""
        self._reads.close()
        self._reports.close()
        self._writes.finish(self._closing(before_close))

    def _start(
        self, jobs: Jobs, work: Callable[[Session], T], done: Callable[[T], None] | None, failed: Failed | None
    ) -> Job:
        session = self._session

        def is_open() -> bool:
            return self._session is session

        def on_done(result: T) -> None:
            if is_open() and done is not None:
                done(result)
            self.check_modified()

        def on_failed(error: GranViewError) -> None:
            if is_open():
                (failed or self.failed.emit)(error)

        return jobs.start(lambda: work(session), on_done, on_failed)

    def _closing(self, before_close: Callable[[], None]) -> Callable[[], None]:
        session = self._session
        end = session.close_unsaved if self._drops_unsaved and session.is_document else session.close

        def close() -> None:
            try:
                before_close()
            finally:
                end()

        return close
