"""One clause that judges one thing, under a chain of nested operators."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from granview.zoo.texts.invented import invented
from granview.zoo.texts.sentiment import lexicon
from granview.zoo.texts.sentiment.operators import Operator
from granview.zoo.texts.split import Split, words_of

FACT_SHARE = 0.4
"""Share of undecorated neutral clauses that state a fact."""
IDLE_SHARE = 0.15
"""Share of clauses with an embedding that changes nothing."""
VERB_SHARE = 0.3
"""Share of judgements that are made by a verb rather than by an adjective."""
INVENTED_SHARE = 0.25
"""Share of things whose names are made up."""
_STRENGTHS = (-2, -2, -1, -1, 0, 1, 1, 2, 2)
_THINGS = {split: words_of(lexicon.THINGS, split) for split in Split}
_PEOPLE = {split: words_of(lexicon.PEOPLE, split) for split in Split}

Piece = tuple[str, int | None]
"""Some words, and the judgement of what begins with them; None where nothing that judges begins."""


@dataclass(frozen=True)
class Clause:
    """A clause without capital or full stop.

    Attributes:
        text: Its words.
        value: Its judgement, -3 to 3.
        depth: Number of operators nested in it.
        parts: Where each nested part begins in the text, and its judgement.
    """

    text: str
    value: int
    depth: int
    parts: tuple[tuple[int, int], ...]


def _inner(rng: Random, depth: int) -> tuple[Operator, ...]:
    """Operators inside the clause, outermost first: a negation, a degree, or a negation of a degree."""
    degree, negation = rng.choice((Operator.INTENSIFY, Operator.DIMINISH)), Operator.NEGATE
    if depth == 0:
        return ()
    if depth == 1:
        return rng.choice(((), (degree,), (negation,)))
    return rng.choice(((degree,), (negation,), (negation, degree), (negation, degree)))


def _values(value: int, operators: Sequence[Operator]) -> list[int]:
    """The judgement of what begins with each operator, outermost first; the bare judgement last."""
    values = [value]
    for operator in reversed(operators):
        values.append(operator(values[-1]))
    return values[::-1]


def _adjective_clause(rng: Random, thing: str, values: Sequence[int], inner: Sequence[Operator]) -> list[Piece]:
    """A copula and an adjective with what stands before it."""
    words = [rng.choice(lexicon.ADVERBS[operator]) for operator in inner]
    words.append(rng.choice(lexicon.ADJECTIVES[values[-1]]))
    return [(f"the {thing} {rng.choice(lexicon.COPULAS)}", None), *zip(words, values, strict=True)]


def _verb_clause(
    rng: Random, split: Split, thing: str, values: Sequence[int], inner: Sequence[Operator]
) -> list[Piece]:
    """Somebody and a verb of opinion; a negation takes the auxiliary and the verb's plain form."""
    subject: Piece = (rng.choice(("I", "we", "they", "everyone", rng.choice(_PEOPLE[split]))), None)
    plain, past = rng.choice(lexicon.VERBS[values[-1]])
    words = [rng.choice(lexicon.VERB_ADVERBS[operator]) for operator in inner]
    words.append(plain if Operator.NEGATE in inner else past)
    judging: list[Piece] = list(zip(words, values, strict=True))
    fronted = words[0] == lexicon.FRONTED
    ordered = [judging[0], subject, *judging[1:]] if fronted else [subject, *judging]
    return [*ordered, (f"the {thing}", None)]


def _fact(rng: Random, split: Split, thing: str) -> list[Piece]:
    """A clause that judges nothing."""
    name, number = rng.choice(_PEOPLE[split]), rng.randint(1, 12)
    return [(rng.choice(lexicon.FACTS).format(thing=thing, name=name, number=number), 0)]


def _thing(rng: Random, split: Split) -> str:
    """The name of a thing."""
    return invented(rng, split).lower() if rng.random() < INVENTED_SHARE else rng.choice(_THINGS[split])


def _bare(rng: Random, split: Split, values: Sequence[int], inner: Sequence[Operator]) -> list[Piece]:
    """The clause without embeddings."""
    thing = _thing(rng, split)
    if values[-1] == 0 and not inner and rng.random() < FACT_SHARE:
        return _fact(rng, split, thing)
    if rng.random() < VERB_SHARE:
        return _verb_clause(rng, split, thing, values, inner)
    return _adjective_clause(rng, thing, values, inner)


def _join(pieces: Sequence[Piece], value: int, depth: int) -> Clause:
    """The pieces with spaces between them."""
    text, parts = "", []
    for words, judgement in pieces:
        text += " " if text else ""
        if judgement is not None:
            parts.append((len(text), judgement))
        text += words
    return Clause(text, value, depth, tuple(parts))


def make_clause(rng: Random, split: Split, depth: int) -> Clause:
    """A clause under exactly `depth` nested operators: up to two inside it, the others embed it."""
    inner = _inner(rng, depth)
    frames = [rng.choice(tuple(Operator)) for _ in range(depth - len(inner))]
    values = _values(rng.choice(_STRENGTHS), (*frames, *inner))
    pieces: list[Piece] = [
        (rng.choice(lexicon.FRAMES[frame]), value) for frame, value in zip(frames, values, strict=False)
    ]
    if rng.random() < IDLE_SHARE:
        place = rng.randint(0, len(frames))
        idle = rng.choice(lexicon.IDLE_FRAMES).format(name=rng.choice(_PEOPLE[split]))
        pieces.insert(place, (idle, values[place]))
    pieces += _bare(rng, split, values[len(frames) :], inner)
    return _join(pieces, values[0], depth)
