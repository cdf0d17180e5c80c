"""Characters that are not seen themselves: controls, and those that set the direction of what follows.

A direction that is not ended runs on over whatever is written beside a name (Unicode Standard Annex 9; Boucher and
Anderson, "Trojan Source", 2021). In names it is shown; in texts that are kept as data it is ended where they end.
"""

from typing import Final

PICTURES: Final = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
"""C0 controls with the characters that picture them; tabs and line ends stay."""

_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"
_ENDS: Final = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", _POP_EMBEDDING),
    **dict.fromkeys("\u2066\u2067\u2068", _POP_ISOLATE),
}
"""By what begins a direction, what ends it: embeddings and overrides, then isolates."""

DIRECTIONS: Final = (*_ENDS, _POP_EMBEDDING, _POP_ISOLATE)
"""All that begin or end a direction; marks that are letters without a width (U+200E, U+200F) move nothing else."""

_PARAGRAPH_ENDS: Final = frozenset("\n\r\u001c\u001d\u001e\u0085\u2029")
_NAMED: Final = PICTURES | {ord(each): f"[U+{ord(each):04X}]" for each in DIRECTIONS}


def with_controls_shown(text: str) -> str:
    """A name with its controls as pictures, and what sets a direction by its code point: ``[U+202E]``."""
    return text if text.isascii() and text.isprintable() else text.translate(_NAMED)


def with_directions_ended(text: str) -> str:
    """A text in which no direction runs on past its end; all that was in it stays, and most texts are as they were."""
    if text.isascii() or not any(each in text for each in _ENDS):
        return text
    pending: list[str] = []
    for character in text:
        if character in _PARAGRAPH_ENDS:
            pending.clear()
        elif character in _ENDS:
            pending.append(_ENDS[character])
        elif character in (_POP_EMBEDDING, _POP_ISOLATE):
            _end(pending, character)
    return text + "".join(reversed(pending))


def _end(pending: list[str], character: str) -> None:
    """What an end ends: an isolate with all within it; an embedding only where none but it was begun last."""
    if character == _POP_ISOLATE and _POP_ISOLATE in pending:
        last = len(pending) - 1 - pending[::-1].index(_POP_ISOLATE)
        del pending[last:]
    elif pending and pending[-1] == character:
        pending.pop()
