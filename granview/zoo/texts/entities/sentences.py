"""Texts of one to three sentences with exact spans, in normal case or without case cues."""

import re
from random import Random

from granview.zoo.texts.entities.contexts import ASIDES, PLAIN, SENTENCES, SUBJECTS
from granview.zoo.texts.entities.names import LABELS, make_name
from granview.zoo.texts.sample import EntityText, Span
from granview.zoo.texts.split import Split, split_of_seed

LOWER_SHARE, UPPER_SHARE = 0.2, 0.05
"""Share of texts in lower case and in upper case."""
TAGS = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))
"""Tags of the BIO scheme (Ramshaw and Marcus, 1995; IOB2)."""
_SLOT = re.compile(r"\{(\w+)\}")
_ARTICLE = {"PRODUCT": "The "}


def _subject_sentence(rng: Random) -> str:
    """A name, now and then an aside, and the predicate that tells its type."""
    label = rng.choice(LABELS)
    aside = f", {rng.choice(ASIDES)}," if rng.random() < 0.4 else ""
    return f"{_ARTICLE.get(label, '')}{{{label}}}{aside} {rng.choice(SUBJECTS[label])}."


def _template(rng: Random) -> str:
    """One sentence with slots."""
    draw = rng.random()
    if draw < 0.1:
        return rng.choice(PLAIN)
    return _subject_sentence(rng) if draw < 0.6 else rng.choice(SENTENCES)


def _fill(rng: Random, split: Split, template: str) -> EntityText:
    """Fills the slots and notes where the names stand."""
    text, spans, last = "", [], 0
    for slot in _SLOT.finditer(template):
        text, last = text + template[last : slot.start()], slot.end()
        if slot[1] == "number":
            text += str(rng.randint(2, 900))
            continue
        label = "DATE" if slot[1] == "WHEN" else slot[1]
        name = make_name(rng, split, label)
        if slot[1] == "WHEN" or (label != "DATE" and not text.lower().endswith("the ")):
            text += name.before
        spans.append(Span(len(text), len(text) + len(name.text), label))
        text += name.text
    text = (text + template[last:]).replace("..", ".")
    return EntityText(text[:1].upper() + text[1:], tuple(spans))


def _joined(sentences: list[EntityText]) -> EntityText:
    """The sentences one after the other."""
    text, spans = "", []
    for sentence in sentences:
        text += " " if text else ""
        spans += [Span(span.start + len(text), span.end + len(text), span.label) for span in sentence.spans]
        text += sentence.text
    return EntityText(text, tuple(spans))


def make_entities(seed: int) -> EntityText:
    """The text of a seed; its split decides the names."""
    rng, split = Random(seed), split_of_seed(seed)
    count = rng.choice((1, 1, 1, 2, 2, 3))
    sample = _joined([_fill(rng, split, _template(rng)) for _ in range(count)])
    draw = rng.random()
    if draw < LOWER_SHARE:
        return EntityText(sample.text.lower(), sample.spans)
    return EntityText(sample.text.upper(), sample.spans) if draw < LOWER_SHARE + UPPER_SHARE else sample
