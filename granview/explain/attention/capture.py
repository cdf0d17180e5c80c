"""What is wanted of a forward pass, and what was captured."""

from collections.abc import Callable
from dataclasses import dataclass, field

from torch import Tensor

from granview.explain.attention.layer import LayerAttention
from granview.explain.attention.site import Site

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
