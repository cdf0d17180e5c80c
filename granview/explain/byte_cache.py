"""A cache that holds at most so many bytes, and lets go of what was not used for longest."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

KeyT = TypeVar("KeyT", bound=Hashable)
ValueT = TypeVar("ValueT")


class ByteCache(Generic[KeyT, ValueT]):
    """Values by key. The one used last always stays, even where it alone is too large.

    Args:
        limit_bytes: The most that all values hold together.
        nbytes: What a value holds; asked anew whenever one is added, since values may grow.
        let_go: Told of each value that leaves.
    """

    def __init__(
        self, limit_bytes: int, nbytes: Callable[[ValueT], int], let_go: Callable[[ValueT], None] = lambda _: None
    ) -> None:
        self._limit_bytes = limit_bytes
        self._nbytes = nbytes
        self._let_go = let_go
        self._values: OrderedDict[KeyT, ValueT] = OrderedDict()

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: KeyT) -> ValueT | None:
        """The value of that key, which thereby was used last; None where there is none."""
        if key in self._values:
            self._values.move_to_end(key)
        return self._values.get(key)

    def put(self, key: KeyT, value: ValueT) -> None:
        """Add a value, or replace one, and let go of others until all fit."""
        replaced = self._values.pop(key, None)
        if replaced is not None and replaced is not value:
            self._let_go(replaced)
        self._values[key] = value
        self.shrink()

    def nbytes(self) -> int:
        """What all values hold."""
        return sum(map(self._nbytes, self._values.values()))

    def shrink(self) -> None:
        """Let go of values, those used longest ago first, until the rest fits."""
        while len(self._values) > 1 and self.nbytes() > self._limit_bytes:
            self._let_go(self._values.popitem(last=False)[1])

    def clear(self) -> None:
        """Let go of all."""
        while self._values:
            self._let_go(self._values.popitem()[1])
