"""Energy that a GPU has used, by NVML's counter."""

from typing import Any, Final

_CUDA: Final = "cuda"


class EnergyCounter:
    """A GPU's total energy since its driver was loaded."""

    def __init__(self, nvml: Any, handle: Any) -> None:
        self._nvml = nvml
        self._handle = handle

    def read_j(self) -> float:
        """The counter, in joules; millijoules are its resolution, and it moves some ten times a second."""
        return float(self._nvml.nvmlDeviceGetTotalEnergyConsumption(self._handle)) / 1000


def energy_counter(device: str) -> EnergyCounter | None:
    """The counter of ``cuda:N``; None for other devices, and where NVML or the GPU has none (before Volta)."""
    if not device.startswith(_CUDA):
        return None
    import pynvml

    try:
        pynvml.nvmlInit()
        counter = EnergyCounter(pynvml, pynvml.nvmlDeviceGetHandleByUUID(_uuid(device)))
        counter.read_j()
    except pynvml.NVMLError:
        return None
    return counter


def _uuid(device: str) -> str:
    """NVML counts all GPUs, torch those that CUDA_VISIBLE_DEVICES shows: the UUID is what both mean."""
    import torch

    index = int(device.partition(":")[2] or 0)
    return f"GPU-{torch.cuda.get_device_properties(index).uuid}"
