"""What this machine can compute on, as its driver has it; torch is not needed for that."""

import platform
import sys
from collections.abc import Iterator

import msgspec

from granview.core.memory_words import gigabytes


class Gpu(msgspec.Struct, frozen=True):
    """A graphics processor of NVIDIA.

    Attributes:
        name: As its driver has it.
        memory_bytes: Its memory.
        compute_capability: What its instructions are, as (major, minor).
    """

    name: str
    memory_bytes: int
    compute_capability: tuple[int, int]


class Machine(msgspec.Struct, frozen=True):
    """What there is.

    Attributes:
        system: As ``sys.platform`` has it.
        architecture: As ``platform.machine`` has it, such as ``x86_64``.
        gpus: NVIDIA's GPUs.
        driver_cuda: The newest CUDA that their driver runs, as (major, minor); None without a driver.
    """

    system: str
    architecture: str
    gpus: tuple[Gpu, ...] = ()
    driver_cuda: tuple[int, int] | None = None

    @property
    def is_apple_silicon(self) -> bool:
        """Whether torch's CPU build drives a GPU too, by Metal."""
        return self.system == "darwin" and self.architecture == "arm64"

    @property
    def device(self) -> str:
        """The best device, in a few words."""
        if self.gpus:
            first = self.gpus[0]
            others = f", and {len(self.gpus) - 1} more" if len(self.gpus) > 1 else ""
            return f"{first.name} ({gigabytes(first.memory_bytes)}){others}"
        return "Apple silicon with its GPU" if self.is_apple_silicon else f"CPU ({self.architecture})"


def this_machine() -> Machine:
    """Ask the system and NVIDIA's driver; takes some tenths of a second where there is one."""
    import pynvml

    system, architecture = sys.platform, platform.machine()
    try:
        pynvml.nvmlInit()
    except (pynvml.NVMLError, OSError):
        return Machine(system, architecture)
    try:
        version = pynvml.nvmlSystemGetCudaDriverVersion_v2()
        return Machine(system, architecture, tuple(_gpus()), (version // 1000, version % 1000 // 10))
    except pynvml.NVMLError:
        return Machine(system, architecture)
    finally:
        pynvml.nvmlShutdown()


def _gpus() -> Iterator[Gpu]:
    import pynvml

    for index in range(pynvml.nvmlDeviceGetCount()):
        handle = pynvml.nvmlDeviceGetHandleByIndex(index)
        major, minor = pynvml.nvmlDeviceGetCudaComputeCapability(handle)
        yield Gpu(pynvml.nvmlDeviceGetName(handle), pynvml.nvmlDeviceGetMemoryInfo(handle).total, (major, minor))
