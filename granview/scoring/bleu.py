"""BLEU by sacrebleu, from counts that merge by addition into the corpus's own.

Papineni et al., "BLEU: a Method for Automatic Evaluation of Machine Translation" (ACL 2002);
Post, "A Call for Clarity in Reporting BLEU Scores" (WMT 2018). sacrebleu is imported when a score is first wanted.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sacrebleu.metrics.bleu import BLEU

SETTINGS: Final = "nrefs:var|case:mixed|eff:no|tok:13a|smooth:exp"
"""How sacrebleu writes down the way in which it scores; ``signature`` adds its version."""

_ANY_NUMBER: Final = -1
"""Of targets for each text, to sacrebleu."""
_ORDER: Final = 4
SIZE: Final = 2 + 2 * _ORDER


def bleu_counts(generated: str, targets: Sequence[str]) -> NDArray[np.int64]:
    """What BLEU is made of: (10,) int64, tokens written, tokens of the closest target, matches and n-grams of 1 to 4.

    Args:
        generated: What the model wrote.
        targets: What would have been right; at least one.
    """
    score = _bleu().corpus_score([generated], [[target] for target in targets])
    return np.array([score.sys_len, score.ref_len, *score.counts, *score.totals], dtype=np.int64)


def bleu(counts: NDArray[Any], of_one: bool = False) -> float:
    """The BLEU, 0 to 100, that (merged) counts say, with sacrebleu's default smoothing.

    Args:
        counts: As ``bleu_counts`` gives them.
        of_one: Whether they are of one text, which is scored as ``BLEU(effective_order=True).sentence_score`` does:
            orders of which the text has no n-gram are left out, so that a short one that is right has 100. A corpus is
            scored as ``BLEU().corpus_score`` does, with all four.
    """
    generated, wanted, *ngrams = np.rint(counts).astype(np.int64).tolist()  # sacrebleu wants whole numbers as integers.
    metric = _bleu()
    score = metric.compute_bleu(
        ngrams[:_ORDER],
        ngrams[_ORDER:],
        generated,
        wanted,
        metric.smooth_method,
        metric.smooth_value,
        effective_order=of_one,
    )
    return min(float(score.score), 100.0)  # Of a text that is right, rounding gives a hair more.


def signature() -> str:
    """The line by which sacrebleu tells how it scores, so that others can score likewise."""
    from sacrebleu.metrics.bleu import BLEU

    metric = BLEU()
    metric.num_refs = _ANY_NUMBER
    return str(metric.get_signature())


@cache
def _bleu() -> "BLEU":
    from sacrebleu.metrics.bleu import BLEU

    return BLEU()
