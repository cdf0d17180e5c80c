"""Texts, predictions made by hand, and grids of them for tests of the text view."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from granview.core.events import LaneState
from granview.core.labels import LabelSet
from granview.core.offsets import offsets
from granview.core.palette import class_colors
from granview.core.predictions.entities import Entities
from granview.core.predictions.generated_text import GeneratedText
from granview.core.text import Span, TextReference
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.model.opened_text import OpenedText
from granview.gui.presenters.text_content import TextContent

TYPES = LabelSet(("PER", "ORG", "LOC"), class_colors(("PER", "ORG", "LOC")), None)
_TAGS = ("O", *(f"{prefix}-{name}" for name in TYPES.names for prefix in "BI"))
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORDS = [
    "the",
    "quick",
    "harbour",
    "of",
    "Lisbon",
    "and",
    "Anna",
    "Berg",
    "met",
    "Acme",
    "Works",
    "near",
    "a",
    "quiet",
    "river",
    "while",
    "rain",
    "fell",
    "softly",
]


def spans_of(text: str, *named: tuple[str, str]) -> tuple[Span, ...]:
    """Where words stand in a text, each looked for after the one before."""
    found, at = [], 0
    for words, label in named:
        start = text.index(words, at)
        at = start + len(words)
        found.append(Span(start, at, label))
    return tuple(found)


def entities(text: str, spans: Sequence[Span], confidence: float = 0.9) -> Entities:
    """The prediction that names these spans, with words as tokens."""
    tokens = offsets([match.span() for match in _TOKEN.finditer(text)])
    tags = np.zeros(len(tokens), np.uint16)
    for span in spans:
        inside = (tokens[:, 0] >= span.start) & (tokens[:, 1] <= span.end)
        tags[inside] = _TAGS.index(f"I-{span.label}")
        tags[np.flatnonzero(inside)[:1]] = _TAGS.index(f"B-{span.label}")
    types = np.array([TYPES.index(span.label) for span in spans], np.uint16)
    scores = np.full(len(spans), confidence, np.float32)
    sure = np.full(len(tokens), confidence, np.float32)
    return Entities(tokens, tags, sure, _TAGS, offsets([(s.start, s.end) for s in spans]), types, scores)


def written(text: str, confidence: Sequence[float] | None = None, stopped: str = "end") -> GeneratedText:
    """A generated text with words as tokens."""
    tokens = offsets([match.span() for match in re.finditer(r"\s*\S+", text)])
    sure = np.array(confidence if confidence is not None else [0.9] * len(tokens), np.float32)
    return GeneratedText(text, tokens, sure, stopped)


def text_lane(key: str, opened: OpenedText | None, prediction: Any = None, **others: Any) -> TextContent:
    """A lane's content, idle, with the entity types of ``TYPES``."""
    others = {"state": LaneState.IDLE, "labels": TYPES, **others}
    return TextContent(key, key, opened=opened, prediction=prediction, **others)


def text_reference(opened: OpenedText, reference: TextReference, **others: Any) -> TextContent:
    """The reference's content."""
    others = {"labels": TYPES, **others}
    return TextContent(REFERENCE_KEY, "Reference", opened=opened, reference=reference, is_reference=True, **others)


def entity_reference(opened: OpenedText, spans: Sequence[Span]) -> TextContent:
    """A reference of entities."""
    return text_reference(opened, TextReference(entities=tuple(spans)))


def entity_lane(key: str, opened: OpenedText, spans: Sequence[Span], seed: int = 0) -> TextContent:
    """A lane that names most of these spans, each tenth one wrongly or not at all."""
    generator = np.random.default_rng(seed)
    luck = generator.random(len(spans))
    kept = [span for span, drawn in zip(spans, luck, strict=True) if drawn > 0.05]
    said = [Span(s.start, s.end, "LOC") if at % 20 == 0 else s for at, s in enumerate(kept)]
    prediction = entities(opened.text, said)
    sure = generator.random(len(prediction.tokens)).astype(np.float32)
    shaded = Entities(
        prediction.tokens, prediction.tags, sure, prediction.tag_names, prediction.spans, prediction.types,
        prediction.scores,
    )  # fmt: skip
    return text_lane(key, opened, shaded, reference=TextReference(entities=tuple(spans)))


def long_text(length: int, n_spans: int) -> tuple[OpenedText, tuple[Span, ...]]:
    """Paragraphs of English words, with spans of one to three words spread evenly over them."""
    generator = np.random.default_rng(0)
    words = generator.choice(_WORDS, length // 5).tolist()
    breaks = set(generator.choice(len(words), length // 400, replace=False).tolist())
    text = "".join(f"{word}\n" if place in breaks else f"{word} " for place, word in enumerate(words))[:length]
    tokens = np.array([match.span() for match in _TOKEN.finditer(text)])
    first = np.linspace(0, len(tokens) - 4, n_spans).astype(int)
    lengths = generator.integers(0, 3, n_spans)
    labels = generator.integers(0, len(TYPES), n_spans)
    spans = tuple(
        Span(int(tokens[at, 0]), int(tokens[at + more, 1]), TYPES.names[label])
        for at, more, label in zip(first, lengths, labels, strict=True)
    )
    return OpenedText(text), spans
