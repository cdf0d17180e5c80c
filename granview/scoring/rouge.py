"""ROUGE as the package rouge-score computes it, over words of any script.

Lin, "ROUGE: A Package for Automatic Evaluation of Summaries" (2004). The package's own tokenizer knows ASCII letters
and digits alone, so that texts in other scripts would score 0; the one here gives the same tokens for ASCII and keeps
the words of other scripts as well.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.scoring.words import split_words

TYPES: Final = ("rouge1", "rouge2", "rougeL")
_NOT_ALPHANUMERIC: Final = re.compile(r"[\W_]")


class WordTokenizer:
    """Lower-cased words, divided at all that is no letter, digit or mark; Chinese and Japanese by character."""

    def tokenize(self, text: str) -> list[str]:
        """The tokens of a text, without stemming."""
        return split_words(_NOT_ALPHANUMERIC.sub(_mark_or_space, text.lower()))


def _mark_or_space(match: re.Match[str]) -> str:
    """Marks stand upon the letter before, and are part of its word."""
    return match[0] if unicodedata.category(match[0]).startswith("M") else " "


def rouge_f(generated: str, targets: Sequence[str]) -> NDArray[np.float64]:
    """F-measures of ROUGE-1, ROUGE-2 and ROUGE-L: (3,) float64, 0 to 1, each the best over the targets.

    Args:
        generated: What the model wrote.
        targets: What would have been right; at least one.
    """
    scores = _scorer().score_multi(list(targets), generated)
    return np.array([scores[name].fmeasure for name in TYPES], dtype=np.float64)


@cache
def _scorer() -> Any:
    """Imported when it is first needed: it takes a second, for packages that the scores do not need."""
    from rouge_score.rouge_scorer import RougeScorer

    return RougeScorer(list(TYPES), tokenizer=WordTokenizer())
