"""Slices as people type them: ``class=car|bus, grain<8, unet-small is wrong, mark is not reference is wrong``.

Conditions are joined by commas or ``and``; each is a column, a comparison and what it is compared with, or a range such
as ``4<=grain<8``. Several values are joined by ``|`` or ``or``. What holds one of these signs or words stands in
quotation marks, and a quotation mark within them twice. ``typed`` writes a slice so that it is read as the same one.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
import numpy as np

from granview.core.errors import ArgumentError
from granview.core.slices import Condition, Slice, is_just_above

HINT: Final = (
    'Write conditions such as class=car|bus, class!=road, grain<8, 4<=grain<8 or "unet-small" is wrong, '
    "and join them by commas."
)
_MOST_CHARACTERS: Final = 10_000
_TOKEN: Final = re.compile(r'\s*(?:"((?:[^"]|"")*)"|(<=|>=|!=|[≤≥≠<>=,|])|([^\s"≤≥≠<>=!,|]+))')
_WRITTEN: Final = {"≤": "<=", "≥": ">=", "≠": "!="}
"""Signs as they are printed, and as they are typed."""

_TURNED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_WORDS: Final = frozenset({"is", "not", "or", "and"})
_PLAIN: Final = re.compile(r'[^\s"≤≥≠<>=!,|]+')
_EQUAL: Final = frozenset({"=", "!=", "is", "is not"})


@dataclass(frozen=True)
class _Token:
    text: str
    is_sign: bool = False
    is_quoted: bool = False

    def says(self, *words: str) -> bool:
        """Whether it is one of these signs or words, and not quoted."""
        return not self.is_quoted and self.text in words


def parsed_slice(text: str) -> Slice:
    """The slice that a text asks for; an empty text asks for everything.

    Raises:
        ArgumentError: it cannot be read; the message quotes the part that cannot.
    """
    if len(text) > _MOST_CHARACTERS:
        raise ArgumentError(f"A slice has more than {_MOST_CHARACTERS:,} characters.", HINT)
    tokens = _tokens(text)
    if not tokens:
        return Slice()
    return Slice(tuple(_condition(part) for part in _split(tokens, ",", "and")))


def typed(wanted: Slice) -> str:
    """A slice as it is typed, so that ``parsed_slice`` reads the same conditions; ``""`` for everything.

    A lane's name alone means what ``NAME is`` means, which is how a condition on its verdict is written.
    """
    return ", ".join(map(_typed_condition, wanted.conditions))


def _typed_condition(condition: Condition) -> str:
    column = condition.column
    if condition.values:
        verb = "is not" if condition.is_not else "is"
        return f"{_quoted(column.removesuffix(' is'))} {verb} {' or '.join(map(_quoted, condition.values))}"
    no = "not " if condition.is_not else ""
    if condition.low is None and condition.high is None:
        return f"{no}{_quoted(column)} >= -inf"
    low, high = condition.low, condition.high
    least = "" if low is None else f"{_exact(low)} {'<' if is_just_above(low) else '<='} "
    most = "" if high is None else f" {'<=' if is_just_above(high) else '<'} {_exact(high)}"
    return f"{no}{least}{_quoted(column)}{most}"


def _exact(bound: float) -> str:
    """A bound in few digits where these say all of it, or are the number that it is the next one above of."""
    short = f"{bound:g}"
    return short if float(short) == bound or is_just_above(bound) else repr(bound)


def _quoted(name: str) -> str:
    """A name as it is read back: in quotation marks where it holds a sign, a word of the language or odd spaces."""
    words = name.split(" ")
    is_plain = bool(name) and all(_PLAIN.fullmatch(word) and word not in _WORDS for word in words)
    return name if is_plain and not _is_float(name) else '"' + name.replace('"', '""') + '"'


def _is_float(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _tokens(text: str) -> list[_Token]:
    found, at = [], 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ArgumentError(f"The slice cannot be read from here on: {text[at:].strip()}", HINT)
        quoted, sign, word = match.groups()
        text_of = _WRITTEN.get(sign, sign) or word or (quoted or "").replace('""', '"')
        found.append(_Token(text_of, sign is not None, quoted is not None))
        at = match.end()
    return found


def _split(tokens: Sequence[_Token], *words: str) -> list[list[_Token]]:
    parts: list[list[_Token]] = [[]]
    for token in tokens:
        if token.says(*words):
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _condition(tokens: Sequence[_Token]) -> Condition:
    if len(tokens) > 1 and tokens[0].says("not"):
        return msgspec.structs.replace(_condition(tokens[1:]), is_not=True)
    signs = [place for place, token in enumerate(tokens) if token.is_sign and token.text != "|"]
    if len(signs) == 2:
        return _range(tokens, *signs)
    place = signs[0] if signs else next((i for i, token in enumerate(tokens) if i and token.says("is")), None)
    if place is None or len(signs) > 2:
        raise _unreadable(tokens)
    sign, rest = tokens[place].text, tokens[place + 1 :]
    if sign == "is" and rest and rest[0].says("not"):
        sign, rest = "is not", rest[1:]
    if sign in _EQUAL:
        return _values(tokens, _name(tokens, tokens[:place]), rest, is_not=sign in ("!=", "is not"))
    left = tokens[:place]
    if _is_number(left) and not _is_number(rest):
        left, sign, rest = rest, _TURNED[sign], left
    low, high = _bounds(tokens, sign, rest)
    return Condition(_name(tokens, left), low=low, high=high)


def _is_number(part: Sequence[_Token]) -> bool:
    """Whether the number stands here, as in ``8 < grain``; a column that is called by a number is quoted."""
    try:
        return len(part) == 1 and not part[0].is_quoted and not math.isnan(float(part[0].text))
    except ValueError:
        return False


def _values(tokens: Sequence[_Token], column: str, rest: Sequence[_Token], *, is_not: bool) -> Condition:
    return Condition(column, tuple(_name(tokens, part) for part in _split(rest, "|", "or")), is_not=is_not)


def _range(tokens: Sequence[_Token], first: int, second: int) -> Condition:
    """``4<=grain<8``: both signs point the same way."""
    left, right = tokens[first].text, tokens[second].text
    if left not in _TURNED or right not in _TURNED or left[0] != right[0]:
        raise _unreadable(tokens)
    one = _bounds(tokens, _TURNED[left], tokens[:first])
    other = _bounds(tokens, right, tokens[second + 1 :])
    low, high = (a if a is not None else b for a, b in zip(one, other, strict=True))
    return Condition(_name(tokens, tokens[first + 1 : second]), low=low, high=high)


def _bounds(tokens: Sequence[_Token], sign: str, number: Sequence[_Token]) -> tuple[float | None, float | None]:
    """The least number in the range, and that which ends it: a bound that is excluded below is the next number."""
    try:
        value = float(_name(tokens, number))
    except ValueError:
        raise ArgumentError(f"'{_shown(number)}' in '{_shown(tokens)}' is no number.", HINT) from None
    if math.isnan(value):
        raise ArgumentError(f"'{_shown(number)}' in '{_shown(tokens)}' is no number.", HINT)
    with np.errstate(over="ignore"):
        above = float(np.nextafter(np.float32(value), np.float32(np.inf)))
    return {"<": (None, value), "<=": (None, above), ">": (above, None), ">=": (value, None)}[sign]


def _name(tokens: Sequence[_Token], part: Sequence[_Token]) -> str:
    if not part or any(token.is_sign for token in part):
        raise _unreadable(tokens)
    return " ".join(token.text for token in part)


def _unreadable(tokens: Sequence[_Token]) -> ArgumentError:
    words = _shown(tokens)
    return ArgumentError(f"'{words}' is no condition." if words else "There is an empty condition.", HINT)


def _shown(tokens: Sequence[_Token]) -> str:
    return " ".join(f'"{token.text}"' if token.is_quoted else token.text for token in tokens)
