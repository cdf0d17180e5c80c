"""The metrics of the tasks in which a model writes a text."""

from typing import Final

from granview.scoring import bleu, chrf
from granview.tasks.base import Column

_SEVERAL: Final = "Of several targets the best counts."

_EVERY: Final = (
    Column(
        "rouge1",
        "ROUGE-1",
        better="higher",
        description=f"F-measure of shared words, without stemming, mean over texts. {_SEVERAL}",
    ),
    Column(
        "rouge2",
        "ROUGE-2",
        better="higher",
        description=f"F-measure of shared pairs of words, without stemming, mean over texts. {_SEVERAL}",
    ),
    Column(
        "rouge_l",
        "ROUGE-L",
        better="higher",
        description=f"F-measure of the longest common run of words, gaps allowed, mean over texts. {_SEVERAL}",
    ),
    Column(
        "chrf",
        "chrF",
        better="higher",
        digits=2,
        top=100.0,
        description=f"F-score of shared character n-grams, 0 to 100, over all texts together, by sacrebleu: "
        f"{chrf.SETTINGS}.",
    ),
    Column(
        "bleu",
        "BLEU",
        better="higher",
        digits=2,
        top=100.0,
        description=f"Shared n-grams of words, 0 to 100, over all texts together, by sacrebleu: {bleu.SETTINGS}. "
        "Chinese and Japanese are not divided into words; chrF says more of them.",
    ),
    Column(
        "exact_match",
        "Exact match",
        better="higher",
        description="Share of texts that equal a target, but for white space at the ends.",
    ),
    Column(
        "perplexity",
        "Perplexity",
        better="lower",
        digits=2,
        description="Of the first target's tokens, given the text; lanes with other tokenizers count other tokens.",
    ),
    Column(
        "input_perplexity",
        "Input perplexity",
        better="lower",
        digits=2,
        description="Of the text's own tokens; lanes with other tokenizers count other tokens.",
        needs_reference=False,
    ),
    Column(
        "parses",
        "Parses",
        better="higher",
        description="Share of texts that are an expression, of those for which the reference has cases.",
    ),
    Column(
        "correct",
        "Correct",
        better="higher",
        description="Share of texts that are an expression with the right value for every case of the reference.",
    ),
)
_BY_NAME: Final = {column.name: column for column in _EVERY}


def columns_from(*first: str) -> tuple[Column, ...]:
    """Every column once, these first."""
    return tuple(_BY_NAME[name] for name in dict.fromkeys((*first, *_BY_NAME)))
