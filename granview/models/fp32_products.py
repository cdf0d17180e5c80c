"""How a GPU multiplies float32: with all bits of the mantissa, or with ten of them (tf32).

torch's own default is neither: matrix products in full, convolutions and recurrent layers in tf32. A lane that says
fp32 computes in fp32 throughout, one that says tf32 in tf32.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import torch

from granview.core.errors import UnsupportedModel
from granview.core.variant import Variant

_FIRST_CAPABLE: Final = (8, 0)
"""NVIDIA's Ampere: the first compute capability whose products know tf32."""


def refuse_tf32(variant: Variant, device: torch.device) -> None:
    """Refuse tf32 where the device does not have it.

    Raises:
        UnsupportedModel: the device is a CPU, or a GPU older than Ampere.
    """
    if variant.precision != "tf32":
        return
    if device.type != "cuda":
        raise UnsupportedModel("tf32 is a format of NVIDIA's GPUs: a CPU has none of it.", "Use fp32 or bf16 here.")
    if torch.cuda.get_device_capability(device) < _FIRST_CAPABLE:
        raise UnsupportedModel(
            f"{torch.cuda.get_device_name(device)} has no tf32: it came with compute capability 8.0.", "Use fp32."
        )


@contextmanager
def multiplying_as(variant: Variant, device: torch.device) -> Iterator[None]:
    """Within it, float32 is multiplied on a GPU as the variant says; afterwards as before."""
    if device.type != "cuda":
        yield
        return
    wanted = "tf32" if variant.precision == "tf32" else "ieee"
    kinds = _kinds()
    before = [kind.fp32_precision for kind in kinds]
    try:
        for kind in kinds:
            kind.fp32_precision = wanted
        yield
    finally:
        for kind, was in zip(kinds, before, strict=True):
            kind.fp32_precision = was


def _kinds() -> tuple[Any, ...]:
    backends: Any = torch.backends
    return backends.cuda.matmul, backends.cudnn.conv, backends.cudnn.rnn
