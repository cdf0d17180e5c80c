"""The names of the methods of explanation, for those who cannot ask a network: the packages of models are heavy.

A plug-in that brings a method names it in its own ``core/explain_methods.py``.
"""

from dataclasses import dataclass
from typing import Final

from granview.core.registry import Registry


@dataclass(frozen=True)
class MethodName:
    """How a method is called.

    Attributes:
        title: Its name on screen, as its facts have it.
        is_comparable: Whether raw values of different networks compare. Those of attention do: they are shares of one
            token's weight, which add up to 1 in every network. Those that are made of scores or their gradients are in
            units of the network's own class score, which no two networks share.
    """

    title: str
    is_comparable: bool = False


METHOD_NAMES: Final[Registry[MethodName]] = Registry("granview.core.explain_methods", "explanation method")
"""By name in queries and file names; those of ``granview/explain/methods``."""

METHOD_NAMES.register("attention")(MethodName("Attention", is_comparable=True))
METHOD_NAMES.register("mean-attention")(MethodName("Attention, mean over heads", is_comparable=True))
METHOD_NAMES.register("rollout")(MethodName("Attention rollout", is_comparable=True))
METHOD_NAMES.register("relevance")(MethodName("Gradient-weighted relevance"))
METHOD_NAMES.register("grad-cam")(MethodName("Grad-CAM"))
METHOD_NAMES.register("input-gradients")(MethodName("Input times gradient"))
METHOD_NAMES.register("integrated-gradients")(MethodName("Integrated gradients"))


def is_comparable(method: str) -> bool:
    """Whether raw values of different networks compare; of a method that is not known here they do not.

    Args:
        method: The method's name.
    """
    return method in METHOD_NAMES and METHOD_NAMES.get(method).is_comparable


def with_method_title(method: str, words: str) -> str:
    """Words about a method with its title before them, once.

    Args:
        method: The method's name.
        words: What is said of it; with its title already where they come from a model's worker.
    """
    title = METHOD_NAMES.get(method).title if method in METHOD_NAMES else method
    return words if words.startswith(f"{title}:") else f"{title}: {words}"
