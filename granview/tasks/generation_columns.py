"""The metrics of the tasks in which a model writes a text."""

from typing import Final

from granview.scoring import bleu, chrf
from granview.tasks.base import Column

_ROUGE: Final = (
    "Mean over texts; of several targets the best counts. Words are as rouge-score's own tokenizer makes them of "
    "ASCII: lower-cased letters and digits, without stemming. That one drops all other letters; here they count, "
    "Chinese and Japanese by character, and Thai, Lao, Khmer and Burmese as one word between spaces."
)
_NLL: Final = (
    "Exponential of the mean negative log-likelihood of a token, in nats, over the tokens of all texts together"
)
_TOKENIZERS: Final = "Lanes with other tokenizers count other tokens, and do not compare."

_EVERY: Final = (
    Column("rouge1", "ROUGE-1", better="higher", description=f"F-measure of shared words (Lin 2004). {_ROUGE}"),
    Column(
        "rouge2", "ROUGE-2", better="higher", description=f"F-measure of shared pairs of words (Lin 2004). {_ROUGE}"
    ),
    Column(
        "rouge_l",
        "ROUGE-L",
        better="higher",
        description="F-measure of the longest common subsequence of words, gaps allowed, of the text as a whole, not "
        f"sentence by sentence (Lin 2004). {_ROUGE}",
    ),
    Column(
        "chrf",
        "chrF",
        better="higher",
        digits=2,
        top=100.0,
        description="F-score of shared character n-grams of 1 to 6, white space left out, recall counting twice "
        f"(Popović 2015), 0 to 100, over all texts together, by sacrebleu: {chrf.SETTINGS}. Of several targets the one "
        "counts that fits a text best.",
    ),
    Column(
        "bleu",
        "BLEU",
        better="higher",
        digits=2,
        top=100.0,
        description="Shared n-grams of 1 to 4 words with a penalty for brevity (Papineni et al. 2002), 0 to 100, "
        f"over all texts together, not their mean, by sacrebleu: {bleu.SETTINGS}. One text alone is scored as "
        "sacrebleu's sentence_score does, with effective order (eff:yes): n-grams longer than the text are left out. "
        "Texts that together hold no 4 words in a row have 0. Chinese and Japanese are not divided into words; chrF "
        "says more of them.",
    ),
    Column(
        "exact_match",
        "Exact match",
        better="higher",
        description="Share of texts that equal a target letter by letter, but for white space at the ends.",
    ),
    Column(
        "perplexity",
        "Perplexity",
        better="lower",
        digits=2,
        description=f"{_NLL}: of the first target's, and for encoder-decoders the one that ends it, given the text. "
        f"{_TOKENIZERS}",
        counted_in=("nll", 0),
    ),
    Column(
        "input_perplexity",
        "Input perplexity",
        better="lower",
        digits=2,
        description=f"{_NLL}: of the text's own, each given those before it, without the frame of a chat; no "
        f"reference is needed, and none counts as scored by it. {_TOKENIZERS}",
        needs_reference=False,
        counted_in=("nll", 1),
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
        description="Share of texts that are an expression with the right value for every case of the reference, of "
        "those that have cases; real numbers may differ by a part in 10^9.",
    ),
)
_BY_NAME: Final = {column.name: column for column in _EVERY}


def columns_from(*first: str) -> tuple[Column, ...]:
    """Every column once, these first."""
    return tuple(_BY_NAME[name] for name in dict.fromkeys((*first, *_BY_NAME)))
