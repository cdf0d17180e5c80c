"""How much memory a model will take before it is loaded, and whether that much is free: plain arithmetic, no torch.

An estimate is parameters times the bytes of one, and what a lane's process holds besides. It leaves out the forward
pass, whose memory depends on the input: that is told when a pass is about to run.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.memory_words import gigabytes

BYTES_OF_WEIGHT: Final = {"fp32": 4.0, "tf32": 4.0, "bf16": 2.0, "fp16": 2.0, "int8": 1.0, "int4": 0.5}
"""By number format. What is quantised layer by layer keeps its other layers in more; the estimate is then low."""

PROCESS_BYTES: Final = 300_000_000
"""What a lane's process holds besides weights, beyond what it shares with the others: measured 185 MB for a U-Net of
the zoo, 265 MB for a BERT, with torch 2.15 and transformers 5.23 on Linux, forked from the fork server. Where processes
are started anew (Windows, macOS) it is more."""

CONTEXT_BYTES: Final = 500_000_000
"""What CUDA's context and libraries take of a GPU's memory, by NVIDIA's figures for PyTorch; not measured here."""


@dataclass(frozen=True)
class MemoryEstimate:
    """What a lane will take of the memory of its device, in bytes, before its first forward pass.

    Attributes:
        weights_bytes: The parameters, in the number format in which they are run.
        overhead_bytes: What the process, or the GPU's context, takes besides.
    """

    weights_bytes: int
    overhead_bytes: int

    @property
    def needed_bytes(self) -> int:
        """All of it."""
        return self.weights_bytes + self.overhead_bytes


@dataclass(frozen=True)
class LaneMemory:
    """What a lane holds now, and would give back.

    Attributes:
        lane: The lane's name.
        held_bytes: Its share of its device's memory.
    """

    lane: str
    held_bytes: int


@dataclass(frozen=True)
class MemoryFit:
    """Whether an estimate fits into what is free.

    Attributes:
        needed_bytes: What is estimated.
        free_bytes: What the device has free; None where that is not known.
        unload: The fewest lanes that must be unloaded so that it fits, largest first; empty where it fits, or where
            unloading all would not be enough.
        freed_bytes: What unloading all idle lanes would free.
    """

    needed_bytes: int
    free_bytes: int | None
    unload: tuple[LaneMemory, ...] = ()
    freed_bytes: int = 0

    @property
    def fits(self) -> bool | None:
        """Whether it fits as things are; None where that is not known."""
        return None if self.free_bytes is None else self.needed_bytes <= self.free_bytes

    @property
    def fits_after_unloading(self) -> bool | None:
        """Whether it fits, or would with idle lanes unloaded; None where that is not known."""
        return None if self.free_bytes is None else self.needed_bytes <= self.free_bytes + self.freed_bytes

    @property
    def sentence(self) -> str:
        """What the user is told of one model, with the numbers."""
        return self.sentence_about("It needs")

    def sentence_about(self, subject: str) -> str:
        """What the user is told, with the numbers; ``subject`` begins it, such as ``Together they need``."""
        needed = f"{subject} about {gigabytes(self.needed_bytes)} of memory before a first sample"
        if self.free_bytes is None:
            return f"{needed}; how much is free is not known."
        free = f"{gigabytes(self.free_bytes)} are free"
        if self.fits:
            return f"{needed}; {free}."
        if self.unload:
            names = ", ".join(each.lane for each in self.unload)
            more = gigabytes(sum(each.held_bytes for each in self.unload))
            return f"{needed}, but {free}. Unload {names} first: that frees {more}."
        return f"{needed}, but {free}. Choose a smaller model or bf16."


def estimate_memory(params: int, precision: str = "fp32", device: str = "cpu") -> MemoryEstimate:
    """What a lane with so many parameters will take.

    Args:
        params: Number of parameters.
        precision: A key of ``BYTES_OF_WEIGHT``; one that is not known counts as fp32, the largest.
        device: ``cpu``, or ``cuda:N`` for its memory.
    """
    weights = round(params * BYTES_OF_WEIGHT.get(precision, BYTES_OF_WEIGHT["fp32"]))
    return MemoryEstimate(weights, CONTEXT_BYTES if device.startswith("cuda") else PROCESS_BYTES)


def fit_memory(estimate: MemoryEstimate, free_bytes: int | None, idle: Sequence[LaneMemory] = ()) -> MemoryFit:
    """Whether an estimate fits, and which idle lanes to unload where it does not.

    Args:
        estimate: What is needed.
        free_bytes: What the device has free, as ``granview.io.free_memory`` tells; None where that is not known.
        idle: Loaded lanes on the same device that do nothing, and what they hold.
    """
    freed = sum(each.held_bytes for each in idle)
    missing = estimate.needed_bytes - (free_bytes or 0)
    if free_bytes is None or missing <= 0 or missing > freed:
        return MemoryFit(estimate.needed_bytes, free_bytes, (), freed)
    return MemoryFit(estimate.needed_bytes, free_bytes, _fewest(idle, missing), freed)


def _fewest(idle: Sequence[LaneMemory], missing: int) -> tuple[LaneMemory, ...]:
    """The largest lanes that together hold what is missing."""
    chosen: list[LaneMemory] = []
    for each in sorted(idle, key=lambda lane: lane.held_bytes, reverse=True):
        if missing <= 0:
            break
        chosen.append(each)
        missing -= each.held_bytes
    return tuple(chosen)
