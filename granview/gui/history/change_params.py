"""Something else is computed from the next run on: class maps, parameters of tasks, how pictures and texts are read."""

from granview.core.run_params import RunParams
from granview.gui.history.history import Deed, Done, Failed, Words
from granview.gui.model.comparison import ComparisonModel
from granview.gui.model.lanes_and_rows import Snapshot
from granview.gui.session.document import Document
from granview.gui.session.snapshot import read_snapshot
from granview.store.session import Session


class ChangeParams(Deed):
    """Results that were computed with the parameters that come back are up to date again: none is computed anew."""

    waits_for_run = True

    def __init__(self, words: Words, after: RunParams, model: ComparisonModel, document: Document) -> None:
        super().__init__(words)
        self._model = model
        self._document = document
        self._before, self._after = model.params, after

    def undo(self, done: Done, failed: Failed) -> None:
        """Compute what was computed before."""
        self._put(self._before, done, failed)

    def redo(self, done: Done, failed: Failed) -> None:
        """Compute the other."""
        self._put(self._after, done, failed)

    def _put(self, params: RunParams, done: Done, failed: Failed) -> None:
        self._model.set_params(params)

        def write(session: Session) -> Snapshot:
            session.set_params(params)
            return read_snapshot(session)

        def written(snapshot: Snapshot) -> None:
            self._model.refresh(snapshot)
            done()

        self._document.write(write, written, failed)
