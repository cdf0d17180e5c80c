"""Handing over, one ahead."""

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class HandoffSlot(Generic[T]):
    """A hand-over of things between two threads, in which the maker is one ahead of the taker, and never two."""

    def __init__(self) -> None:
        self._things: list[T] = []
        self._changed = threading.Condition()

    def put(self, thing: T) -> None:
        """Offer a thing; returns once it was taken."""
        with self._changed:
            self._things.append(thing)
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._things)

    def take(self) -> T:
        """The thing that is offered; waits for it."""
        with self._changed:
            self._changed.wait_for(lambda: self._things)
            thing = self._things.pop()
            self._changed.notify_all()
            return thing
