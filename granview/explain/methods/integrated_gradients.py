"""Integrated gradients, for the tokens of a text, by Captum."""

from typing import Final

from torch import Tensor

from granview.core.explain_facts import MethodFacts
from granview.explain.method import METHODS
from granview.explain.token_gradients import Attribution, Score, TokenGradients

STEPS: Final = (32, 64, 128, 256)
"""Points of the Gauss–Legendre rule between the baseline and the text: the first number that suffices is taken."""

TOLERANCE: Final = 0.05
"""Gaps that suffice, as a share of the score's change; larger ones are told."""


class IntegratedGradients(TokenGradients):
    """Gradients added up on the straight way from a text without words to the text.

    The baseline is the text with padding tokens for its own (zeros where the network has none), special tokens kept.
    The attributions add up to the difference of the class's scores (completeness); how far they miss it is measured,
    more steps are taken where it is far, and what remains is told.
    """

    facts = MethodFacts(
        name="integrated-gradients",
        title="Integrated gradients",
        paper="Sundararajan, Taly and Yan 2017, Axiomatic Attribution for Deep Networks, arXiv:1703.01365",
        says="What each token adds to the class's score, compared with a text of blank tokens; all add up to it.",
        cannot_say="How tokens act together: what two of them do jointly is divided between them.",
        has_target=True,
        signed=True,
    )

    def attribute(self, score: Score, embeddings: Tensor, baseline: Tensor) -> Attribution:
        """Gradients at ever more points until their sum is close; takes at least 32 forward and backward passes."""
        for steps in STEPS:
            found, delta = _with_steps(score, embeddings, baseline, steps)
            change = float(found.sum()) - delta
            share = abs(delta) / abs(change) if change else 0.0
            if share <= TOLERANCE:
                break
        measured = {"score_change": change, "completeness_gap": abs(delta)}
        notice = f"The attributions miss the change of the score by {share:.0%} of it: read them with care."
        return found, measured, () if share <= TOLERANCE else (notice,)


def _with_steps(score: Score, embeddings: Tensor, baseline: Tensor, steps: int) -> tuple[Tensor, float]:
    """Attributions (1, n, width), and their sum less the change of the score."""
    from captum.attr import IntegratedGradients as ByCaptum

    found, delta = ByCaptum(score).attribute(
        embeddings,
        baselines=baseline,
        n_steps=steps,
        method="gausslegendre",
        internal_batch_size=1,
        return_convergence_delta=True,
    )
    return found.detach(), float(delta)


METHODS.register("integrated-gradients")(IntegratedGradients())
