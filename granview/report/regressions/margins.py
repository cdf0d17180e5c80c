"""How much worse a metric may become without being a regression."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from granview.core.errors import ArgumentError

_HINT = "Write --margin 0.01 for all metrics, or --margin METRIC=VALUE for one, in the unit of its values."


@dataclass(frozen=True)
class Margins:
    """Margins in the metrics' own units, 0 or more.

    Attributes:
        of_all: Of metrics that have none of their own.
        of_metric: By name of the metric.
    """

    of_all: float = 0.0
    of_metric: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for value in (self.of_all, *self.of_metric.values()):
            if not (math.isfinite(value) and value >= 0):
                raise ArgumentError(f"'{value}' is no margin.", _HINT)

    def of(self, metric: str) -> float:
        """The margin of a metric."""
        return self.of_metric.get(metric, self.of_all)


def parsed_margins(texts: Sequence[str]) -> Margins:
    """From ``VALUE`` and ``METRIC=VALUE``, as they are written on a command line.

    Raises:
        ArgumentError: one is no number, or below 0.
    """
    of_all, of_metric = 0.0, {}
    for text in texts:
        metric, equals, value = text.rpartition("=")
        if equals:
            of_metric[metric] = _number(value, text)
        else:
            of_all = _number(value, text)
    return Margins(of_all, of_metric)


def _number(value: str, text: str) -> float:
    try:
        return float(value)
    except ValueError as error:
        raise ArgumentError(f"'{text}' is no margin.", _HINT) from error
