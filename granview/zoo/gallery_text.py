"""Writes the gallery's procedural texts with their references, from seeds that training never saw."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from granview.zoo.config import decode_config
from granview.zoo.texts.entities import make_entities
from granview.zoo.texts.requests import MAX_OPERATIONS, make_request
from granview.zoo.texts.requests.cases import make_cases
from granview.zoo.texts.sentiment import MAX_DEPTH, make_sentiment
from granview.zoo.texts.split import Split

MANIFEST = "gallery.json"
FORMAT = "granview-gallery/1"
GENERATED = "generated"
PER_DEPTH, PER_OPERATIONS, ENTITY_TEXTS, CASES = 5, 6, 30, 4
"""Texts per nesting depth and per number of operations, texts with entities, and inputs per expression."""


class GalleryEntry(msgspec.Struct, frozen=True):
    """One file of the gallery.

    Attributes:
        file: The file, relative to the gallery; references stand in it, beside their texts.
        kind: `generated`, `passage`, `questions` or `reviews`.
        task: Hugging Face pipeline tag that it is meant for; empty for a text that any task can read.
        title: What it holds.
        source: Where it comes from.
        licence: The terms under which it may be used.
        author: Who wrote it.
    """

    file: str
    kind: str
    task: str
    title: str
    source: str
    licence: str
    author: str


class Gallery(msgspec.Struct, frozen=True):
    """The gallery's list of contents, `gallery.json`."""

    entries: tuple[GalleryEntry, ...]
    format: str = FORMAT


def read_text_gallery(folder: Path) -> Gallery:
    """Reads `gallery.json`."""
    return decode_config(folder / MANIFEST, Gallery)


def _evenly(make: Callable[[int], Any], grain: Callable[[Any], int], grains: range, each: int) -> list[Any]:
    """The first samples of the gallery's seeds, so many of each of the grains, the plainest first."""
    wanted: dict[int, list[Any]] = {one: [] for one in grains}
    for seed in Split.GALLERY.value:
        sample = make(seed)
        found = wanted.get(grain(sample))
        if found is not None and len(found) < each:
            found.append(sample)
        if all(len(samples) == each for samples in wanted.values()):
            break
    return [sample for one in grains for sample in wanted[one]]


def _sentiment() -> Iterator[dict[str, Any]]:
    samples = _evenly(make_sentiment, lambda sample: int(sample.depth), range(MAX_DEPTH + 1), PER_DEPTH)
    for number, sample in enumerate(samples, start=1):
        yield {"id": f"sentiment-{number:02d}", "text": sample.text, "label": sample.label, "grain": sample.depth}


def _entities() -> Iterator[dict[str, Any]]:
    for number, seed in enumerate(Split.GALLERY.value[:ENTITY_TEXTS], start=1):
        sample = make_entities(seed)
        entities = [{"start": span.start, "end": span.end, "label": span.label} for span in sample.spans]
        yield {"id": f"entities-{number:02d}", "text": sample.text, "entities": entities}


def _code() -> Iterator[dict[str, Any]]:
    """Requests whose expressions have values on all of the inputs that they are tried on."""

    def operations(sample: Any) -> int:
        tried = len(make_cases(0, sample.target, CASES))
        return int(sample.operations) if tried == CASES else 0

    samples = _evenly(make_request, operations, range(1, MAX_OPERATIONS + 1), PER_OPERATIONS)
    for number, sample in enumerate(samples, start=1):
        cases = [
            {"variables": case.variables, "value": case.value} for case in make_cases(number, sample.target, CASES)
        ]
        known = {"target": sample.target, "grain": sample.operations, "cases": cases}
        yield {"id": f"code-{number:02d}", "text": sample.text, **known}


_FILES: dict[str, tuple[Callable[[], Iterator[dict[str, Any]]], str, str]] = {
    "sentiment.jsonl": (_sentiment, "text-classification", "Judgements, from plain to five operators deep"),
    "entities.jsonl": (_entities, "token-classification", "Persons, organisations, places, dates and products"),
    "code.jsonl": (_code, "text2text-generation", "Requests for expressions of one to five operations"),
}


def _entry(file: str) -> GalleryEntry:
    """The manifest's line for one file of procedural texts."""
    first = Split.GALLERY.value.start
    _, task, title = _FILES[file]
    source = f"written by granview.zoo, seeds from {first} on"
    return GalleryEntry(file, GENERATED, task, title, source, "Apache-2.0", "The GranView authors")


def write_texts(folder: Path) -> Gallery:
    """Writes the procedural texts; rewrites `gallery.json` and `SOURCES.md`, keeping the other files' lines."""
    others = [entry for entry in read_text_gallery(folder).entries if entry.kind != GENERATED]
    for file, (rows, _, _) in _FILES.items():
        lines = [msgspec.json.encode(row) + b"\n" for row in rows()]
        (folder / file).write_bytes(b"".join(lines))
    gallery = Gallery((*map(_entry, _FILES), *others))
    (folder / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(gallery), indent=2) + b"\n")
    (folder / "SOURCES.md").write_text(_sources(gallery), encoding="utf-8")
    return gallery


def _sources(gallery: Gallery) -> str:
    """The sources and licences of everything in the gallery, in Markdown."""
    head = (
        "# Sources of the gallery of texts",
        "",
        "The `.jsonl` files are written by `python -m granview.zoo gallery-text`; their references stand beside the",
        "texts, and offsets count Unicode code points. The passages are openings of works whose copyright has expired,",
        "in the spelling of the editions named, without references; `questions.json` asks about them, in the form of",
        "SQuAD 2.0.",
        "",
        "| file | holds | task | author | licence | source |",
        "|---|---|---|---|---|---|",
    )
    cells = (
        (f"`{one.file}`", one.title, one.task or "any", one.author, one.licence, one.source) for one in gallery.entries
    )
    rows = (f"| {' | '.join(row)} |" for row in cells)
    return "\n".join((*head, *rows, ""))
