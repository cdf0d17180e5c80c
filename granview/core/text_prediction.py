"""What a lane says about a text, typed, and checked where it is made.

Offsets count the code points of the sample's text, unless an attribute says otherwise; they are half-open (start, end).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.errors import NotFinite, ShapeError

Offsets = NDArray[np.int32]
"""(n, 2) int32: start and end of each token or span."""

Probabilities = NDArray[np.float32]
"""(n,) float32, each 0 to 1."""


def _check(what: str, array: NDArray[Any], *shape: int | None) -> None:
    fits = array.ndim == len(shape) and all(want in (None, have) for want, have in zip(shape, array.shape, strict=True))
    if not fits:
        raise ShapeError(what, str(tuple("n" if side is None else side for side in shape)), array.shape)


def _check_finite(what: str, values: Any) -> None:
    """NaN is no probability: whatever is made of it looks like an answer."""
    if not np.isfinite(values).all():
        raise NotFinite(f"{what} hold values that are no numbers (NaN or infinite).")


@dataclass(frozen=True)
class ClassScores:
    """Classes of a text as a whole.

    Attributes:
        scores: (n,) float32, probability of each class of the lane's label set; they sum to 1, unless ``multi_label``.
        multi_label: Whether classes do not exclude each other, so that each has a probability of its own.
    """

    scores: Probabilities
    multi_label: bool = False

    def __post_init__(self) -> None:
        _check("Class scores", self.scores, None)
        _check_finite("Class scores", self.scores)

    def chosen(self, threshold: float = 0.5) -> tuple[int, ...]:
        """Indices of the classes said: the most probable one, or all of at least ``threshold`` in a multi-label."""
        if self.multi_label:
            return tuple(int(index) for index in np.flatnonzero(self.scores >= threshold))
        return (int(self.scores.argmax()),) if len(self.scores) else ()

    def packed(self) -> "PackedClassScores":
        """As it travels."""
        return PackedClassScores(pack(self.scores), self.multi_label)


class PackedClassScores(msgspec.Struct, frozen=True, tag="class-scores"):
    """``ClassScores`` as they travel and as they are stored."""

    scores: PackedArray
    multi_label: bool

    def unpacked(self) -> ClassScores:
        """The scores; the array is read-only."""
        return ClassScores(unpack(self.scores), self.multi_label)


@dataclass(frozen=True)
class Entities:
    """A tag for every token, and the entities that the tags make.

    Attributes:
        tokens: Offsets of the model's tokens, without special ones.
        tags: (n,) uint16, index of each token's tag in ``tag_names``.
        confidence: Probability of each token's tag.
        tag_names: The model's own tags, such as ``B-PER``.
        spans: Offsets of the entities, (m, 2).
        types: (m,) uint16, class of each entity in the lane's label set.
        scores: (m,) float32, mean probability of each entity's tokens.
    """

    tokens: Offsets
    tags: NDArray[np.uint16]
    confidence: Probabilities
    tag_names: tuple[str, ...]
    spans: Offsets
    types: NDArray[np.uint16]
    scores: Probabilities

    def __post_init__(self) -> None:
        _check("Token offsets", self.tokens, None, 2)
        _check("Tags", self.tags, len(self.tokens))
        _check("Tag probabilities", self.confidence, len(self.tokens))
        _check("Entity offsets", self.spans, None, 2)
        _check("Entity types", self.types, len(self.spans))
        _check("Entity scores", self.scores, len(self.spans))
        _check_finite("Tag probabilities", self.confidence)
        _check_finite("Entity scores", self.scores)

    def packed(self) -> "PackedEntities":
        """As it travels."""
        tokens, tags, confidence = pack(self.tokens), pack(self.tags), pack(self.confidence)
        spans, types, scores = pack(self.spans), pack(self.types), pack(self.scores)
        return PackedEntities(tokens, tags, confidence, spans, types, scores, self.tag_names)


class PackedEntities(msgspec.Struct, frozen=True, tag="entities"):
    """``Entities`` as they travel and as they are stored."""

    tokens: PackedArray
    tags: PackedArray
    confidence: PackedArray
    spans: PackedArray
    types: PackedArray
    scores: PackedArray
    tag_names: tuple[str, ...]

    def unpacked(self) -> Entities:
        """The entities; their arrays are read-only."""
        tokens, tags, confidence = unpack(self.tokens), unpack(self.tags), unpack(self.confidence)
        return Entities(
            tokens, tags, confidence, self.tag_names, unpack(self.spans), unpack(self.types), unpack(self.scores)
        )


@dataclass(frozen=True)
class Answers:
    """Where in the context the answer stands, the most probable first.

    Attributes:
        spans: Offsets of the candidates in the context, (k, 2).
        scores: (k,) float32, probability of each among all spans and "no answer".
        no_answer: Probability that the context does not say; None for a model that always answers.
    """

    spans: Offsets
    scores: Probabilities
    no_answer: float | None = None

    def __post_init__(self) -> None:
        _check("Answer offsets", self.spans, None, 2)
        _check("Answer scores", self.scores, len(self.spans))
        _check_finite("Answer scores", [*self.scores, self.no_answer or 0.0])

    @property
    def best(self) -> tuple[int, int] | None:
        """Offsets of the answer; None where the model says that there is none."""
        if not len(self.spans) or (self.no_answer is not None and self.no_answer >= self.scores[0]):
            return None
        return int(self.spans[0, 0]), int(self.spans[0, 1])

    def packed(self) -> "PackedAnswers":
        """As it travels."""
        return PackedAnswers(pack(self.spans), pack(self.scores), self.no_answer)


class PackedAnswers(msgspec.Struct, frozen=True, tag="answers"):
    """``Answers`` as they travel and as they are stored."""

    spans: PackedArray
    scores: PackedArray
    no_answer: float | None

    def unpacked(self) -> Answers:
        """The answers; their arrays are read-only."""
        return Answers(unpack(self.spans), unpack(self.scores), self.no_answer)


@dataclass(frozen=True)
class GeneratedText:
    """A text that the model wrote: a summary, a translation, a completion.

    Attributes:
        text: What it wrote, without special tokens; without the prompt.
        tokens: Offsets of its tokens in ``text`` itself, (n, 2).
        confidence: Probability that the model gave each token when it chose it, (n,).
        stopped: ``end`` when the model ended by itself, ``length`` when it reached the limit on new tokens.
        nll: Summed negative log-likelihood, in nats, of the text named by ``nll_of``; None where it was not computed.
        nll_tokens: Tokens over which ``nll`` is summed.
        nll_of: ``reference``: the first target, given the input. ``input``: the input itself. Empty: none.
    """

    text: str
    tokens: Offsets
    confidence: Probabilities
    stopped: str = "end"
    nll: float | None = None
    nll_tokens: int = 0
    nll_of: str = ""

    def __post_init__(self) -> None:
        _check("Token offsets", self.tokens, None, 2)
        _check("Token probabilities", self.confidence, len(self.tokens))
        _check_finite("Token probabilities", self.confidence)
        _check_finite("A likelihood", self.nll or 0.0)

    def packed(self) -> "PackedGeneratedText":
        """As it travels."""
        tokens, confidence = pack(self.tokens), pack(self.confidence)
        return PackedGeneratedText(self.text, tokens, confidence, self.stopped, self.nll, self.nll_tokens, self.nll_of)


class PackedGeneratedText(msgspec.Struct, frozen=True, tag="generated-text"):
    """``GeneratedText`` as it travels and as it is stored."""

    text: str
    tokens: PackedArray
    confidence: PackedArray
    stopped: str
    nll: float | None
    nll_tokens: int
    nll_of: str

    def unpacked(self) -> GeneratedText:
        """The text; its arrays are read-only."""
        tokens, confidence = unpack(self.tokens), unpack(self.confidence)
        return GeneratedText(self.text, tokens, confidence, self.stopped, self.nll, self.nll_tokens, self.nll_of)


@dataclass(frozen=True)
class FilledMasks:
    """What the model puts in the place of each mask.

    Attributes:
        spans: Offsets of the masks in the text, (k, 2).
        words: For each mask its candidates, the most probable first; equally many for each.
        scores: (k, c) float32, probability of each candidate.
    """

    spans: Offsets
    words: tuple[tuple[str, ...], ...]
    scores: NDArray[np.float32]

    def __post_init__(self) -> None:
        _check("Mask offsets", self.spans, None, 2)
        _check("Candidates' scores", self.scores, len(self.spans), None)
        _check_finite("Candidates' scores", self.scores)
        if [len(row) for row in self.words] != [self.scores.shape[1]] * len(self.spans):
            raise ShapeError("Candidates", str(self.scores.shape), [len(row) for row in self.words])

    def packed(self) -> "PackedFilledMasks":
        """As it travels."""
        return PackedFilledMasks(pack(self.spans), self.words, pack(self.scores))


class PackedFilledMasks(msgspec.Struct, frozen=True, tag="filled-masks"):
    """``FilledMasks`` as they travel and as they are stored."""

    spans: PackedArray
    words: tuple[tuple[str, ...], ...]
    scores: PackedArray

    def unpacked(self) -> FilledMasks:
        """The candidates; the arrays are read-only."""
        return FilledMasks(unpack(self.spans), self.words, unpack(self.scores))


def offsets(pairs: Sequence[tuple[int, int]]) -> Offsets:
    """Pairs of offsets as an array (n, 2), for none of them too."""
    return np.array(pairs, dtype=np.int32).reshape(-1, 2)


TextPrediction = ClassScores | Entities | Answers | GeneratedText | FilledMasks
PackedTextPrediction = PackedClassScores | PackedEntities | PackedAnswers | PackedGeneratedText | PackedFilledMasks
