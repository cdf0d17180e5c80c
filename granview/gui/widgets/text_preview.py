"""The beginning of a text, made fit for a line of a list or a tool tip."""

import re
from html import escape
from typing import Final
from unicodedata import bidirectional

from PySide6.QtCore import Qt

from granview.core.text import TextInput, from_utf8

LINE_CHARS: Final = 240
_UNFIT: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_UNFIT_BUT_LINES: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
_MAX_UTF8: Final = 4


def one_line(text: str, n_chars: int = LINE_CHARS) -> str:
    """The first words of a text in one line; what no line can show, such as NUL, stands as U+FFFD."""
    beginning = text[: 4 * n_chars]
    line = " ".join(beginning.split())[:n_chars]
    return _UNFIT.sub("\ufffd", line)


def preview_of(text_input: TextInput, n_chars: int = LINE_CHARS) -> str:
    """The first words of what a model is given: of the question where there is one, of both texts of a pair."""
    parts = (text_input.question_utf8, text_input.utf8, text_input.pair_utf8)
    return one_line(" · ".join(_decoded(part, n_chars) for part in parts if part is not None), n_chars)


def searchable(text_input: TextInput, n_chars: int) -> str:
    """The first characters of each part, in which a search may look."""
    return "\n".join(
        _decoded(p, n_chars) for p in (text_input.utf8, text_input.pair_utf8, text_input.question_utf8) if p is not None
    )


def as_tip(text: str) -> str:
    """A text as a tool tip that shows it as it is: never taken for markup, and broken into lines."""
    return f"<div style='white-space: pre-wrap'>{escape(_UNFIT_BUT_LINES.sub(chr(0xFFFD), text))}</div>"


def direction_of(text: str) -> Qt.TextFlag:
    """The flag that draws a line in the direction of its first letter that has one, whatever the window's is."""
    letter = _LETTER.search(text)
    is_rtl = letter is not None and bidirectional(letter[0]) in _RIGHT_TO_LEFT
    return Qt.TextFlag.TextForceRightToLeft if is_rtl else Qt.TextFlag.TextForceLeftToRight


def _decoded(utf8: bytes, n_chars: int) -> str:
    """At most so many characters, without decoding the rest."""
    if len(utf8) <= _MAX_UTF8 * n_chars:
        return from_utf8(utf8)[:n_chars]
    return utf8[: _MAX_UTF8 * n_chars].decode("utf-8", "ignore")[:n_chars]
