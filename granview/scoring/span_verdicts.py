"""Each entity that a lane names, against those that are known to be there."""

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from granview.core.text import Span
from granview.scoring.matched_names import BY_NAME, MatchedNames


class SpanVerdict(enum.StrEnum):
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
class JudgedSpan:
    """A span with its verdict, and the span of the other side that it was measured against, where there is one."""

    span: Span
    verdict: SpanVerdict
    other: Span | None = None


_Alike = Callable[[Span, Span], bool]


def judge_spans(
    predicted: Sequence[Span], reference: Sequence[Span], names: MatchedNames = BY_NAME
) -> tuple[list[JudgedSpan], list[JudgedSpan]]:
    """The spans said, each with its verdict, in their order; and the spans that were missed.

    Args:
        predicted: Those of the lane, by its own types.
        reference: Those of the reference, by its own types.
        names: Which types are the same.
    """
    ours = {label: names.model_key(label) for label in {span.label for span in predicted}}
    theirs = {label: names.key_of_reference(label) for label in {span.label for span in reference}}

    def alike(span: Span, other: Span) -> bool:
        return ours[span.label] == theirs[other.label]

    exact: dict[tuple[int, int], list[Span]] = {}
    for span in reference:
        exact.setdefault((span.start, span.end), []).append(span)
    overlaps = _Overlaps(reference)
    judged = [_judged(span, exact.get((span.start, span.end), ()), overlaps, alike) for span in predicted]
    found = {id(one.other) for one in judged if one.other is not None}
    return judged, [JudgedSpan(span, SpanVerdict.MISSED) for span in reference if id(span) not in found]


def _judged(span: Span, same: Sequence[Span], overlaps: "_Overlaps", alike: _Alike) -> JudgedSpan:
    right = next((other for other in same if alike(span, other)), None)
    if right is not None:
        return JudgedSpan(span, SpanVerdict.RIGHT, right)
    if same:
        return JudgedSpan(span, SpanVerdict.TYPE, same[0])
    near = next((other for other in overlaps.of(span) if alike(span, other)), None)
    return JudgedSpan(span, SpanVerdict.BOUNDS, near) if near is not None else JudgedSpan(span, SpanVerdict.INVENTED)


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
