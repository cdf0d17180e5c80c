"""What a network really is once it has been loaded and its variant's recipes were applied."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import torch
from torch import Tensor, nn

from granview.core.lane import ModelFacts, RanAs
from granview.core.variant import Variant
from granview.models.packed_weights import PackedWeight, packed_weights
from granview.models.recipe import Applied

_NAMES: Final = {torch.float32: "fp32", torch.bfloat16: "bf16", torch.float16: "fp16"}

_SLOW_FP16: Final = (
    "fp16 is a format for GPUs, which most CPUs compute more slowly than fp32: its latency here tells nothing of a "
    "GPU. The format of few bits that CPUs know is bf16."
)


def facts_after(facts: ModelFacts, network: nn.Module, variant: Variant, applied: Sequence[Applied]) -> ModelFacts:
    """The facts of a lane with how its network really runs, and what its recipes must say.

    Args:
        facts: What was known when it had been loaded.
        network: The network after its recipes.
        variant: What was asked for.
        applied: What its recipes changed.
    """
    covered = [each.covered for each in applied if each.covered is not None]
    sparsity = [each.sparsity for each in applied if each.sparsity is not None]
    ran = RanAs(
        precision=_precision(network, variant),
        engine=f"torch {facts.versions.get('torch', torch.__version__)}",
        stored_mb=stored_mb(network),
        covered=min(covered, default=None),
        sparsity=max(sparsity, default=None),
    )
    notices = tuple(words for each in applied for words in each.notices)
    if variant.precision == "fp16" and facts.device == "cpu":
        notices += (_SLOW_FP16,)
    return msgspec.structs.replace(facts, ran=ran, notices=(*facts.notices, *notices))


def stored_mb(network: nn.Module) -> float:
    """What parameters and buffers take in memory, in 10^6 bytes: each storage once, however many tensors share it."""
    sizes = {
        storage.data_ptr(): storage.nbytes() for tensor in _tensors(network) for storage in [tensor.untyped_storage()]
    }
    return sum(sizes.values()) / 1e6


def _tensors(network: nn.Module) -> Iterable[Tensor]:
    yield from network.parameters()
    yield from network.buffers()


def _precision(network: nn.Module, variant: Variant) -> str:
    """The number format of most weights; that of matrix products where the variant says it alone."""
    most = weights_precision(network.parameters(), packed_weights(network))
    return variant.precision if most == "fp32" and variant.precision == "tf32" else most


def weights_precision(parameters: Iterable[Tensor], packed: Iterable[PackedWeight] = ()) -> str:
    """The number format of most of some weights; fp32 where there are none."""
    counts: Counter[str] = Counter()
    for parameter in parameters:
        counts[_NAMES.get(parameter.dtype, str(parameter.dtype).removeprefix("torch."))] += parameter.numel()
    for each in packed:
        counts[each.kind] += each.numel
    return max(counts, key=lambda name: counts[name], default="fp32")
