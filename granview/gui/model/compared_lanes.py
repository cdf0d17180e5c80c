"""Which lanes are compared with which references."""

from granview.core.truth import Truth
from granview.gui.model.lanes_and_rows import Lane


def compares_with(lane: Lane, truth_type: type[Truth]) -> bool:
    """Whether a lane's task compares with ground truth of this type; not known of a task that is not known here."""
    from granview.tasks.base import TASKS

    return lane.spec.task in TASKS and issubclass(truth_type, TASKS.get(lane.spec.task).truth_type)
