"""What the tasks share in whose statistics no classes are counted."""

from typing import Any

from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.unit import Statistics
from granview.tasks.base import Column, Metrics

NO_CLASSES = LabelSet((), (), void=None)


class Classless:
    """The part of the ``Task`` protocol that is about classes, for a task without them."""

    class_columns: tuple[Column, ...] = ()
    class_size: Column | None = None
    has_confusion: bool = False

    def class_metrics(self, statistics: Statistics) -> list[Metrics]:
        """None, since there are no classes."""
        return []

    def confusion(self, statistics: Statistics) -> NDArray[Any] | None:
        """None, since there are no classes."""
        return None

    def relabel(self, statistics: Statistics, labels: LabelSet, wanted: LabelSet) -> dict[str, NDArray[Any]]:
        """The statistics as they are, since no class is counted in them."""
        return dict(statistics)
