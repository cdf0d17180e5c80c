"""Whether what a network gave are numbers, asked before anything is made of them.

NaN is neither above nor below anything, so that ``argmax`` makes class 0 of it, or whichever comes first: an answer
that looks like any other, and is right wherever class 0 is.
"""

import torch
from torch import Tensor, nn

from granview.core.errors import NotFinite
from granview.core.variant import Variant


def require_finite(logits: Tensor, dim: int = -1) -> Tensor:
    """The logits, after it was made sure that they make probabilities along a dimension.

    They do where the highest of each is finite, which no NaN and no +inf lets be. -inf beside it is right: libraries
    mask so what may not be said. One sum tells of nearly all logits that they are sound; only the rest is looked at
    value by value.

    Args:
        logits: Of any shape and floating type, on any device.
        dim: Along which classes, tokens or whatever is chosen among stands.

    Raises:
        NotFinite: some do not.
    """
    if not all_finite(logits):
        highest = logits.amax(dim)
        if not bool(torch.isfinite(highest).all()):
            raise not_finite("NaN" if bool(highest.isnan().any()) else "infinite")
    return logits


def require_numbers(values: Tensor) -> Tensor:
    """The values, after it was made sure that each of them is finite.

    Raises:
        NotFinite: one is not.
    """
    if not all_finite(values) and not bool(torch.isfinite(values).all()):
        raise not_finite("NaN" if bool(values.isnan().any()) else "infinite")
    return values


def all_finite(values: Tensor) -> bool:
    """Whether no value is NaN or infinite; may say no where so many are so large that their sum is not finite."""
    return bool(torch.isfinite(values.sum(dtype=torch.float32)))


def not_finite(kind: str) -> NotFinite:
    """What is said of values that are ``NaN`` or ``infinite``."""
    return NotFinite(f"The model gave values that are no numbers ({kind}), of which nothing can be told.")


def why_not_finite(network: nn.Module, variant: Variant) -> str:
    """Where values that are no numbers may come from, and what to do; looks at all weights, which takes a while."""
    broken = [name for name, weights in network.state_dict().items() if _is_broken(weights)]
    reduced = variant.precision != "fp32"
    if broken:
        named = f"{broken[0]} and {len(broken) - 1} more" if len(broken) > 1 else broken[0]
        first = f"Its weights hold such values themselves ({named})"
        return f"{first}, as {variant.precision}: try fp32." if reduced else f"{first}: load or train the model anew."
    if reduced:
        return f"Its numbers may have outgrown {variant.precision}: try fp32."
    return "Its weights are finite: the input, or how it is prepared, may be beyond what the model can take."


def _is_broken(weights: Tensor) -> bool:
    return weights.is_floating_point() and not bool(torch.isfinite(weights).all())
