"""Whether the models of several lanes fit into the memory of the device that they are to run on."""

from collections.abc import Mapping, Sequence

from granview.core.lane import LaneSpec
from granview.core.memory_estimate import LaneMemory, MemoryEstimate, MemoryFit, estimate_memory, fit_memory
from granview.io.free_memory import free_bytes

_FIRST_GPU = "cuda:0"


def plan_memory(
    lanes: Sequence[LaneSpec], params: Mapping[str, int], idle: Sequence[LaneMemory] = ()
) -> MemoryFit | None:
    """Whether lanes fit side by side; None where the size of none of their models is known.

    Args:
        lanes: What is to be loaded; the device of the first one counts.
        params: Numbers of parameters by the models' sources; what is not there is left out of the sum.
        idle: Loaded lanes that do nothing, and what they hold.
    """
    known = [lane for lane in lanes if lane.model in params]
    if not known:
        return None
    device = usual_device(known[0].device)
    each = [estimate_memory(params[lane.model], lane.variant.precision, device) for lane in known]
    whole = MemoryEstimate(sum(one.weights_bytes for one in each), sum(one.overhead_bytes for one in each))
    return fit_memory(whole, free_bytes(device), idle)


def usual_device(device: str) -> str:
    """Where a lane will run, as far as is known without torch: ``auto`` is the first GPU where there is one."""
    if device != "auto":
        return device
    return _FIRST_GPU if free_bytes(_FIRST_GPU) is not None else "cpu"
