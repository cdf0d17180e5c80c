"""Samples have other references: what was scored against the earlier ones comes back with them."""

from collections.abc import Sequence

from granview.gui.history.history import Deed, Done, Failed, Words
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Snapshot
from granview.gui.session.document import Document
from granview.gui.session.snapshot import read_snapshot
from granview.store.session import Session


class ChangeReferences(Deed):
    """It was done already: the earlier references lie in asides of the session, those of each sample in one."""

    waits_for_run = True

    def __init__(self, words: Words, asides: Sequence[int], model: ComparisonModel, document: Document) -> None:
        super().__init__(words)
        self._asides = list(asides)
        self._model = model
        self._document = document

    def undo(self, done: Done, failed: Failed) -> None:
        """Give the samples those that they had."""
        self._exchange(done, failed)

    def redo(self, done: Done, failed: Failed) -> None:
        """Give them the others again."""
        self._exchange(done, failed)

    def forget(self) -> None:
        """Drop those that no sample has."""
        dropped, self._asides = self._asides, []
        self._document.write(lambda session: session.drop_asides(dropped))

    def _exchange(self, done: Done, failed: Failed) -> None:
        asides = list(self._asides)

        def exchange(session: Session) -> tuple[list[int], Snapshot]:
            return session.bring_back_references(asides), read_snapshot(session)

        def exchanged(exchange_of: tuple[list[int], Snapshot]) -> None:
            self._asides, snapshot = exchange_of
            self._model.restore_references(snapshot)
            done()

        self._document.write(exchange, exchanged, failed)
