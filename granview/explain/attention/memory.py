"""What attention weights take in memory."""

from collections.abc import Callable, Iterable
from typing import Any, Final

import torch
from torch import nn

from granview.core.errors import UnsupportedModel
from granview.explain.attention.site import Site
from granview.explain.attention.tap import tap
from granview.explain.attention.wanted import Wanted

_COPIES: Final = 3
"""Scores, masked scores and weights, which an eager layer holds at once."""


def survey(network: nn.Module, run: Callable[[], Any], cancelled: Callable[[], bool] | None = None) -> list[Site]:
    """Every attention call of a forward pass, found by running it once.

    Raises:
        UnsupportedModel: none was seen.
    """
    with torch.inference_mode(), tap(network, Wanted(), cancelled) as captured:
        run()
    if not captured.sites:
        raise UnsupportedModel(
            f"{type(network).__name__} has no attention that can be seen.",
            "Choose Grad-CAM for convolutional networks.",
        )
    return captured.sites


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
