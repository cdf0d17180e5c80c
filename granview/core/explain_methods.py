"""The names of the methods of explanation, for those who cannot ask a network: the packages of models are heavy."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

METHOD_TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "attention": "Attention",
        "mean-attention": "Attention, mean over heads",
        "rollout": "Attention rollout",
        "relevance": "Gradient-weighted relevance",
        "grad-cam": "Grad-CAM",
        "input-gradients": "Input times gradient",
        "integrated-gradients": "Integrated gradients",
    }
)
"""Titles on screen by name in queries; those of ``granview/explain/methods``."""

METHOD_NAMES: Final = tuple(METHOD_TITLES)
"""Names in queries and file names."""

_OF_SCORES: Final = frozenset({"relevance", "grad-cam", "input-gradients", "integrated-gradients"})


def is_comparable(method: str) -> bool:
    """Whether raw values of different networks compare.

    Those of attention do: they are shares of one token's weight, which add up to 1 in every network. Those that are
    made of gradients are in units of the network's own class score, which no two networks share.

    Args:
        method: The method's name.
    """
    return method not in _OF_SCORES


def with_method_title(method: str, words: str) -> str:
    """Words about a method with its title before them, once.

    Args:
        method: The method's name.
        words: What is said of it; with its title already where they come from a model's worker.
    """
    title = METHOD_TITLES.get(method, method)
    return words if words.startswith(f"{title}:") else f"{title}: {words}"
