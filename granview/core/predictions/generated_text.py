"""Generated text: a summary, a translation, a completion."""

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import msgspec

from granview.core.arrays import PackedArray, pack, unpack
from granview.core.offsets import Offsets, Probabilities, check_finite, check_shape
from granview.core.prediction import Prediction, prediction_type


@dataclass(frozen=True)
class GeneratedText(Prediction):
    """A text that the model wrote: a summary, a translation, a completion.

    Attributes:
        text: What it wrote, without special tokens; without the prompt.
        tokens: Offsets of its tokens in ``text`` itself, (n, 2).
        confidence: Probability that the model gave each token when it chose it, (n,).
        stopped: ``end`` when the model ended by itself, ``length`` when it reached the limit on new tokens.
        nll: Summed negative log-likelihood, in nats, of the text named by ``nll_of``; None where it was not computed.
        nll_tokens: Tokens over which ``nll`` is summed.
        nll_of: ``reference``: the first target, given the input. ``input``: the input itself. Empty: none.
        prompt: What the model was given, as its tokenizer writes those tokens, special ones and a chat's frame
            included; empty where that is not known.
        prompt_tokens: How many tokens that is.
        prompt_left_out: How many more there were that its window had no room for.
    """

    type_name: ClassVar[str] = "generated-text"

    text: str
    tokens: Offsets
    confidence: Probabilities
    stopped: str = "end"
    nll: float | None = None
    nll_tokens: int = 0
    nll_of: str = ""
    prompt: str = ""
    prompt_tokens: int = 0
    prompt_left_out: int = 0

    def __post_init__(self) -> None:
        check_shape("Token offsets", self.tokens, None, 2)
        check_shape("Token probabilities", self.confidence, len(self.tokens))
        check_finite("Token probabilities", self.confidence)
        check_finite("A likelihood", self.nll or 0.0)

    @property
    def written(self) -> str:
        """The text."""
        return self.text

    def with_likelihood(self, nll: float, n_tokens: int) -> Self:
        """The same text, with how likely the reference is to the model."""
        return replace(self, nll=nll, nll_tokens=n_tokens, nll_of="reference")

    @property
    def has_likelihood(self) -> bool:
        """Whether a likelihood was computed."""
        return self.nll is not None

    def packed(self) -> "PackedGeneratedText":
        """As it travels."""
        tokens, confidence = pack(self.tokens), pack(self.confidence)
        return PackedGeneratedText(
            self.text,
            tokens,
            confidence,
            self.stopped,
            self.nll,
            self.nll_tokens,
            self.nll_of,
            self.prompt,
            self.prompt_tokens,
            self.prompt_left_out,
        )


@prediction_type
class PackedGeneratedText(msgspec.Struct, frozen=True, tag="generated-text"):
    """``GeneratedText`` as it travels and as it is stored."""

    text: str
    tokens: PackedArray
    confidence: PackedArray
    stopped: str
    nll: float | None
    nll_tokens: int
    nll_of: str
    prompt: str = ""
    prompt_tokens: int = 0
    prompt_left_out: int = 0

    def unpacked(self) -> GeneratedText:
        """The text; its arrays are read-only."""
        tokens, confidence = unpack(self.tokens), unpack(self.confidence)
        return GeneratedText(
            self.text,
            tokens,
            confidence,
            self.stopped,
            self.nll,
            self.nll_tokens,
            self.nll_of,
            self.prompt,
            self.prompt_tokens,
            self.prompt_left_out,
        )
