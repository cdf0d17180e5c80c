"""brat's stand-off annotations: which lines of an ``.ann`` file are entities, and what else is in it.

See https://brat.nlplab.org/standoff.html. An entity of several parts is taken from the first of them to the last, since
entities here are one span each.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.errors import InputError
from granview.core.text import Span

_ENTITY: Final = re.compile(r"T\S+\t(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)\t(.*)")
_OTHERS: Final = {
    "R": "relations",
    "*": "relations",
    "E": "events",
    "A": "attributes",
    "M": "attributes",
    "N": "normalizations",
    "#": "notes",
}


@dataclass(frozen=True)
class BratFile:
    """What a file says of its text.

    Attributes:
        entities: In the order of the text.
        n_parted: How many of them have several parts.
        others: How many lines are of each other sort.
        doubled: Identifiers that several entities have; all of these are read.
    """

    entities: tuple[Span, ...]
    n_parted: int
    others: Counter[str]
    doubled: tuple[str, ...] = ()


def brat_entities(name: str, lines: Sequence[str], text: str) -> BratFile:
    """What the lines of a file say of a text.

    Args:
        name: The file's name, for errors.
        lines: Its lines.
        text: The text.

    Raises:
        InputError: an entity is not written as brat writes it, or does not fit the text.
    """
    spans: list[Span] = []
    n_parted = 0
    others: Counter[str] = Counter()
    for line in lines:
        if not line.startswith("T"):
            others.update(filter(None, [_OTHERS.get(line[:1])]))
            continue
        span, is_parted = _entity(name, line, text)
        spans.append(span)
        n_parted += is_parted
    in_order = tuple(sorted(spans, key=lambda span: (span.start, span.end)))
    return BratFile(in_order, n_parted, others, doubled_ids(lines))


def doubled_ids(lines: Iterable[str]) -> tuple[str, ...]:
    """The identifiers that several entities have."""
    counts = Counter(line.partition("\t")[0] for line in lines if _ENTITY.fullmatch(line))
    return tuple(name for name, n in counts.items() if n > 1)


def sorts_of(lines: Iterable[str]) -> tuple[Counter[str], dict[str, None], int]:
    """What lines are, without their text: other sorts by count, types of entities, and how many have several parts."""
    others: Counter[str] = Counter()
    types: dict[str, None] = {}
    n_parted = 0
    for line in lines:
        match = _ENTITY.fullmatch(line)
        if match is not None:
            types[match[1]] = None
            n_parted += ";" in match[2]
        else:
            others.update(filter(None, [_OTHERS.get(line[:1])]))
    return others, types, n_parted


def is_brat(lines: Iterable[str]) -> bool:
    """Whether all lines that are not empty are such as brat writes."""
    return all(_ENTITY.fullmatch(line) or (line[:1] in _OTHERS and "\t" in line) for line in lines if line.strip())


def _entity(name: str, line: str, text: str) -> tuple[Span, bool]:
    match = _ENTITY.fullmatch(line)
    if match is None:
        raise InputError(f"{name} has an entity that is not written as brat does: {line[:60]}.", "It is not used.")
    parts = [tuple(map(int, part.split())) for part in match[2].split(";")]
    covered = " ".join(text[start:end] for start, end in parts)
    is_right = all(0 <= start < end <= len(text) for start, end in parts)
    if not is_right or " ".join(covered.split()) != " ".join(match[3].split()):
        raise InputError(f"{name} does not fit its text: {line[:60]}.", "It is not used.")
    start, end = min(part[0] for part in parts), max(part[1] for part in parts)
    return Span(start, end, match[1]), len(parts) > 1
