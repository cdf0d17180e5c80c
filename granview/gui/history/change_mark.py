"""A mark, or the note beside it, is another one."""

from granview.core.mark import UnitId, UnitMark
from granview.gui.history.history import Deed, Done, Failed, Words
from granview.gui.session.session_marks import SessionMarks


class ChangeMark(Deed):
    """What is marked, before and after; None: it was not, or is no more."""

    def __init__(
        self, words: Words, what: UnitId, before: UnitMark | None, after: UnitMark | None, marks: SessionMarks
    ) -> None:
        super().__init__(words)
        self._what = what
        self._before, self._after = before, after
        self._marks = marks

    def undo(self, done: Done, failed: Failed) -> None:
        """Mark it as it was marked."""
        self._put(self._before, done)

    def redo(self, done: Done, failed: Failed) -> None:
        """Mark it as it was marked then."""
        self._put(self._after, done)

    def _put(self, mark: UnitMark | None, done: Done) -> None:
        if mark is None:
            self._marks.remove(self._what)
        else:
            self._marks.put(mark)
        done()
