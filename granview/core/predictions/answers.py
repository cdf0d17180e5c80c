"""Answers to a question: where in its context they stand."""

from dataclasses import dataclass
from typing import ClassVar

import msgspec

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.offsets import Offsets, Probabilities, check_finite, check_shape, span_end
from granview.core.prediction import Extent, Prediction, prediction_type


@dataclass(frozen=True)
class Answers(Prediction):
    """Where in the context the answer stands, the most probable first.

    Attributes:
        spans: Offsets of the candidates in the context, (k, 2).
        scores: (k,) float32, probability of each among all spans and "no answer".
        no_answer: Probability that the context does not say; None for a model that always answers.
    """

    type_name: ClassVar[str] = "answers"

    spans: Offsets
    scores: Probabilities
    no_answer: float | None = None

    def __post_init__(self) -> None:
        check_shape("Answer offsets", self.spans, None, 2)
        check_shape("Answer scores", self.scores, len(self.spans))
        check_finite("Answer scores", [*self.scores, self.no_answer or 0.0])

    @property
    def best(self) -> tuple[int, int] | None:
        """Offsets of the answer; None where the model says that there is none."""
        if not len(self.spans) or (self.no_answer is not None and self.no_answer >= self.scores[0]):
            return None
        return int(self.spans[0, 0]), int(self.spans[0, 1])

    def fits(self, extent: Extent) -> bool:
        """Whether every answer lies within a text of ``extent[0]`` code points."""
        return span_end(self.spans) <= extent[0]

    def packed(self) -> "PackedAnswers":
        """As it travels."""
        return PackedAnswers(pack(self.spans), pack(self.scores), self.no_answer)


@prediction_type
class PackedAnswers(msgspec.Struct, frozen=True, tag="answers"):
    """``Answers`` as they travel and as they are stored."""

    spans: PackedArray
    scores: PackedArray
    no_answer: float | None

    def unpacked(self) -> Answers:
        """The answers; their arrays are read-only."""
        return Answers(unpack(self.spans), unpack(self.scores), self.no_answer)
