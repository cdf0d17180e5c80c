"""What attention weights take in memory."""

from collections.abc import Iterable
from typing import Final

from granview.explain.attention.site import Site

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
