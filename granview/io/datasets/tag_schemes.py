"""Tags of tokens to entities in the text: IOB1, IOB2, BIOES and BILOU, which differ in where an entity begins and ends.

Ramshaw and Marcus, "Text Chunking using Transformation-Based Learning" (1995), for IOB1; Ratinov and Roth, "Design
Challenges and Misconceptions in Named Entity Recognition" (2009), for BILOU. One rule reads all of them, as CoNLL's own
evaluation script does: an entity begins at B, S and U, and at any other tag that cannot go on with the one before.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from granview.core.errors import InputError
from granview.core.text import Span

Scheme = Literal["IOB1", "IOB2", "BIOES", "BILOU", "a mixture of IOB1 and IOB2"]

_TAG: Final = re.compile(r"O|([BIESLUM])-(.+)", re.DOTALL)
_BEGINS: Final = frozenset("BSU")
_ENDS: Final = frozenset("ESLU")


def is_tag(text: str) -> bool:
    """Whether a word is a tag of one of the schemes."""
    return _TAG.fullmatch(text) is not None


def join_tokens(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """Tokens joined by single spaces, and where in the text each starts, in code points."""
    starts, position = [], 0
    for token in tokens:
        starts.append(position)
        position += len(token) + 1
    return " ".join(tokens), starts


def entities_of(tags: Sequence[str], tokens: Sequence[str]) -> tuple[Span, ...]:
    """Entities of tagged tokens, with offsets into the tokens joined by single spaces.

    Raises:
        InputError: there are not as many tags as tokens, or one is no tag.
    """
    if len(tags) != len(tokens):
        raise InputError(f"has {len(tokens)} tokens but {len(tags)} tags")
    _, starts = join_tokens(tokens)
    return tuple(Span(starts[first], starts[last] + len(tokens[last]), kind) for first, last, kind in _spans(tags))


def scheme_of(sentences: Iterable[Sequence[str]]) -> Scheme:
    """The scheme of some sentences' tags.

    IOB1 begins an entity with B only where it must be told from one of the same type just before it; IOB2 always does.
    """
    prefixes: set[str] = set()
    needless_b = begun_by_i = False
    for tags in sentences:
        before = "O"
        for tag in tags:
            prefixes.add(tag[0])
            goes_on = before != "O" and before[2:] == tag[2:]
            needless_b |= tag[0] == "B" and not goes_on
            begun_by_i |= tag[0] == "I" and not goes_on
            before = tag
    if prefixes & set("LU"):
        return "BILOU"
    if prefixes & set("ESM"):
        return "BIOES"
    if not begun_by_i:
        return "IOB2"
    return "a mixture of IOB1 and IOB2" if needless_b else "IOB1"


def _spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """First token, last token and type of each entity."""
    found: list[tuple[int, int, str]] = []
    goes_on = ""
    for index, tag in enumerate(tags):
        prefix, kind = _parts(tag)
        if not kind:
            goes_on = ""
            continue
        if prefix in _BEGINS or kind != goes_on:
            found.append((index, index, kind))
        else:
            found[-1] = (found[-1][0], index, kind)
        goes_on = "" if prefix in _ENDS else kind
    return found


def _parts(tag: str) -> tuple[str, str]:
    match = _TAG.fullmatch(tag)
    if match is None:
        raise InputError(f"has '{tag[:40]}', which is no tag such as O or B-PER")
    return match[1] or "", match[2] or ""
