"""Verdicts for a terminal: sentences folded to its width, Chinese ones by how wide they are."""

import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from granview.report.verdict.facts import VerdictFacts
from granview.report.verdict.language import Language
from granview.report.verdict.passage import passage_of, short_form
from granview.report.verdict.plain_text import plain_text

_WIDEST: Final = 100
_NO_BREAK_BEFORE: Final = frozenset("，。；：、）”！？")
_NO_BREAK_AFTER: Final = frozenset("（“")


def full_text(verdicts: Sequence[VerdictFacts], language: Language) -> str:
    """The whole passages, one after the other, each under its task where there are several."""
    texts = [plain_text(passage_of(facts, language)) for facts in verdicts]
    if len(texts) > 1:
        texts = [f"{facts.task_title}\n\n{text}" for facts, text in zip(verdicts, texts, strict=True)]
    return "\n\n".join(folded(text) for text in texts)


def short_lines(verdicts: Sequence[VerdictFacts], language: Language) -> list[str]:
    """The short forms, under the word for a verdict; nothing without two lanes of one task."""
    sentences = [sentence for facts in verdicts for sentence in short_form(facts, language)]
    return (
        [f"\n{language.headings.verdict}{language.headings.colon.rstrip()}", *map(folded, sentences)]
        if sentences
        else []
    )


def folded(text: str, width: int | None = None) -> str:
    """Text whose lines are no wider than the terminal; lines of lists are folded below their text."""
    room = min(shutil.get_terminal_size().columns, _WIDEST) if width is None else width
    return "\n".join(part for line in text.split("\n") for part in _folded_line(line, room))


def _folded_line(line: str, room: int) -> Iterator[str]:
    body = line.lstrip(" ")
    indent = len(line) - len(body) + (2 if body.startswith("- ") else 0)
    current = line[: len(line) - len(body)]
    for piece in _pieces(body):
        is_first = not current.strip()
        if not is_first and _columns(current) + _columns(piece.rstrip()) > room:
            yield current.rstrip()
            current = " " * indent + piece.lstrip()
        else:
            current += piece
    yield current.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """What may not be broken: words with the space after them, and wide characters one by one."""
    piece = ""
    for before, char in zip(" " + text, text, strict=False):
        is_between = (_is_wide(before) or _is_wide(char)) and before not in _NO_BREAK_AFTER
        can_break = before == " " or (is_between and char not in _NO_BREAK_BEFORE and char != " ")
        if piece and can_break:
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


def _columns(text: str) -> int:
    return sum(2 if _is_wide(char) else 1 for char in text)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")
