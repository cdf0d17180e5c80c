"""Chinese and Latin text brought together: a space between the two, none beside full-width marks.

What is brought in, such as the name of a lane, a class or a file, is never changed itself.
"""

import re
from collections.abc import Iterable
from string import Formatter
from typing import Final

from granview.report.verdict.words import Named

_CJK: Final = r"\u4e00-\u9fff"
_FULL: Final = r"\u3001\u3002\uff00-\uffef\u201c\u201d"
_BESIDE_MARK: Final = re.compile(rf" +(?=[{_FULL}])|(?<=[{_FULL}]) +|(?<=[{_CJK}]) +(?=[{_CJK}])")
_TOGETHER: Final = re.compile(rf"(?<=[{_CJK}])(?=[A-Za-z0-9+−])|(?<=[A-Za-z0-9%])(?=[{_CJK}])")


def tidy(text: str) -> str:
    """One space between Chinese and Latin letters or digits; none beside full-width marks, or between Chinese ones."""
    return _BESIDE_MARK.sub("", _TOGETHER.sub(" ", text))


def filled(template: str, values: Named) -> str:
    """A Chinese text with its values; only the template's own words are tidied."""
    text, is_own_end = "", True
    for piece, is_own in _pieces(template, values):
        if not piece:
            continue
        left = text.rstrip(" ") if is_own_end and text else text
        right = piece.lstrip(" ") if is_own and text else piece
        had_space = len(left) < len(text) or len(right) < len(piece)
        text = left + _between(left, right, had_space) + right
        is_own_end = is_own
    return text


def _pieces(template: str, values: Named) -> Iterable[tuple[str, bool]]:
    """Words of the template (True), values."""
    for literal, name, form, _ in Formatter().parse(template):
        yield tidy(literal), True
        if name is not None:
            yield format(values[name], form or ""), False


def _between(left: str, right: str, had_space: bool) -> str:
    """What stands between two pieces, by the characters that meet."""
    if not left or not right:
        return " " if had_space else ""
    pair = f"{left[-1]}{' ' if had_space else ''}{right[0]}"
    return tidy(pair)[1:-1]
