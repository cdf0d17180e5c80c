"""Undo and redo: deeds in the order in which they were done, without a face and without Qt."""

from abc import abstractmethod
from collections import deque
from collections.abc import Callable
from typing import Final

from granview.core.errors import GranViewError

Done = Callable[[], None]
Failed = Callable[[GranViewError], None]

Words = Callable[[], str]

MOST_DEEDS: Final = 100
"""How many deeds can be undone; what older ones have set aside is dropped."""


class Deed:
    """Something that was done to the comparison, and that can be undone and done again.

    What it takes is asked of the document and ends later; each way calls one of its two functions, once.

    Args:
        words: What it is, as it stands behind *Undo*: "remove 3 samples"; asked for anew in each language.

    Attributes:
        waits_for_run: Whether it must not be undone while lanes run, because what they are computing rests on it.
    """

    waits_for_run = False

    def __init__(self, words: Words) -> None:
        self._words = words

    @property
    def words(self) -> str:
        """What it is, in the user's language of today."""
        return self._words()

    @abstractmethod
    def undo(self, done: Done, failed: Failed) -> None:
        """Take it back; after ``failed`` all is as it was."""

    @abstractmethod
    def redo(self, done: Done, failed: Failed) -> None:
        """Do it, or do it again; after ``failed`` all is as it was."""

    def forget(self) -> None:
        """It is never undone or done again: let go of what it holds."""


class History:
    """What can be undone and redone. Nothing is undone before all that was done has ended.

    Args:
        is_running: Whether lanes run.
        on_error: Told why a deed was not done.
        refused: What is said where a deed waits for the end of a run.
    """

    def __init__(self, is_running: Callable[[], bool], on_error: Failed, refused: Callable[[], GranViewError]) -> None:
        self._is_running = is_running
        self._on_error = on_error
        self._refused = refused
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self._waiting: deque[Deed] = deque()
        self._listeners: list[Callable[[], None]] = []
        self._under_way = 0
        self._is_turning_back = False
        self._is_acting = False
        self._epoch = 0

    @property
    def last(self) -> Deed | None:
        """What would be undone; None where nothing can be, or something is under way."""
        return self._done[-1] if self._done and not self._under_way else None

    @property
    def next(self) -> Deed | None:
        """What would be done again; None where nothing can be, or something is under way."""
        return self._undone[-1] if self._undone and not self._under_way else None

    @property
    def is_replaying(self) -> bool:
        """Whether a deed is at work this moment: what changes is its doing, and no deed of its own."""
        return self._is_acting

    def listen(self, listener: Callable[[], None]) -> None:
        """Call this whenever another deed can be undone or redone."""
        self._listeners.append(listener)

    def do(self, deed: Deed) -> None:
        """Do something now, or once what is being undone is; it can be undone from then on."""
        if self._is_turning_back:
            self._waiting.append(deed)
            return
        self._push(deed)
        self._begin(deed.redo, lambda: None, lambda: self._done.remove(deed))

    def note(self, deed: Deed) -> None:
        """Something was done already, and can be undone from now on."""
        self._push(deed)
        self._tell()

    def undo(self) -> None:
        """Take the last deed back."""
        deed = self.last
        if deed is not None and self._may(deed):
            self._turn(deed, deed.undo, self._done, self._undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        deed = self.next
        if deed is not None and self._may(deed):
            self._turn(deed, deed.redo, self._undone, self._done)

    def clear(self) -> None:
        """Forget everything: another comparison is open. What is under way ends unheard."""
        self._epoch += 1
        self._under_way = 0
        self._is_turning_back = False
        for held in (self._done, self._undone, self._waiting):
            held.clear()
        self._tell()

    def _may(self, deed: Deed) -> bool:
        if deed.waits_for_run and self._is_running():
            self._on_error(self._refused())
            return False
        return True

    def _turn(self, deed: Deed, act: Callable[[Done, Failed], None], source: list[Deed], target: list[Deed]) -> None:
        def turned() -> None:
            source.remove(deed)
            target.append(deed)

        self._is_turning_back = True
        self._begin(act, turned, lambda: None)

    def _begin(self, act: Callable[[Done, Failed], None], done: Done, failed: Done) -> None:
        self._under_way += 1
        epoch = self._epoch

        def end(error: GranViewError | None = None) -> None:
            if epoch != self._epoch:
                return
            self._under_way -= 1
            self._is_turning_back = False
            if error is None:
                done()
            else:
                failed()
                self._on_error(error)
            self._tell()
            self._go_on()

        self._tell()
        was_acting, self._is_acting = self._is_acting, True
        try:
            act(end, end)
        finally:
            self._is_acting = was_acting

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, deque()
        for deed in waiting:
            self.do(deed)

    def _push(self, deed: Deed) -> None:
        old = [*self._undone, *self._done[: 1 - MOST_DEEDS]]
        self._done[:] = [*self._done[1 - MOST_DEEDS :], deed]
        self._undone.clear()
        for each in old:
            each.forget()

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()
