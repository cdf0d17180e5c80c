"""From the tokens that a model wrote to text, and to each token's place in it."""

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Final

from granview.core.offsets import Offsets, offsets

Decode = Callable[[Sequence[int]], str]
"""Token ids to text, without special tokens."""

_AT_ONCE: Final = 32
_CONTEXT: Final = 8
_UNFINISHED: Final = "\N{REPLACEMENT CHARACTER}"


def decoded(decode: Decode, context: Sequence[int], ids: Sequence[int]) -> str:
    """The text of tokens that follow others: some decoders drop the space before a first word."""
    return decode([*context, *ids])[len(decode(context)) :]


def finished(text: str) -> str:
    """A text without the character at its end of which some bytes are still to come."""
    return text.rstrip(_UNFINISHED)


def token_offsets(decode: Decode, context: Sequence[int], ids: Sequence[int], text: str) -> Offsets:
    """Where in a text each of its tokens stands, (n, 2) int32.

    A token's text is what it adds when the tokens up to it are decoded. Tokens that hold parts of one character share
    that character's offsets.

    Args:
        decode: Turns ids into text.
        context: Tokens that stand before.
        ids: The text's tokens, without special ones.
        text: What ``decoded`` makes of them.
    """
    ends = _ends(decode, context, ids, text)
    found: list[tuple[int, int]] = []
    following = len(text), len(text)
    for index in reversed(range(len(ends))):
        start, end = ends[index - 1] if index else 0, ends[index]
        following = (start, end) if end > start else following
        found.append(following)
    return offsets(found[::-1])


def _ends(decode: Decode, context: Sequence[int], ids: Sequence[int], text: str) -> list[int]:
    """Length of the text after each token; decodes from a little before the last place where the text was whole."""
    everything = [*context, *ids]
    base, anchor, reached = 0, len(context), 0
    before = decode(everything[:anchor])
    ends: list[int] = []
    for stop in range(len(context) + 1, len(everything) + 1):
        grown = decode(everything[base:stop])[len(before) :]
        same = _common(grown, text[reached:])
        ends.append(max(reached + same, ends[-1] if ends else 0))
        if stop - anchor >= _AT_ONCE and same == len(grown):
            base, anchor, reached = stop - _CONTEXT, stop, reached + same
            before = decode(everything[base:anchor])
    return ends


def _common(one: str, other: str) -> int:
    """Length of what two texts begin with alike."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in alike)
