"""Each entity that a lane names, against those that are known to be there."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from granview.core.labels import normalized
from granview.core.text import Span


class Verdict(enum.StrEnum):
    """How a span fares against the reference."""

    RIGHT = "right"
    """Same bounds, same type."""

    TYPE = "type"
    """Same bounds, another type."""

    BOUNDS = "bounds"
    """Overlaps one of the same type."""

    INVENTED = "invented"
    """Nothing of the kind is there."""

    MISSED = "missed"
    """Of the reference: the lane names nothing of that type that overlaps it."""


@dataclass(frozen=True)
class Judged:
    """A span with its verdict, and the span of the other side that it was measured against, where there is one."""

    span: Span
    verdict: Verdict
    other: Span | None = None


def judge(said: Sequence[Span], known: Sequence[Span]) -> tuple[list[Judged], list[Judged]]:
    """The spans said, each with its verdict, in their order; and the spans that were missed."""
    exact: dict[tuple[int, int], list[Span]] = {}
    for span in known:
        exact.setdefault((span.start, span.end), []).append(span)
    overlaps = _Overlaps(known)
    judged = [_judged(span, exact.get((span.start, span.end), ()), overlaps) for span in said]
    found = {id(one.other) for one in judged if one.other is not None}
    return judged, [Judged(span, Verdict.MISSED) for span in known if id(span) not in found]


def _judged(span: Span, same: Sequence[Span], overlaps: "_Overlaps") -> Judged:
    right = next((other for other in same if _alike(other, span)), None)
    if right is not None:
        return Judged(span, Verdict.RIGHT, right)
    if same:
        return Judged(span, Verdict.TYPE, same[0])
    near = next((other for other in overlaps.of(span) if _alike(other, span)), None)
    return Judged(span, Verdict.BOUNDS, near) if near is not None else Judged(span, Verdict.INVENTED)


def _alike(one: Span, other: Span) -> bool:
    return one.label == other.label or normalized(one.label) == normalized(other.label)


class _Overlaps:
    """Spans by where they stand."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: (span.start, span.end))
        self._starts = np.array([span.start for span in self._spans], np.int64)
        self._reach = np.maximum.accumulate(np.array([span.end for span in self._spans], np.int64))

    def of(self, span: Span) -> list[Span]:
        """Those that share a code point with a span."""
        first = int(np.searchsorted(self._reach, span.start, "right"))
        last = int(np.searchsorted(self._starts, span.end, "left"))
        return [other for other in self._spans[first:last] if other.end > span.start]
