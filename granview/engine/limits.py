"""What the engine puts up with, and how it starts its workers."""

from dataclasses import dataclass
from typing import Literal

StartMethod = Literal["forkserver", "spawn"]


@dataclass(frozen=True)
class Limits:
    """What the engine puts up with.

    Attributes:
        sample_timeout_s: A lane that has work and the device, and says nothing for so long, is hung.
        load_timeout_s: A lane that loads its model and says nothing for so long is hung.
        deaths_in_a_row: So many deaths without a sample answered in between, and the lane is given up.
        group_s: Events that arrive within this time are committed and told together.
        stop_s: How long a process that was asked to end may take before it is killed.
        message_bytes: The largest message that a worker may send.
    """

    sample_timeout_s: float = 600.0
    load_timeout_s: float = 3600.0
    deaths_in_a_row: int = 3
    group_s: float = 0.05
    stop_s: float = 1.0
    message_bytes: int = 1 << 30


@dataclass(frozen=True)
class Workers:
    """How lanes' processes are started, and what they load.

    Attributes:
        start_method: ``forkserver`` (torch is imported once, and lanes are forked from there) or ``spawn``; None takes
            the former on Linux and the latter elsewhere.
        threads: Threads of torch in each worker; None leaves torch its default, all cores.
        entry: Where a worker begins, as ``module:function``.
        loader: What turns a ``LaneSpec`` into an adapter, as ``module:function``.
    """

    start_method: StartMethod | None = None
    threads: int | None = None
    entry: str = "granview.worker.lane_main:main"
    loader: str = "granview.models.load:load_adapter"
