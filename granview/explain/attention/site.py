"""One call of an attention layer in a forward pass."""

import re
from dataclasses import dataclass
from typing import Final

from torch import nn

_CROSS: Final = re.compile(r"cross_?att|encoder_att|encdecatt|multihead_attn|cross_attn", re.IGNORECASE)


@dataclass(frozen=True)
class Site:
    """A call of an attention layer: who attends to whom, in tokens.

    Attributes:
        index: Place among all calls of the forward pass, from 0.
        name: Path of the attention module in its network; a module that is called again has several sites.
        heads: Number of query heads.
        batch: Length of the batch: 1, or the number of windows where a network attends within windows.
        queries: Tokens that attend.
        keys: Tokens that are attended to.
        causal: Whether no token attends to a later one.
        cross: Whether the keys are of another sequence than the queries.
        whole: Whether the network computes all its weights at once.
        part: Which map it is of those that its module computes in one call, from 0; nearly all compute one.
    """

    index: int
    name: str
    heads: int
    batch: int
    queries: int
    keys: int
    causal: bool = False
    cross: bool = False
    whole: bool = False
    part: int = 0

    @property
    def tower(self) -> str:
        """The name without its numbers, and which of its maps: equal for layers of one stack."""
        return re.sub(r"\d+", "*", self.name) + (f" {self.part}" if self.part else "")

    @property
    def weights(self) -> int:
        """Number of attention weights of this call."""
        return self.batch * self.heads * self.queries * self.keys


def is_cross(name: str, module: nn.Module) -> bool:
    """Whether a module attends to another sequence, by what it says of itself or by its name."""
    if getattr(module, "is_cross_attention", False) is True:
        return True
    return _CROSS.search(name.rpartition("layers.")[2]) is not None
