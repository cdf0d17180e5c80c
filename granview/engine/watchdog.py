"""How long a lane's process may say nothing, and how often in a row its processes may die."""

from granview.engine.device_turns import Clock
from granview.engine.limits import Limits


class Watchdog:
    """Remembers when the process was heard of last, and what its predecessors came to.

    Args:
        limits: When to lose it.
        clock: Monotonic seconds.

    Attributes:
        deaths: Processes that ended unasked since the last answer.
    """

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self.deaths = 0
        self._limits = limits
        self._clock = clock
        self._heard_s = clock()

    def hear(self) -> None:
        """The process said something, or began something."""
        self._heard_s = self._clock()

    def silence_s(self, loading: bool, usual_s: float | None) -> float:
        """How long the process may say nothing while it loads, or has work that usually takes so long."""
        return self._limits.load_timeout_s if loading else self._limits.silence_s(self.deaths, usual_s)

    def ends_s(self, loading: bool, usual_s: float | None) -> float:
        """When it will have said nothing for too long, by the clock."""
        return self._heard_s + self.silence_s(loading, usual_s)

    def is_due(self, at_s: float | None) -> bool:
        """Whether the clock has come to this; never where it is None."""
        return at_s is not None and self._clock() >= at_s

    @property
    def lost(self) -> bool:
        """Whether so many died in a row that it is no use to start another."""
        return self.deaths >= self._limits.deaths_in_a_row
