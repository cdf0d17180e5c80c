"""How a model is run: number format, compilation."""

from typing import Any, Final

import torch
from torch import nn

from granview.core.errors import GranViewError, ModelError, UnsupportedModel
from granview.core.readable_errors import first_line
from granview.core.readable_errors import readable_error as as_sentence
from granview.core.variant import Precision, Variant
from granview.models.compiled_network import CompiledNetwork
from granview.models.exhausted_memory import exhausted, means_exhausted

DTYPES: Final[dict[Precision, torch.dtype]] = {
    "fp32": torch.float32,
    "tf32": torch.float32,
    "bf16": torch.bfloat16,
    "fp16": torch.float16,
}

_NO_KERNEL = ("not implemented for", "no kernel", "unsupported dtype", "unsupported scalartype")


def reduced(network: nn.Module, variant: Variant) -> nn.Module:
    """A network of which its library says nothing else: all its floating parameters and buffers in the number format.

    transformers' networks are loaded in it instead, since they say what of them stays in float32.
    """
    return network.to(dtype=DTYPES[variant.precision])


def prepare(network: nn.Module, variant: Variant, device: torch.device) -> nn.Module:
    """The network on its device, in evaluation mode, in the number format in which it comes; not compiled."""
    network.requires_grad_(False)
    try:
        return network.eval().to(device=device)
    except RuntimeError as error:
        raise readable_error(error, variant, device) from error


def compiled(network: nn.Module, variant: Variant) -> Any:
    """The network itself, or, where the variant says so, through ``torch.compile``, which works at the first pass."""
    return CompiledNetwork(network) if variant.compiled else network


def readable_error(error: Exception, variant: Variant, device: torch.device) -> GranViewError:
    """What a failed pass means: memory exhausted, a missing kernel, a failed compilation, or that the model failed."""
    if isinstance(error, GranViewError):
        return error
    lower = str(error).lower()
    if means_exhausted(error):
        return exhausted(error, str(device))
    if variant.compiled and type(error).__module__.startswith(("torch._dynamo", "torch._inductor")):
        inner = getattr(error, "inner_exception", error)
        return UnsupportedModel(
            f"torch.compile cannot compile this model: {first_line(inner)}.",
            f"Use the variant {variant.precision}.",
        )
    if DTYPES[variant.precision] != torch.float32 and any(sign in lower for sign in _NO_KERNEL):
        return UnsupportedModel(
            f"This model cannot run in {variant.precision} on {device}: {first_line(error)}.", "Use the variant fp32."
        )
    return ModelError(as_sentence(error, "The model failed").message, "Try another model or another sample.")
