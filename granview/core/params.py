"""What the user can choose about how a run is computed."""

from typing import Literal

import msgspec

from granview.core.errors import ArgumentError

Aggregation = Literal["first", "average", "max", "simple"]


class Generation(msgspec.Struct, frozen=True):
    """How text is generated, in transformers' own words; the defaults are greedy search.

    Attributes:
        max_new_tokens: The most tokens that are written, at least 1.
        num_beams: Beams of beam search; 1 for none.
        do_sample: Whether tokens are drawn by their probability.
        temperature: Divides the logits before drawing; greater than 0.
        top_k: Draw among so many of the most probable tokens; 0 for all.
        top_p: Draw among the most probable tokens that together reach this probability, 0 to 1.
        repetition_penalty: Above 1, tokens that were there already become less probable.
        no_repeat_ngram_size: No run of so many tokens comes twice; 0 for no such rule.
        seed: Of the draws; each sample is drawn from the same seed, so that its result does not depend on the others.
    """

    max_new_tokens: int = 64
    num_beams: int = 1
    do_sample: bool = False
    temperature: float = 1.0
    top_k: int = 50
    top_p: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0
    seed: int = 0

    def __post_init__(self) -> None:
        _check("The number of new tokens", self.max_new_tokens, 1)
        _check("The number of beams", self.num_beams, 1)
        _check("top_k", self.top_k, 0)
        _check("top_p", self.top_p, 0, 1)
        _check("The size of n-grams that are not repeated", self.no_repeat_ngram_size, 0)
        if self.temperature <= 0 or self.repetition_penalty <= 0:
            raise ArgumentError("Temperature and repetition penalty must be greater than 0.", "Use 1 for no effect.")


class TextParams(msgspec.Struct, frozen=True):
    """How texts are given to models.

    Attributes:
        long_text: What happens to a text longer than the model's window: ``stride`` runs overlapping windows and joins
            what they say, where the task can; ``truncate`` leaves out the end. Either is said beside the sample.
        stride: Tokens that neighbouring windows share.
        threshold: Probability from which a class of a multi-label model is said, 0 to 1.
        candidates: How many answers, and words for a mask, are kept.
        max_answer_tokens: Longest answer.
        prefix: Put before the text, such as ``summarize: ``; None takes what the model's config says.
        aggregation: What gets a tag of its own where entities are looked for, in transformers' words: a whole word by
            its ``first`` token, the ``average`` over its tokens, or its surest (``max``); or each token (``simple``),
            which tears words.
        chat: Whether a prompt goes through the tokenizer's chat template where it has one.
    """

    long_text: Literal["stride", "truncate"] = "stride"
    stride: int = 128
    threshold: float = 0.5
    candidates: int = 5
    max_answer_tokens: int = 30
    prefix: str | None = None
    aggregation: Aggregation = "first"
    chat: bool = True

    def __post_init__(self) -> None:
        _check("The stride", self.stride, 0)
        _check("The threshold", self.threshold, 0, 1)
        _check("The number of candidates", self.candidates, 1)
        _check("The longest answer", self.max_answer_tokens, 1)


def _check(what: str, value: float, low: float, high: float | None = None) -> None:
    if value < low or (high is not None and value > high):
        limits = f"at least {low:g}" if high is None else f"from {low:g} to {high:g}"
        raise ArgumentError(f"{what} is {value:g}.", f"It must be {limits}.")
