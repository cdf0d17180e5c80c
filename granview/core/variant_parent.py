"""Which lane a variant is measured against: the sibling that runs the same model as it was trained, or nearly so."""

from collections.abc import Sequence

from granview.core.lane import LaneSpec


def are_siblings(one: LaneSpec, other: LaneSpec) -> bool:
    """Whether two lanes are one model, for one task on one device, run in two ways; not one folder read in two ways."""
    return (one.model, one.task, one.device, one.reading) == (other.model, other.task, other.device, other.reading)


def parent_of(lane: LaneSpec, lanes: Sequence[LaneSpec]) -> LaneSpec | None:
    """The sibling that a lane is compared with; None for a lane that has none, or is that sibling itself.

    It is the one in plain fp32, or else the one to which the least was done; of several such the one with the smallest
    batch, and of those the leftmost.

    Args:
        lane: One of ``lanes``.
        lanes: All lanes, left to right.
    """
    siblings = [other for other in lanes if are_siblings(lane, other)]
    first = min(siblings, key=_distance, default=lane)
    return None if first.name == lane.name else first


def _distance(lane: LaneSpec) -> tuple[int, int]:
    """How much was done to a lane's model; of the lanes to which as much was, its batch size."""
    variant = lane.variant
    return len(variant.steps) + variant.compiled + (variant.precision != "fp32"), lane.batch_size
