"""What is known of the number formats that a variant begins with: what they change, where they run, what to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from granview.core.variant import Precision, Variant


@dataclass(frozen=True)
class FormatTraits:
    """The traits of a number format.

    Attributes:
        title: Its name on screen.
        description: What it is, in a sentence without the point.
        devices: The kinds of devices on which it is something of its own.
        why: Why it is not on the others.
        caveats: By kind of device, what the user must know before choosing it.
    """

    title: str
    description: str
    devices: tuple[str, ...] = ("cpu", "cuda")
    why: str = ""
    caveats: Mapping[str, str] = field(default_factory=dict)

    def why_not(self, device_kind: str) -> str:
        """Why it cannot run on ``cpu`` or ``cuda``, as a sentence; empty where it can."""
        return "" if device_kind in self.devices else self.why


FORMATS: Final[Mapping[Precision, FormatTraits]] = {
    "fp32": FormatTraits("fp32", "32 bits, as most models were trained: what the others are compared with"),
    "tf32": FormatTraits(
        "TF32",
        "fp32 whose matrix products a GPU computes with ten bits of mantissa",
        ("cuda",),
        "TF32 is a mode of NVIDIA GPUs; a CPU computes it as fp32.",
    ),
    "bf16": FormatTraits(
        "bf16",
        "16 bits with the range of fp32 and eight bits of mantissa",
        caveats={"cpu": "Only fast on CPUs with instructions for it, such as AVX-512 BF16 or AMX"},
    ),
    "fp16": FormatTraits(
        "fp16",
        "16 bits with eleven bits of mantissa and a small range",
        caveats={"cpu": "Several times slower than fp32 on most CPUs"},
    ),
}


def why_not(variant: Variant, device_kind: str) -> str:
    """Why a variant cannot run on ``cpu`` or ``cuda``, as a sentence; empty where it can."""
    reasons = (FORMATS[variant.precision].why_not(device_kind), *(s.traits.why_not(device_kind) for s in variant.steps))
    return next((words for words in reasons if words), "")
