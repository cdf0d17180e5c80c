"""Entities of a text: a tag for every token, and the spans that the tags make."""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.labels import LabelSet
from granview.core.offsets import Offsets, Probabilities, check_finite, check_shape, span_end
from granview.core.prediction import ClassAmounts, Extent, Prediction, prediction_type


@dataclass(frozen=True)
class Entities(Prediction):
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

    type_name: ClassVar[str] = "entities"

    tokens: Offsets
    tags: NDArray[np.uint16]
    confidence: Probabilities
    tag_names: tuple[str, ...]
    spans: Offsets
    types: NDArray[np.uint16]
    scores: Probabilities

    def __post_init__(self) -> None:
        check_shape("Token offsets", self.tokens, None, 2)
        check_shape("Tags", self.tags, len(self.tokens))
        check_shape("Tag probabilities", self.confidence, len(self.tokens))
        check_shape("Entity offsets", self.spans, None, 2)
        check_shape("Entity types", self.types, len(self.spans))
        check_shape("Entity scores", self.scores, len(self.spans))
        check_finite("Tag probabilities", self.confidence)
        check_finite("Entity scores", self.scores)

    def fits(self, extent: Extent) -> bool:
        """Whether every entity lies within a text of ``extent[0]`` code points."""
        return span_end(self.spans) <= extent[0]

    def class_amounts(self, labels: LabelSet) -> ClassAmounts:
        """How many entities of each type there are."""
        count = Counter(labels.names[place] for place in self.types.tolist() if place < len(labels))
        return ClassAmounts("count", {name: count[name] for name in labels.names})

    def packed(self) -> "PackedEntities":
        """As it travels."""
        tokens, tags, confidence = pack(self.tokens), pack(self.tags), pack(self.confidence)
        spans, types, scores = pack(self.spans), pack(self.types), pack(self.scores)
        return PackedEntities(tokens, tags, confidence, spans, types, scores, self.tag_names)


@prediction_type
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
