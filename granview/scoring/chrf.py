"""chrF by sacrebleu, from counts that merge by addition into the corpus's own.

Popović, "chrF: character n-gram F-score for automatic MT evaluation" (WMT 2015). sacrebleu is imported when a score is
first wanted.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

SETTINGS: Final = "nrefs:var|case:mixed|eff:yes|nc:6|nw:0|space:no"
"""How sacrebleu writes down the way in which it scores; ``signature`` adds its version."""

_ANY_NUMBER: Final = -1
"""Of targets for each text, to sacrebleu."""
_ORDER: Final = 6
SIZE: Final = 3 * _ORDER
QUALITY_BETA: Final = 2
"""Recall counts twice as much as precision, as in sacrebleu's default."""
SYMMETRIC_BETA: Final = 1
"""Neither side counts more: for two models, of which none is right."""


def chrf_counts(generated: str, targets: Sequence[str], beta: int = QUALITY_BETA) -> NDArray[np.int64]:
    """What chrF is made of: (18,) int64, for 1 to 6 characters the n-grams written, the target's, and the matches.

    Of several targets it is the one with the best score.

    Args:
        generated: What the model wrote.
        targets: What would have been right; at least one.
        beta: How many times more recall counts than precision.
    """
    return np.array(_chrf(beta).counts(generated, targets), dtype=np.int64)


def chrf(counts: NDArray[Any], beta: int = QUALITY_BETA) -> float:
    """The corpus chrF, 0 to 100, that (merged) counts say."""
    return float(_chrf(beta).score_of(counts.tolist()))


def signature() -> str:
    """The line by which sacrebleu tells how it scores, so that others can score likewise."""
    from sacrebleu.metrics.chrf import CHRF

    metric = CHRF()
    metric.num_refs = _ANY_NUMBER
    return str(metric.get_signature())


@cache
def _chrf(beta: int) -> Any:
    """A ``CHRF`` that gives its counts away: what sacrebleu's metrics offer to those who derive from them."""
    from sacrebleu.metrics.chrf import CHRF

    class CountedChrf(CHRF):
        def counts(self, generated: str, targets: Sequence[str]) -> list[int]:
            (found,) = self._extract_corpus_statistics([generated], [[target] for target in targets])
            return list(found)

        def score_of(self, counts: list[int]) -> float:
            return float(self._compute_score_from_stats(counts).score)

    return CountedChrf(char_order=_ORDER, beta=beta)
