"""What the engine puts up with, and how it starts its workers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from granview.runtime.lanes import LaneRuntime, lane_runtime

StartMethod = Literal["forkserver", "spawn"]

_SHRINKS: Final = 4.0
_USUAL_TIMES: Final = 3.0
_LEAST_S: Final = 30.0


@dataclass(frozen=True)
class Limits:
    """What the engine puts up with.

    Attributes:
        sample_timeout_s: A lane that has work and says nothing for so long is hung; less after deaths in a row.
        load_timeout_s: A lane that loads its model and says nothing for so long is hung.
        deaths_in_a_row: So many deaths without a sample answered in between, and the lane is given up.
        first_turn_s: So long others wait for a pass of a lane of which no pass has ended yet.
        usual_turns: Later they wait so many times the median of its passes,
        least_turn_s: but at least so long.
        cancel_s: So long a pass that was cancelled may go on before its process is ended.
        group_s: Events that arrive within this time are committed and told together.
        stop_s: How long a process that was asked to end may take before it is killed.
        message_bytes: The largest message that a worker may send.
    """

    sample_timeout_s: float = 600.0
    load_timeout_s: float = 3600.0
    deaths_in_a_row: int = 3
    first_turn_s: float = 30.0
    usual_turns: float = 10.0
    least_turn_s: float = 5.0
    cancel_s: float = 3.0
    group_s: float = 0.05
    stop_s: float = 1.0
    message_bytes: int = 1 << 30

    def turn_s(self, usual_s: float | None) -> float:
        """How long others wait for a pass whose like usually take so long; None where that is not known yet."""
        return self.first_turn_s if usual_s is None else max(self.usual_turns * usual_s, self.least_turn_s)

    def silence_s(self, deaths: int, usual_s: float | None) -> float:
        """How long a process may be silent after so many deaths in a row: each time a quarter of the time before.

        Not less than half a minute or three usual passes, unless ``sample_timeout_s`` itself is less.
        """
        least_s = max(_LEAST_S, _USUAL_TIMES * (usual_s or 0.0))
        return min(self.sample_timeout_s, max(self.sample_timeout_s / _SHRINKS**deaths, least_s))


@dataclass(frozen=True)
class WorkerOptions:
    """How lanes' processes are started, and what they load.

    Attributes:
        start_method: ``forkserver`` (torch is imported once, and lanes are forked from there) or ``spawn``; None takes
            the former on Linux and the latter elsewhere.
        threads: Threads of torch in each worker; None leaves torch its default, all cores.
        entry: Where a worker begins, as ``module:function``.
        loader: What turns a ``LaneSpec`` into an adapter, as ``module:function``.
        runtime: Says, at each start of a lane's process, which packages it runs on.
    """

    start_method: StartMethod | None = None
    threads: int | None = None
    entry: str = "granview.worker.lane_main:main"
    loader: str = "granview.models.load:load_adapter"
    runtime: Callable[[], LaneRuntime] = lane_runtime
