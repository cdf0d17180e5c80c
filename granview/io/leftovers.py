"""What a search has made nothing of, by sort and reason: so that nothing that was dropped stays unused in silence."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

from granview.io.data_set import Leftover
from granview.io.search_events import Notice, Problem, RefusedReference

_SPOKEN: Final = 4


def leftovers_of(problems: Iterable[Problem]) -> tuple[Leftover, ...]:
    """What is unused by what a search has said, the sorts of which there are most first; notices say of nothing so.

    Files of one sort that are left alone for one reason are one entry, whatever folders they lie in.
    """
    merged: dict[tuple[str, str], Leftover] = {}
    for each in chain.from_iterable(map(_unused, problems)):
        known = merged.get((each.sort, each.reason))
        merged[each.sort, each.reason] = each if known is None else replace(known, n=known.n + each.n)
    return tuple(sorted(merged.values(), key=lambda each: -each.n))


def _unused(problem: Problem) -> tuple[Leftover, ...]:
    if isinstance(problem, Notice):
        return ()
    sort = "references that cannot be used" if isinstance(problem, RefusedReference) else "files that cannot be used"
    return problem.unused or (Leftover(sort, 1, problem.path, problem.error, problem.hint),)


def in_words(leftovers: Iterable[Leftover]) -> str:
    """How many of each sort, for one line: ``3 captions, 12 .xml files``; the most frequent ones where there are many.

    Sorts of one name with several reasons are counted together.
    """
    counts: dict[str, int] = {}
    for each in leftovers:
        counts[each.sort] = counts.get(each.sort, 0) + each.n
    spoken = sorted(counts.items(), key=lambda entry: -entry[1])
    more = sum(n for _, n in spoken[_SPOKEN:])
    parts = [counted(sort, n) for sort, n in spoken[:_SPOKEN]]
    return ", ".join([*parts, f"{more:,} more"] if more else parts)


def counted(sort: str, n: int) -> str:
    """So many of a sort: ``3 captions``, ``1 caption``."""
    return f"{n:,} {_singular(sort) if n == 1 else sort}"


def _singular(sort: str) -> str:
    first, space, rest = sort.partition(" ")
    if space and not first.endswith("s"):
        return f"{first} {_singular(rest)}"
    return f"{first.removesuffix('s')}{space}{rest}"


def example_of(leftover: Leftover, root: Path) -> str:
    """Where one of them lies, from the folder that it was met in; empty where that is all that is known of them."""
    path = leftover.example
    if path == root:
        return ""
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
