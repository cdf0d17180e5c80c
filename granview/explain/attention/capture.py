"""Calls of attention layers in a forward pass: what is wanted of them, what was captured, what memory it takes."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from torch import Tensor, nn

from granview.explain.attention.layer import LayerAttention

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


_COPIES: Final = 3
"""Scores, masked scores and weights, which an eager layer holds at once."""


def eager_bytes(sites: Iterable[Site], itemsize: int = 4) -> int:
    """Bytes that all attention weights of a forward pass take together, as ``output_attentions`` returns them."""
    return sum(site.weights for site in sites) * itemsize


def estimate_bytes(sites: Iterable[Site], whole: bool, itemsize: int = 4) -> int:
    """Bytes that a pass takes besides its usual ones where attention weights are computed whole.

    Args:
        sites: The attention calls of a pass.
        whole: Whether the weights of all layers are kept at once (as gradients need them), or one layer's at a time.
        itemsize: Bytes per weight.
    """
    sites = list(sites)
    largest = max((site.weights for site in sites), default=0)
    return (eager_bytes(sites, itemsize) if whole else 0) + _COPIES * largest * itemsize


Pairs = tuple[Tensor, Tensor]
"""Single tokens: batch (n,) int64 and index (n,) int64."""


@dataclass(frozen=True)
class CaptureRequest:
    """What to compute at each attention call, besides what the network itself computes.

    Attributes:
        layers: Indices of the calls to serve; None for all.
        rows: The queries whose rows are wanted at a call, or None for none there.
        weights: Weights (batch, queries) of a call's queries whose weighted sum of rows is wanted, or None.
        mass: Whether the mean over all queries is wanted.
        mean_heads: Whether rows, sums and mass are wanted as means over heads, of length 1 there.
        keep: Whether queries and keys are kept, from which any weight can be computed later.
        gradients: Whether values, and the gradients of what a layer gives, are kept as well.
    """

    layers: frozenset[int] | None = None
    rows: Callable[[Site], Pairs | None] | None = None
    weights: Callable[[Site], Tensor | None] | None = None
    mass: bool = False
    mean_heads: bool = False
    keep: bool = False
    gradients: bool = False

    def at(self, site: Site) -> bool:
        """Whether this call is to be served."""
        return self.layers is None or site.index in self.layers


@dataclass
class Captured:
    """What a forward pass left behind; keys are indices of ``sites``.

    Attributes:
        sites: Every attention call, in order, served or not.
        without_map: Names of attention layers that computed no such weights, once per call.
        rows: (n, heads, keys) float32 per call.
        sums: Weighted sums of rows, (batch, heads, keys) float32 per call.
        mass: (batch, heads, keys) float32 per call.
        kept: Weights to compute from, per call.
        gradients: Gradients of what a call gave: (batch, queries, heads, d) per call, after the backward pass.
        values: Values (batch, key heads, keys, d) per call.
        overflowed: Whether nothing is kept because it would have been more than may be.
    """

    sites: list[Site] = field(default_factory=list)
    without_map: list[str] = field(default_factory=list)
    rows: dict[int, Tensor] = field(default_factory=dict)
    sums: dict[int, Tensor] = field(default_factory=dict)
    mass: dict[int, Tensor] = field(default_factory=dict)
    kept: dict[int, LayerAttention] = field(default_factory=dict)
    gradients: dict[int, Tensor] = field(default_factory=dict)
    values: dict[int, Tensor] = field(default_factory=dict)
    overflowed: bool = False

    def nbytes(self) -> int:
        """Bytes that are held; tensors that layers share, such as masks, count once."""
        tensors = [tensor for layer in self.kept.values() for tensor in layer.tensors()]
        for held in (self.rows, self.sums, self.mass, self.gradients, self.values):
            tensors.extend(held.values())
        storages = {tensor.untyped_storage().data_ptr(): tensor.untyped_storage().nbytes() for tensor in tensors}
        return sum(storages.values())


def same_rows(indices: Tensor) -> Callable[[Site], Pairs | None]:
    """The same queries (n,) int64 of batch 0 at every call that has them."""

    def rows(site: Site) -> Pairs | None:
        return (indices.new_zeros(len(indices)), indices) if int(indices.max()) < site.queries else None

    return rows
