"""Gaps of the window's own, told from those of a machine and of a test process that have done much before."""

import gc
from collections.abc import Callable


def gaps_until_below(limit_ms: float, turns: int, measure: Callable[[int], float]) -> list[float]:
    """What is measured turn by turn, in ms, up to the first below a limit: a stall of the window's own is in each.

    What earlier tests have left in this process is not gone through by the collector of garbage meanwhile.
    """
    measured: list[float] = []
    gc.collect()
    gc.freeze()
    try:
        for turn in range(turns):
            measured.append(measure(turn))
            if measured[-1] < limit_ms:
                break
    finally:
        gc.unfreeze()
    return measured
