"""What two functions do and undo at once, such as another layout of the window."""

from collections.abc import Callable

from granview.gui.history.history import Deed, Done, Failed, Words


class CallDeed(Deed):
    """A deed that touches nothing on disk.

    Args:
        words: What it is, as it stands behind *Undo*.
        undo: Takes it back.
        redo: Does it.
    """

    def __init__(self, words: Words, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        super().__init__(words)
        self._undo = undo
        self._redo = redo

    def undo(self, done: Done, failed: Failed) -> None:
        """Take it back."""
        self._undo()
        done()

    def redo(self, done: Done, failed: Failed) -> None:
        """Do it."""
        self._redo()
        done()
