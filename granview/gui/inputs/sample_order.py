"""In which order samples are listed: as they were added, by name, by score, by how much lanes differ."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from granview.core.sample import Sample


@dataclass(frozen=True)
class Rank:
    """By what samples can be sorted, besides their names.

    Attributes:
        score: The lanes' mean score, 0 to 1; None where none was scored.
        disagreement: Part of the pixels on which lanes differ, 0 to 1; None with fewer than two predictions.
    """

    score: float | None = None
    disagreement: float | None = None


_NO_RANK: Final = Rank()


def in_order(order: str, samples: Sequence[Sample], ranks: Mapping[str, Rank]) -> list[Sample]:
    """Samples in one of the orders of ``ORDERS``; those that compare alike stay as they were.

    Args:
        order: Key of the order.
        samples: As they were added.
        ranks: By the name of the sample; those without any come last.
    """
    key = ORDERS[order]
    return sorted(samples, key=lambda sample: key(sample, ranks.get(sample.name, _NO_RANK)))


def _rising(value: float | None) -> tuple[bool, float]:
    return (value is None, 0.0 if value is None else value)


def _falling(value: float | None) -> tuple[bool, float]:
    return (value is None, 0.0 if value is None else -value)


ORDERS: Final[Mapping[str, Callable[[Sample, Rank], Any]]] = {
    "added": lambda _sample, _rank: 0,
    "name": lambda sample, _rank: sample.name.casefold(),
    "score": lambda _sample, rank: _rising(rank.score),
    "disagreement": lambda _sample, rank: _falling(rank.disagreement),
}
"""What samples are sorted by; None comes last."""
