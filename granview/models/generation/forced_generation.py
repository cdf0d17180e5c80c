"""The logits of a generation whose tokens are given, not chosen, so that two of them can be compared step by step."""

from typing import Any, Final

import torch
from torch import Tensor

from granview.core.params import Generation
from granview.models.generation.settings import as_transformers

_STEPS: Final = 2
"""The prompt's own, and one that rests on what is kept of the prompt."""


def forced_logits(network: Any, inputs: dict[str, Tensor], own: Any, token: int) -> tuple[Tensor, ...]:
    """For each step the logits (rows, vocabulary) of the next token, as the network gives them.

    Args:
        network: A network with transformers' ``generate``.
        inputs: Prompts, padded as for a generation.
        own: As ``own_settings`` gives it.
        token: What stands for the first new token in every row, whatever the network would choose.
    """

    def only_that(ids: Tensor, scores: Tensor) -> Tensor:
        forced = torch.full_like(scores, -torch.inf)
        forced[:, token] = 0
        return forced

    config = as_transformers(Generation(max_new_tokens=_STEPS), own, _STEPS)
    config.output_logits = True
    logits: tuple[Tensor, ...] = network.generate(
        **inputs, generation_config=config, logits_processor=[only_that]
    ).logits
    return logits
