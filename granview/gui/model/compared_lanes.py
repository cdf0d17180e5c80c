"""Which lanes are compared with which references."""

from collections.abc import Iterable

from granview.core.truth import Truth
from granview.gui.model.lanes_and_rows import Lane


def compares_with(lane: Lane, truth_type: type[Truth]) -> bool:
    """Whether a lane's task compares with ground truth of this type; not known of a task that is not known here."""
    from granview.tasks.base import TASKS

    return lane.spec.task in TASKS and issubclass(truth_type, TASKS.get(lane.spec.task).truth_type)


def wanted_truths(lanes: Iterable[Lane]) -> list[type[Truth]]:
    """The types of truth that the lanes' tasks compare with, in their order; each once."""
    from granview.tasks.base import TASKS

    known = (TASKS.get(lane.spec.task).truth_type for lane in lanes if lane.spec.task in TASKS)
    return list(dict.fromkeys(known))
