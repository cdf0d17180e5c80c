"""The device lease: one forward pass at a time on each device, in the order in which it was asked for."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

H = TypeVar("H")


@dataclass
class _Late(Generic[H]):
    """Who overstays on a device, and whether another has been granted it meanwhile."""

    holder: H
    is_shared: bool = False


class DeviceLease(Generic[H]):
    """Who may use which device. Not thread-safe: one thread owns it.

    Holders are compared by identity, so that a lane's process never inherits what its predecessor held. A holder that
    does not give back what it has can be passed over: others are then granted the device beside it.

    Args:
        grant: Called when a holder's turn has come.
    """

    def __init__(self, grant: Callable[[H], None]) -> None:
        self._grant = grant
        self._queues: dict[str, deque[H]] = {}
        self._late: dict[str, list[_Late[H]]] = {}

    def want(self, device: str, holder: H) -> None:
        """Queue up for a device; who queues or holds it already stays where it is."""
        queue = self._queues.setdefault(device, deque())
        if any(other is holder for other in queue):
            return
        queue.append(holder)
        if len(queue) == 1:
            self._grant_first(device)

    def release(self, holder: H) -> None:
        """Give back what the holder holds, and pass it on; who holds nothing changes nothing."""
        self._late = {device: [one for one in late if one.holder is not holder] for device, late in self._late.items()}
        for device, queue in self._queues.items():
            if queue and queue[0] is holder:
                queue.popleft()
                self._grant_first(device)

    def take(self, holder: H) -> None:
        """Pass on what the holder does not give back; until it does, nobody has that device to itself."""
        for device, queue in self._queues.items():
            if queue and queue[0] is holder:
                self._late.setdefault(device, []).append(_Late(holder))
                queue.popleft()
                self._grant_first(device)

    def drop(self, holder: H) -> None:
        """The holder is gone: give back what it holds, and leave every queue."""
        for queue in self._queues.values():
            for place, other in enumerate(queue):
                if place and other is holder:
                    del queue[place]
                    break
        self.release(holder)

    def holds(self, holder: H) -> bool:
        """Whether some device is the holder's now."""
        return any(queue and queue[0] is holder for queue in self._queues.values())

    def overstays(self, holder: H) -> bool:
        """Whether something was taken from the holder that it has not given back yet."""
        return any(one.holder is holder for late in self._late.values() for one in late)

    def shares(self, holder: H) -> bool:
        """Whether another was granted what was taken from the holder and not given back yet."""
        return any(one.holder is holder and one.is_shared for late in self._late.values() for one in late)

    def is_alone(self, holder: H) -> bool:
        """Whether the holder has a device, and nobody overstays there."""
        mine = [device for device, queue in self._queues.items() if queue and queue[0] is holder]
        return bool(mine) and not any(self._late.get(device) for device in mine)

    def waits(self, holder: H) -> bool:
        """Whether the holder queues behind another."""
        return any(other is holder for queue in self._queues.values() for other in list(queue)[1:])

    def _grant_first(self, device: str) -> None:
        """Tell the first in a device's queue, if there is one, that it is its turn."""
        if self._queues[device]:
            for late in self._late.get(device, ()):
                late.is_shared = True
            self._grant(self._queues[device][0])
