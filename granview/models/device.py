"""Where a model runs."""

import platform
from dataclasses import dataclass
from pathlib import Path

import torch

from granview.core.errors import DeviceError


@dataclass(frozen=True)
class Placement:
    """A device that is really there.

    Attributes:
        device: ``cpu`` or ``cuda:N``.
        name: The device's own name, such as the processor's.
        notices: Why it is not the one that was hoped for.
    """

    device: torch.device
    name: str
    notices: tuple[str, ...] = ()


def place(wanted: str) -> Placement:
    """The device for ``auto``, ``cpu``, ``cuda`` or ``cuda:N``; ``auto`` is the first GPU where there is one.

    Raises:
        DeviceError: the GPU asked for is not there.
    """
    if wanted == "cpu":
        return Placement(torch.device("cpu"), _cpu_name())
    reason = _why_no_cuda()
    if wanted == "auto" and reason:
        return Placement(torch.device("cpu"), _cpu_name(), (f"Runs on the CPU: {reason}.",))
    if reason:
        raise DeviceError(f"{wanted} is not there: {reason}.", "Choose the device auto or cpu.")
    return _cuda(wanted)


def _cuda(wanted: str) -> Placement:
    index = int(wanted.partition(":")[2] or 0)
    count = torch.cuda.device_count()
    if index >= count:
        there = ", ".join(f"cuda:{i}" for i in range(count))
        raise DeviceError(f"{wanted} is not there: this machine has {there}.", "Choose one of these, or auto.")
    return Placement(torch.device("cuda", index), torch.cuda.get_device_name(index))


def _why_no_cuda() -> str:
    """Why no CUDA device can be used, as a clause; empty where there is one."""
    if torch.version.cuda is None:
        return "this torch is built without CUDA"
    if not torch.cuda.is_available():
        return "no CUDA device was found, or its driver does not answer"
    return ""


def _cpu_name() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text(encoding="utf-8", errors="replace").splitlines():
            key, _, value = line.partition(":")
            if key.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()
