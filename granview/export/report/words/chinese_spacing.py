"""Chinese and Latin text brought together: a space between the two, none beside full-width marks.

What is brought in, such as the name of a file, is never changed itself.
"""

from collections.abc import Iterable
from string import Formatter

from granview.report.verdict.chinese_places import tidy


def filled(template: str, values: dict[str, object]) -> str:
    """A Chinese text with its values."""
    return spaced(piece for piece in _pieces(template, values))


def spaced(pieces: Iterable[tuple[str, bool]]) -> str:
    """Pieces one after the other; only those that are the program's own words (True) lose spaces."""
    text, is_own_end = "", True
    for piece, is_own in pieces:
        if not piece:
            continue
        left = text.rstrip(" ") if is_own_end and text else text
        right = piece.lstrip(" ") if is_own and text else piece
        had_space = len(left) < len(text) or len(right) < len(piece)
        text = left + _between(left, right, had_space) + right
        is_own_end = is_own
    return text


def _pieces(template: str, values: dict[str, object]) -> Iterable[tuple[str, bool]]:
    for literal, name, *_ in Formatter().parse(template):
        yield tidy(literal), True
        if name is not None:
            yield str(values[name]), False


def _between(left: str, right: str, had_space: bool) -> str:
    """What stands between two pieces, by the characters that meet."""
    if not left or not right:
        return " " if had_space else ""
    pair = f"{left[-1]}{' ' if had_space else ''}{right[0]}"
    return tidy(pair)[1:-1]
