"""Lanes in another order."""

from granview.gui.history.history import Deed, Done, Failed, Words
from granview.gui.model.comparison import ComparisonModel
from granview.gui.session.document import Document
from granview.gui.session.snapshot import write_lane_order


class MoveLanes(Deed):
    """The lanes stand in one order, and stood in another; those that have come or gone since keep to their places."""

    def __init__(self, words: Words, after: tuple[str, ...], model: ComparisonModel, document: Document) -> None:
        super().__init__(words)
        self._model = model
        self._document = document
        self._before, self._after = model.lanes.names(), after

    def undo(self, done: Done, failed: Failed) -> None:
        """Put them as they stood."""
        self._put(self._before, done, failed)

    def redo(self, done: Done, failed: Failed) -> None:
        """Put them as they were moved."""
        self._put(self._after, done, failed)

    def _put(self, names: tuple[str, ...], done: Done, failed: Failed) -> None:
        self._model.lanes.arrange(names)
        order = self._model.lanes.names()
        self._document.write(lambda session: write_lane_order(session, order), lambda _: done(), failed)
