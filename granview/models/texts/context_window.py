"""How many tokens a model takes at once."""

from typing import Any, Final

from torch import nn

UNLIMITED: Final = 10**9
_SANE: Final = 10**7
"""Tokenizers that know no limit give a number far above this one."""


def context_window(network: nn.Module, tokenizer: Any) -> int:
    """The most tokens, special ones included: the tokenizer's limit or the network's, whichever is lower.

    ``UNLIMITED`` where neither has one, as for models whose positions are relative.
    """
    limits = (int(tokenizer.model_max_length), positions(network))
    return min((limit for limit in limits if 0 < limit < _SANE), default=UNLIMITED)


def positions(network: nn.Module) -> int:
    """Positions that the network knows; ``UNLIMITED`` where its config names none.

    Networks built as RoBERTa is begin to count after the index of the padding, and lose so many positions.
    """
    config: Any = network.config
    named = getattr(config.get_text_config(decoder=True), "max_position_embeddings", None)
    if not isinstance(named, int) or named < 1:
        return UNLIMITED
    return named - _lost(network)


def _lost(network: nn.Module) -> int:
    for name, module in network.named_modules():
        if name.endswith("position_embeddings") and isinstance(module, nn.Embedding) and module.padding_idx is not None:
            return module.padding_idx + 1
    return 0
