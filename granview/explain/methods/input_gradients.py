"""Input times gradient, for the tokens of a text."""

import torch
from torch import Tensor

from granview.core.explain_facts import MethodFacts
from granview.core.explain_query import ExplainQuery
from granview.core.explanation import Explanation
from granview.explain.method import METHODS, Method
from granview.explain.prepared import IsCancelled, Prepared
from granview.explain.token_gradients import Attribution, Score, explain_tokens, why_no_token_gradients


class InputGradients(Method):
    """Each token's embedding times the gradient of the class's score, by Captum."""

    facts = MethodFacts(
        name="input-gradients",
        title="Input times gradient",
        paper="Shrikumar et al. 2016, Not Just a Black Box, arXiv:1605.01713",
        says="How the class's score would change if a token's embedding were made a little longer or shorter.",
        cannot_say="What happens without the token: where a network is saturated, gradients are near 0 nevertheless.",
        has_target=True,
        signed=True,
    )

    def why_not(self, prepared: Prepared) -> str:
        """It serves networks that embed tokens and give logits."""
        return why_no_token_gradients(prepared)

    def explain(self, prepared: Prepared, query: ExplainQuery, cancelled: IsCancelled | None = None) -> Explanation:
        """The tokens' attributions, in a forward and a backward pass of their own."""
        return explain_tokens(prepared, query, self.facts.name, _attribute, cancelled)


def _attribute(score: Score, embeddings: Tensor, _: Tensor) -> Attribution:
    from captum.attr import InputXGradient

    found: Tensor = InputXGradient(score).attribute(embeddings.requires_grad_())
    return torch.nan_to_num(found.detach()), {}, ()


METHODS.register("input-gradients")(InputGradients())
