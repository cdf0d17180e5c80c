"""Texts longer than a model's window: cut into windows that overlap, or shortened.

Of the texts of a pair one is cut, and every window has the other one and the special tokens whole.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.models.texts.tokens import Tokens


@dataclass(frozen=True)
class Window:
    """Some of a text's tokens, as a network is given them: those before the long part, a span of it, those after.

    Attributes:
        head: End of the tokens before the long part.
        start: First token of the span.
        stop: After its last token.
        tail: First token after the long part.
    """

    head: int
    start: int
    stop: int
    tail: int

    def indices(self, n: int) -> NDArray[np.int64]:
        """Places (k,) int64 in the whole text, of ``n`` tokens, of the window's tokens."""
        ranges = ((0, self.head), (self.start, self.stop), (self.tail, n))
        return np.concatenate([np.arange(first, last) for first, last in ranges])


def long_part(tokens: Tokens, part: int) -> tuple[int, int]:
    """Start and end of the tokens of a text among all; the end of all where it has none."""
    places = np.flatnonzero(tokens.part == part)
    if not len(places):
        return len(tokens), len(tokens)
    return int(places[0]), int(places[-1]) + 1


def room(tokens: Tokens, part: int, limit: int) -> int:
    """Tokens of the long part that fit into a window beside the other text and the special tokens.

    Raises:
        InputError: those leave less than half of the window.
    """
    head, tail = long_part(tokens, part)
    fixed = head + len(tokens) - tail
    if limit - fixed < max(limit // 2, 1) and len(tokens) > limit:
        raise InputError(
            f"Of the model's window of {limit} tokens, {fixed} are taken by what goes with the text: special tokens, a "
            "prefix, a question or the other text of a pair.",
            "Shorten that, or choose a model with a longer window.",
        )
    return limit - fixed


def whole(tokens: Tokens) -> Window:
    """Everything in one window."""
    return Window(0, 0, len(tokens), len(tokens))


def strided(tokens: Tokens, part: int, limit: int, stride: int) -> list[Window]:
    """Windows of at most ``limit`` tokens; neighbours share ``stride`` tokens, at most half a window.

    Raises:
        InputError: as ``room`` says.
    """
    if len(tokens) <= limit:
        return [whole(tokens)]
    head, tail = long_part(tokens, part)
    fits = room(tokens, part, limit)
    step = fits - shared(fits, stride)
    starts = range(head, max(tail - fits, head) + step, step)
    return [Window(head, min(start, tail - fits), min(start + fits, tail), tail) for start in starts]


def shared(fits: int, stride: int) -> int:
    """Tokens that neighbouring windows really share: as wished, at most half of what fits."""
    return max(min(stride, fits // 2), 0)


def truncated(tokens: Tokens, part: int, limit: int, keep_end: bool = False) -> Window:
    """The beginning of the text, or its end, as far as it fits.

    Raises:
        InputError: as ``room`` says.
    """
    if len(tokens) <= limit:
        return whole(tokens)
    head, tail = long_part(tokens, part)
    fits = room(tokens, part, limit)
    return Window(head, tail - fits, tail, tail) if keep_end else Window(head, head, head + fits, tail)


def innermost(windows: list[Window], n: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each of a text's ``n`` tokens the window in which it is furthest from an edge, and its place there.

    Returns:
        Two arrays (n,) int64: index of the window, and the place of the token in it; the index is -1 for a token
        that is in none.
    """
    best = np.full(n, -1, np.int64)
    owner, place = np.full(n, -1, np.int64), np.zeros(n, np.int64)
    for number, window in enumerate(windows):
        indices = window.indices(n)
        distance = _from_the_edge(indices, window)
        better = distance > best[indices]
        chosen = indices[better]
        best[chosen], owner[chosen], place[chosen] = distance[better], number, np.flatnonzero(better)
    return owner, place


def _from_the_edge(indices: NDArray[np.int64], window: Window) -> NDArray[np.int64]:
    """How far tokens are from where the text was cut; where it begins or ends by itself, nothing is cut off."""
    left = indices - window.start if window.start > window.head else np.full(len(indices), len(indices))
    right = window.stop - 1 - indices if window.stop < window.tail else np.full(len(indices), len(indices))
    inside = (indices >= window.start) & (indices < window.stop)
    distance: NDArray[np.int64] = np.where(inside, np.minimum(left, right), 0)
    return distance
