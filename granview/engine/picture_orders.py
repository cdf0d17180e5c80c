"""What is asked of the decoder: who waits for it, and what comes next."""

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from granview.core.image_params import ImageRange
from granview.engine.picture_cache import FileVersion

Done = Callable[[Any], None]
"""Takes a ``Thumbnail`` or ``SharedPicture``, or the ``InputError`` that stands in its place."""


OrderKey = tuple[Path, int | None, ImageRange | None]

NEVER_S: Final = float("inf")


@dataclass(eq=False)
class Order:
    """One file to be decoded, for all who wait for it.

    Attributes:
        id: Grows with each order.
        path: The file.
        edge_px: Longer edge of the thumbnail; None for the full picture.
        image_range: What becomes black and white, in grey values of more than 8 bits.
        waiters: Whom to tell, by ticket number.
        alone: Whether it must be decoded with nothing beside it, since a decoder died over it and something else.
        version: The file's version when decoding of the full picture began.
        deadline_s: Monotonic time by which it must be done; infinite while it waits.
    """

    id: int
    path: Path
    edge_px: int | None
    image_range: ImageRange | None = None
    waiters: dict[int, Done] = field(default_factory=dict)
    alone: bool = False
    version: FileVersion | None = None
    deadline_s: float = NEVER_S

    @property
    def key(self) -> "OrderKey":
        """What is asked for; equal orders are one."""
        return self.path, self.edge_px, self.image_range

    @property
    def is_picture(self) -> bool:
        """Whether it asks for the full picture."""
        return self.edge_px is None


class OrderBook:
    """Orders that wait, and those being decoded: at most one picture and one thumbnail at a time. For any thread.

    An order is shared by all who ask for the same. Pictures come before thumbnails, the latest picture first,
    thumbnails in the order asked for. An order marked ``alone`` begins when nothing else runs, and nothing begins
    beside it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._waiting: dict[OrderKey, Order] = {}
        self._active: dict[int, Order] = {}
        self._unwanted: list[int] = []

    def add(
        self, path: Path, edge_px: int | None, done: Done, image_range: ImageRange | None = None
    ) -> tuple[Order, int]:
        """Wait for a file. Returns the order and the number of the ticket."""
        key = (path, edge_px, image_range)
        with self._lock:
            ticket = next(self._numbers)
            order = self._same(key) or Order(next(self._numbers), *key)
            order.waiters[ticket] = done
            if order.id not in self._active:
                if order.is_picture:
                    self._waiting.pop(key, None)
                self._waiting[key] = order
            return order, ticket

    def drop(self, order: Order, ticket: int) -> None:
        """Nobody waits by this ticket any more; what nobody waits for is forgotten or, when active, unwanted."""
        with self._lock:
            if order.waiters.pop(ticket, None) is None or order.waiters:
                return
            if order.id in self._active:
                self._unwanted.append(order.id)
            elif self._waiting.get(order.key) is order:
                del self._waiting[order.key]

    def begin(self) -> Order | None:
        """The most urgent order that may begin now, which is active from here on."""
        with self._lock:
            order = self._candidate()
            if order is not None:
                del self._waiting[order.key]
                self._active[order.id] = order
            return order

    def finish(self, order_id: int) -> Order | None:
        """The active order of this id, which is active no more; None where there is none."""
        with self._lock:
            return self._active.pop(order_id, None)

    def next_waiter(self, order: Order) -> Done | None:
        """Somebody who waits for an order, and does so no more; None where nobody is left."""
        with self._lock:
            return order.waiters.pop(next(iter(order.waiters))) if order.waiters else None

    def put_back(self, order: Order) -> None:
        """Let an active order wait again, unless nobody wants it."""
        with self._lock:
            self._active.pop(order.id, None)
            order.deadline_s = NEVER_S
            if order.waiters:
                self._waiting[order.key] = order

    def active(self) -> list[Order]:
        """The orders being decoded."""
        with self._lock:
            return list(self._active.values())

    def take_unwanted(self) -> list[int]:
        """Ids of orders that were active when the last who wanted them left, each told once."""
        with self._lock:
            unwanted, self._unwanted = self._unwanted, []
            return unwanted

    def clear(self) -> None:
        """Forget every order, and everybody who waits."""
        with self._lock:
            for order in (*self._waiting.values(), *self._active.values()):
                order.waiters.clear()
            self._waiting.clear()
            self._active.clear()

    def _same(self, key: OrderKey) -> Order | None:
        active = (order for order in self._active.values() if order.key == key and order.waiters)
        return self._waiting.get(key) or next(active, None)

    def _candidate(self) -> Order | None:
        active = self._active.values()
        if any(order.alone for order in active):
            return None
        order = self._most_urgent(any(order.is_picture for order in active), bool(active))
        return None if order is None or (order.alone and active) else order

    def _most_urgent(self, picture_active: bool, any_active: bool) -> Order | None:
        pictures = [order for order in self._waiting.values() if order.is_picture]
        if pictures:
            return None if picture_active else pictures[-1]
        return None if any_active else next(iter(self._waiting.values()), None)
