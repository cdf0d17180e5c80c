"""One lane's turns on the device: how long they usually last, which one lasts too long, and whose times are fair."""

import statistics
from collections import deque
from collections.abc import Callable
from typing import Final, Generic

from msgspec.structs import replace

from granview.core.messages import Result
from granview.engine.device_lease import DeviceLease, H
from granview.engine.limits import Limits

Clock = Callable[[], float]

_REMEMBERED: Final = 99


class DeviceTurns(Generic[H]):
    """The turns of a lane's process, counted as the process counts them: from 1.

    A turn during which another pass may have run on the same device is not fair: its times are not the model's own.

    Args:
        lease: The devices, shared with the other lanes.
        limits: How long a turn may be.
        clock: Monotonic seconds.
    """

    def __init__(self, lease: DeviceLease[H], limits: Limits, clock: Clock) -> None:
        self._lease = lease
        self._limits = limits
        self._clock = clock
        self._number = 0
        self._began_s = self._advanced_s = 0.0
        self._for_explanation = False
        self._cancelled_s: float | None = None
        self._unfair: set[int] = set()
        self._spans_s: dict[bool, deque[float]] = {kind: deque(maxlen=_REMEMBERED) for kind in (False, True)}

    def begin_anew(self) -> None:
        """Another process counts from the start; how long turns usually last is still known."""
        self._number = 0
        self._cancelled_s = None
        self._unfair.clear()

    def want(self, device: str, process: H, for_explanation: bool) -> None:
        """The process is ready for a turn; ``for_explanation``: not for samples, but for a question about one."""
        self._for_explanation = for_explanation
        self._cancelled_s = None
        self._lease.want(device, process)

    def begin(self, process: H) -> None:
        """The device is the process's."""
        self._number += 1
        self._began_s = self._advanced_s = self._clock()
        if not self._lease.is_alone(process):
            self._unfair.add(self._number)

    def advance(self) -> None:
        """The process tells how far it is with its turn."""
        self._advanced_s = self._clock()

    def end(self, process: H) -> None:
        """The process gives the device back."""
        self._cancelled_s = None
        if self._lease.shares(process):
            self._unfair.add(self._number)
        self._spans_s[self._for_explanation].append(self.lasted_s)
        self._lease.release(process)

    def cancel(self, process: H) -> None:
        """Nobody wants what the process computes on its samples: others need not wait for it to notice."""
        has_device = self._lease.holds(process) or self._lease.overstays(process)
        if has_device and not self._for_explanation:
            self._cancelled_s = self._clock()
            self.pass_on(process)

    def pass_on(self, process: H) -> None:
        """Let others go on beside a turn that lasts too long."""
        self._lease.take(process)

    @property
    def lasted_s(self) -> float:
        """How long the turn under way has lasted, or did."""
        return self._clock() - self._began_s

    @property
    def usual_s(self) -> float | None:
        """The median of turns like this one; None before any has ended."""
        spans_s = self._spans_s[self._for_explanation]
        return statistics.median(spans_s) if spans_s else None

    def too_long_s(self, process: H) -> float | None:
        """When the turn will have lasted so long that others no longer wait for it; None without one, or afterwards."""
        if not self._lease.holds(process):
            return None
        return self._advanced_s + self._limits.turn_s(self.usual_s)

    def abandoned_s(self, process: H) -> float | None:
        """When a process counts as stuck whose turn was cancelled; None unless it still computes."""
        if self._cancelled_s is None or not self._lease.overstays(process):
            return None
        return self._cancelled_s + self._limits.cancel_s

    def timed_fairly(self, result: Result) -> Result:
        """The result; of a turn that was not fair without times, and with a notice that says so."""
        return untimed(result) if result.turn in self._unfair else result


def untimed(result: Result) -> Result:
    """The result with the times of its turn taken out, and told."""
    timing = result.timing
    took = "" if timing.forward_ms is None else f" ({timing.forward_ms:,.0f} ms)"
    words = f"Another pass ran on the device at the same time, so this forward pass's time{took} is not counted."
    return replace(
        result,
        timing=replace(timing, forward_ms=None, postprocess_ms=None, first_token_ms=None),
        notices=(*result.notices, words),
    )
