"""CoNLL-U files, taken apart by ``conllu``: words with UPOS and XPOS, and entities where MISC has them.

See https://universaldependencies.org/format.html. Words are joined by single spaces, as those of CoNLL files are. A
part of speech stands as ``I-NOUN``: neighbours of one part are one span, as models without prefixes are read too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.limits import MAX_RECORD_CHARS, TOO_LONG
from granview.io.datasets.line_file import LineFile
from granview.io.datasets.row_items import DamagedRecord, FileRemark, Item, Row
from granview.io.datasets.tag_schemes import is_tag
from granview.io.leftovers import counted

_HINT: Final = "Write ten columns, separated by tabs, and an empty line between sentences."
_COLUMNS: Final = 10
_OUTSIDE: Final = "O"
_NER: Final = ("NER", "ner", "Ner", "NE", "ne")
"""Under which names MISC has tags of entities."""


def read_conll_u(path: Path) -> Iterator[Item]:
    """A row for each sentence: ``tokens``, ``upos``, ``xpos``, and ``ner`` and ``id`` where the file has them.

    Raises:
        InputError: it holds no sentence.
    """
    lines = LineFile(path)
    yield from map(FileRemark, lines.notices)
    left: Counter[str] = Counter()
    index = -1
    for index, (place, sentence) in enumerate(_sentences(lines)):
        if sum(map(len, sentence)) > MAX_RECORD_CHARS:
            yield DamagedRecord(index + 1, TOO_LONG)
            continue
        yield _row(index, place, sentence, left)
    if index < 0:
        raise InputError(f"{path.name} holds no sentences.", _HINT)
    yield from map(FileRemark, _words(path, left))
    yield from map(FileRemark, lines.damage)


def _sentences(lines: LineFile) -> Iterator[tuple[int, list[str]]]:
    """The lines of each sentence, with the number of the first; comments alone are none."""
    sentence: list[str] = []
    first = chars = 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            first = first if sentence else number
            chars += len(line)
            if chars <= MAX_RECORD_CHARS or len(sentence) < 2:
                sentence.append(line)
            continue
        if any(not each.startswith("#") for each in sentence):
            yield first, sentence
        sentence, chars = [], 0
    if any(not each.startswith("#") for each in sentence):
        yield first, sentence


def _row(index: int, first: int, lines: list[str], left: Counter[str]) -> Item:
    import conllu

    for number, line in enumerate(lines, first):
        if not line.startswith("#") and line.count("\t") != _COLUMNS - 1:
            return DamagedRecord(index + 1, f"has {line.count(chr(9)) + 1} columns, not ten, in line {number}")
    try:
        (sentence,) = conllu.parse("".join(lines).rstrip("\r\n") + "\n\n")
    except (conllu.exceptions.ParseException, ValueError, KeyError) as error:
        return DamagedRecord(index + 1, f"is no sentence of CoNLL-U: {str(error).splitlines()[0][:80]}")
    words = [token for token in sentence if isinstance(token["id"], int)]
    left["multiword tokens"] += sum(isinstance(token["id"], tuple) and token["id"][1] == "-" for token in sentence)
    left["empty nodes"] += sum(isinstance(token["id"], tuple) and token["id"][1] == "." for token in sentence)
    if not words:
        return DamagedRecord(index + 1, "has no words")
    return Row(index, index + 1, _values(words, sentence.metadata))


def _values(words: Sequence[Mapping[str, Any]], metadata: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {"tokens": [str(word["form"]) for word in words]}
    entities = [_entity(word) for word in words]
    if any(tag is not None for tag in entities):
        values["ner"] = [tag or _OUTSIDE for tag in entities]
    for column in ("upos", "xpos"):
        parts = [word.get(column) for word in words]
        if any(part not in (None, "_") for part in parts):
            values[column] = [_OUTSIDE if part in (None, "_") else f"I-{part}" for part in parts]
    if metadata.get("sent_id"):
        values["id"] = str(metadata["sent_id"])
    return values


def _entity(word: Mapping[str, Any]) -> str | None:
    """The tag of a word's entity in MISC; None where that says nothing of it."""
    misc = word.get("misc")
    tag = next((misc[name] for name in _NER if misc.get(name)), None) if isinstance(misc, Mapping) else None
    if tag is None:
        return None
    return str(tag) if is_tag(str(tag)) else f"I-{tag}"


def _words(path: Path, left: Counter[str]) -> Iterator[str]:
    if n := left["multiword tokens"]:
        yield f"{path.name}: {counted('multiword tokens', n)} read as the words of which they are made."
    if n := left["empty nodes"]:
        yield f"{path.name}: {counted('empty nodes', n)} left out: they stand for no word of the text."
