"""Texts of one to three clauses: plain judgements, contrast, sums, and aspects against the whole."""

from collections.abc import Callable, Sequence
from random import Random

from granview.zoo.texts.sample import LabelledText
from granview.zoo.texts.sentiment import lexicon
from granview.zoo.texts.sentiment.clauses import Clause, make_clause
from granview.zoo.texts.sentiment.operators import LABELS, clip, label_of
from granview.zoo.texts.split import Split, split_of_seed

MAX_DEPTH = 5
_DISTRACTOR_MAX_DEPTH = 2


def _other(rng: Random, split: Split, depth: int) -> Clause:
    """A clause that stands beside the deciding one, and is nested no deeper."""
    return make_clause(rng, split, rng.randint(0, min(depth, _DISTRACTOR_MAX_DEPTH)))


def _compose(form: str, clauses: Sequence[Clause], value: int, depth: int) -> Clause:
    """Puts clauses where the form has braces; the first letter and the first after a full stop become capitals."""
    text, parts = "", []
    for literal, clause in zip(form.split("{}"), (*clauses, None), strict=True):
        text += literal
        if clause is not None:
            begins = not text or text.endswith(". ")
            parts += [(len(text) + start, judgement) for start, judgement in clause.parts]
            text += _capital(clause.text) if begins else clause.text
    return Clause(_capital(text), value, depth, tuple(parts))


def _capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _plain(rng: Random, split: Split, depth: int) -> Clause:
    """One clause."""
    clause = make_clause(rng, split, depth)
    return _compose("{}.", (clause,), clause.value, depth)


def _contrast(rng: Random, split: Split, depth: int) -> Clause:
    """Two clauses of which the main one decides: what follows "but", and what "although" does not introduce."""
    main, other = make_clause(rng, split, depth - 1), _other(rng, split, depth - 1)
    if rng.random() < 0.5:
        return _compose(rng.choice(lexicon.MAIN_LAST), (other, main), main.value, depth)
    return _compose(rng.choice(lexicon.MAIN_FIRST), (main, other), main.value, depth)


def _sum(rng: Random, split: Split, depth: int) -> Clause:
    """Two clauses joined by "and", whose judgements add up."""
    pair = [make_clause(rng, split, depth - 1), _other(rng, split, depth - 1)]
    rng.shuffle(pair)
    return _compose("{}, and {}.", pair, clip(pair[0].value + pair[1].value), depth)


def _overall(rng: Random, split: Split, depth: int) -> Clause:
    """One or two aspects, and a summing up that decides, wherever it stands."""
    whole = make_clause(rng, split, depth - 1)
    aspects = [_other(rng, split, depth - 1) for _ in range(rng.randint(1, 2))]
    summary = _capital(rng.choice(lexicon.SUMMARIES)) + ", {}."
    forms, clauses = ["{}."] * len(aspects) + [summary], [*aspects, whole]
    if rng.random() < 0.4:
        forms, clauses = forms[::-1], clauses[::-1]
    return _compose(" ".join(forms), clauses, whole.value, depth)


_FORMS: tuple[Callable[[Random, Split, int], Clause], ...] = (_plain, _plain, _contrast, _contrast, _sum, _overall)


def depth_of(seed: int) -> int:
    """The depth of a seed's text, without making it."""
    return Random(seed).randint(0, MAX_DEPTH)


def make_sentiment(seed: int) -> LabelledText:
    """The text of a seed; its split decides the words. Depths 0 to 5 and the three labels are equally frequent."""
    rng, split = Random(seed), split_of_seed(seed)
    depth, label = rng.randint(0, MAX_DEPTH), rng.choice(LABELS)
    while True:
        form = _plain if depth == 0 else rng.choice(_FORMS)
        clause = form(rng, split, depth)
        if label_of(clause.value) == label:
            return LabelledText(clause.text, label, depth, clause.parts)
