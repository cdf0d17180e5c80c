"""The options of ``granview run`` that are for texts: how long ones are given to models, and how text is generated."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from typing import TYPE_CHECKING, get_args

from granview.core.params import Aggregation, Generation, TextParams

if TYPE_CHECKING:
    from argparse import _ArgumentGroup

_TEXT = TextParams()
_GENERATION = Generation()


def add_text_options(parser: ArgumentParser) -> None:
    """Add both groups of options."""
    _add_reading(parser.add_argument_group("texts"))
    _add_writing(parser.add_argument_group("generated text"))


def text_params(options: Namespace) -> TextParams:
    """How texts are given to models.

    Raises:
        ArgumentError: a value is out of range.
    """
    return TextParams(
        long_text=options.long_text,
        stride=options.stride,
        threshold=options.threshold,
        candidates=options.candidates,
        max_answer_tokens=options.max_answer_tokens,
        prefix=options.prefix,
        aggregation=options.aggregation,
        chat=options.chat,
    )


def generation(options: Namespace) -> Generation:
    """How text is generated.

    Raises:
        ArgumentError: a value is out of range.
    """
    return Generation(
        max_new_tokens=options.max_new_tokens,
        num_beams=options.num_beams,
        do_sample=options.sample,
        temperature=options.temperature,
        top_k=options.top_k,
        top_p=options.top_p,
        repetition_penalty=options.repetition_penalty,
        no_repeat_ngram_size=options.no_repeat_ngram_size,
        seed=options.seed,
    )


def _add_reading(group: "_ArgumentGroup") -> None:
    group.add_argument(
        "--long-text",
        choices=("stride", "truncate"),
        default=_TEXT.long_text,
        help="what happens to texts longer than the model's window (default: %(default)s)",
    )
    _number(group, "--stride", _TEXT.stride, "tokens that neighbouring windows share")
    _number(group, "--threshold", _TEXT.threshold, "probability from which a multi-label model says a class")
    _number(group, "--candidates", _TEXT.candidates, "answers, and words for a mask, that are kept")
    _number(group, "--max-answer-tokens", _TEXT.max_answer_tokens, "the longest answer")
    group.add_argument(
        "--aggregation",
        choices=get_args(Aggregation),
        default=_TEXT.aggregation,
        help="entities from the tag of each word, by its first token, the average over its tokens, or its surest one; "
        "or from that of each token (simple), which tears words (default: %(default)s)",
    )
    group.add_argument("--prefix", help="put before every text (default: what the model's config says)")
    group.add_argument(
        "--chat",
        action=BooleanOptionalAction,
        default=_TEXT.chat,
        help="use the model's chat template where it has one",
    )


def _add_writing(group: "_ArgumentGroup") -> None:
    _number(group, "--max-new-tokens", _GENERATION.max_new_tokens, "the most tokens that are written")
    _number(group, "--num-beams", _GENERATION.num_beams, "beams of beam search; 1 for none")
    group.add_argument("--sample", action="store_true", help="draw tokens by their probability")
    _number(group, "--temperature", _GENERATION.temperature, "divides the logits before drawing")
    _number(group, "--top-k", _GENERATION.top_k, "draw among so many of the most probable tokens; 0 for all")
    _number(group, "--top-p", _GENERATION.top_p, "draw among the tokens that reach this probability together")
    _number(group, "--repetition-penalty", _GENERATION.repetition_penalty, "above 1: less repetition")
    _number(group, "--no-repeat-ngram-size", _GENERATION.no_repeat_ngram_size, "no run of so many tokens twice; 0: off")
    _number(group, "--seed", _GENERATION.seed, "of the draws")


def _number(group: "_ArgumentGroup", name: str, default: float, words: str) -> None:
    group.add_argument(name, type=type(default), default=default, metavar="N", help=f"{words} (default: {default:g})")
