"""CoNLL files: a token per line with its tag in the last column, an empty line between sentences.

Sang and De Meulder, "Introduction to the CoNLL-2003 Shared Task" (2003). Lines of a document's start (``-DOCSTART-``)
and comments (``#``) are no tokens.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.limits import MAX_RECORD_CHARS, TOO_LONG
from granview.io.datasets.line_file import LineFile
from granview.io.datasets.row_items import DamagedRecord, FileRemark, Item, Row
from granview.io.datasets.tag_schemes import Scheme, is_tag, scheme_of

Sentence = list[list[str]]
"""The columns of each token."""

_SNIFF_LINES: Final = 200
_SCHEME_SENTENCES: Final = 2000
_HINT: Final = "Write a token per line with its tag last, such as 'Bonn B-LOC', and an empty line between sentences."


def is_conll(head: str) -> bool:
    """Whether a text's beginning is CoNLL: every line has several columns with a tag last, one of them an entity's."""
    lines = [line for line in head.split("\n")[:_SNIFF_LINES] if _is_content(line)]
    lines = lines[:-1] if len(lines) > 1 else lines
    columns = [line.split() for line in lines]
    tags = [parts[-1] for parts in columns if len(parts) > 1]
    return bool(tags) and len(tags) == len(lines) and all(map(is_tag, tags)) and any("-" in tag for tag in tags)


def read_conll(path: Path) -> Iterator[Item]:
    """A row for each sentence, with ``tokens`` and ``tags``; files without tags have none.

    A scheme other than IOB2 is said.

    Raises:
        InputError: it holds no sentence.
    """
    lines = LineFile(path)
    yield from map(FileRemark, lines.notices)
    scheme = scheme_in(lines)
    if scheme != "IOB2":
        yield FileRemark(f"{path.name} was read as {scheme}, by its tags.")
    count = 0
    for count, sentence in enumerate(_sentences(lines), 1):
        yield _row(count - 1, sentence)
    if count == 0:
        raise InputError(f"{path.name} holds no sentences.", _HINT)
    yield from map(FileRemark, lines.damage)


def scheme_in(lines: Iterable[str]) -> Scheme:
    """The scheme of a file's tags, from its first sentences."""
    rows = (_row(0, sentence) for sentence in islice(_sentences(lines), _SCHEME_SENTENCES))
    return scheme_of(row.values["tags"] for row in rows if isinstance(row, Row) and "tags" in row.values)


def _sentences(lines: Iterable[str]) -> Iterator[Sentence | None]:
    """The columns of each token, sentence by sentence; None for one that is too long to be a record."""
    sentence: Sentence = []
    chars = 0
    for line in lines:
        if _is_content(line):
            chars += len(line)
            sentence = [*sentence[:1]] if chars > MAX_RECORD_CHARS else sentence
            sentence.append([] if chars > MAX_RECORD_CHARS else _columns(line))
        elif sentence and not line.strip():
            yield None if chars > MAX_RECORD_CHARS else sentence
            sentence, chars = [], 0
    if sentence:
        yield None if chars > MAX_RECORD_CHARS else sentence


def _columns(line: str) -> list[str]:
    """Separated by tabs where there are any, else by white space: only then may a token hold no-break spaces."""
    stripped = line.strip(" \r\n\t")
    return stripped.split("\t") if "\t" in stripped else stripped.split()


def _is_content(line: str) -> bool:
    if line.startswith("-DOCSTART-") or not line.strip():
        return False
    return not line.startswith("#") or is_tag(line.rsplit(maxsplit=1)[-1])


def _row(index: int, sentence: Sentence | None) -> Item:
    if sentence is None:
        return DamagedRecord(index + 1, TOO_LONG)
    tokens = [columns[0] for columns in sentence]
    if all(len(columns) == 1 for columns in sentence):
        return Row(index, index + 1, {"tokens": tokens})
    wrong = next((columns for columns in sentence if len(columns) < 2 or not is_tag(columns[-1])), None)
    if wrong is not None:
        return DamagedRecord(index + 1, f"has a line that does not end in a tag: '{' '.join(wrong)[:60]}'")
    return Row(index, index + 1, {"tokens": tokens, "tags": [columns[-1] for columns in sentence]})
