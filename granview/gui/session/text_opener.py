"""Texts, opened off the window's thread; what is known to be true of them lies in the session."""

from collections.abc import Callable

from granview.core.sample import Sample
from granview.gui.background.jobs import Job
from granview.gui.session.sample_opener import Failed, Opened, OpenerContext, SampleOpener
from granview.store.session import Session


class TextOpener(SampleOpener):
    """Opens ``OpenedText``."""

    def __init__(self, context: OpenerContext) -> None:
        self._document = context.document
        self._job: Job | None = None

    def open(self, sample: Sample, done: Callable[[Opened], None], failed: Failed) -> None:
        """Read the text, and split it in parts as text views show it."""

        def read(_: Session) -> Opened:
            from granview.gui.model.opened_text import open_text

            return Opened(open_text(sample))

        self.cancel()
        self._job = self._document.read(read, done, failed)

    def cancel(self) -> None:
        """Do not read what has not been read."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
