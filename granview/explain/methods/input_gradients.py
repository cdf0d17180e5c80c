"""Input times gradient, for the tokens of a text."""

import torch
from torch import Tensor

from granview.core.explain_facts import MethodFacts
from granview.explain.method import METHODS
from granview.explain.token_gradients import Attribution, Score, TokenGradients


class InputGradients(TokenGradients):
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

    def attribute(self, score: Score, embeddings: Tensor, _: Tensor) -> Attribution:
        """The embeddings times the gradient, in a forward and a backward pass."""
        from captum.attr import InputXGradient

        found: Tensor = InputXGradient(score).attribute(embeddings.requires_grad_())
        return torch.nan_to_num(found.detach()), {}, ()


METHODS.register("input-gradients")(InputGradients())
