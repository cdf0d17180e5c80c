"""Which lane of one session is held against which of another: those of one name, or as somebody said."""

from collections.abc import Sequence
from dataclasses import dataclass

from granview.core.errors import ArgumentError
from granview.store.rows import LaneRecord


@dataclass(frozen=True)
class LaneMatches:
    """The lanes of two sessions side by side.

    Attributes:
        pairs: A's lane and B's, of one task.
        only_a: Names of A's lanes that B has not.
        only_b: Names of B's lanes that A has not.
        other_task: Names of lanes that do another task in B than in A.
    """

    pairs: tuple[tuple[LaneRecord, LaneRecord], ...]
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()
    other_task: tuple[str, ...] = ()


def match_lanes(a: Sequence[LaneRecord], b: Sequence[LaneRecord], chosen: Sequence[str] = ()) -> LaneMatches:
    """Pair the lanes of two sessions.

    Args:
        a: The lanes of A.
        b: The lanes of B.
        chosen: Names of the lanes to compare, or ``OF_A=OF_B`` where they are called otherwise; empty: all lanes that
            both sessions have.

    Raises:
        ArgumentError: there is no such lane, or two that are to be compared do different tasks.
    """
    left, right = ({lane.name: lane for lane in lanes} for lanes in (a, b))
    if chosen:
        return LaneMatches(tuple(_chosen(each, left, right) for each in chosen))
    both = [(lane, right[name]) for name, lane in left.items() if name in right]
    return LaneMatches(
        tuple(pair for pair in both if _task(pair[0]) == _task(pair[1])),
        tuple(name for name in left if name not in right),
        tuple(name for name in right if name not in left),
        tuple(ours.name for ours, theirs in both if _task(ours) != _task(theirs)),
    )


def _chosen(words: str, left: dict[str, LaneRecord], right: dict[str, LaneRecord]) -> tuple[LaneRecord, LaneRecord]:
    name, equals, other = (words, "", "") if words in left else words.partition("=")
    ours, theirs = _known(left, name, "first"), _known(right, other if equals else name, "second")
    if _task(ours) != _task(theirs):
        raise ArgumentError(
            f"'{ours.name}' does {_task(ours)}, and '{theirs.name}' {_task(theirs)}: they cannot be compared.",
            "Name two lanes of one task.",
        )
    return ours, theirs


def _known(lanes: dict[str, LaneRecord], name: str, which: str) -> LaneRecord:
    if name not in lanes:
        raise ArgumentError(f"The {which} session has no lane '{name}'.", f"Lanes: {', '.join(lanes) or 'none'}.")
    return lanes[name]


def _task(lane: LaneRecord) -> str:
    return lane.spec.task
