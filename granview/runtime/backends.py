"""Which runtimes can be built on this machine, what each takes, and what speaks against it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import GranViewError, RuntimeProblem
from granview.runtime.lock_file import RuntimeLock, Wheel, read_lock
from granview.runtime.machine import Machine

BACKENDS: Final = {"cpu": "CPU", "cuda": "CUDA", "rocm": "ROCm", "xpu": "Intel XPU"}
"""What torch can be built for, and how that is called. On Apple silicon the first one drives the GPU as well."""

SYSTEMS: Final = {
    "linux": ("cpu", "cuda", "rocm", "xpu"),
    "win32": ("cpu", "cuda", "xpu"),
    "darwin": ("cpu",),
}
"""Which of them PyTorch builds for a system."""

_LEAST_CAPABILITY: Final = {12: (5, 0), 13: (7, 5)}
"""The oldest GPU that a major version of CUDA has kernels for (release notes of CUDA 12.0 and 13.0)."""

_UNPACKED: Final = 1.9
"""Bytes of a runtime to each byte of its wheels: CUDA's on Linux were measured at 1.84."""


class Offer(msgspec.Struct, frozen=True):
    """A runtime that could be built.

    Attributes:
        backend: A key of ``BACKENDS``.
        lock: What it consists of; None where it cannot be built.
        wheels: What is downloaded for it.
        refusal: Why it cannot be built, as a sentence; empty where it can.
        warning: What the user should know beforehand, as a sentence; empty where that is nothing.
        uses_gpu: Whether lanes compute on a GPU with it on this machine.
        is_recommended: Whether it is the one for this machine.
    """

    backend: str
    lock: RuntimeLock | None
    wheels: tuple[Wheel, ...] = ()
    refusal: str = ""
    warning: str = ""
    uses_gpu: bool = False
    is_recommended: bool = False

    @property
    def title(self) -> str:
        """What it is called."""
        return BACKENDS[self.backend]

    @property
    def expects_gpu(self) -> bool:
        """Whether it is of no use unless it computes on the GPU; not so the CPU's, though on a new macOS it may."""
        return self.uses_gpu and self.backend != "cpu"

    @property
    def asks_index(self) -> bool:
        """Whether an index is still to be asked for some of its wheels, with their sizes and hashes."""
        if self.lock is None:
            return False
        return not {package.name for package in self.lock.unlisted} <= {wheel.package for wheel in self.wheels}

    @property
    def stated_by_index(self) -> tuple[str, ...]:
        """Packages whose hashes are those that the index states, and none of the lock's."""
        return tuple(package.name for package in self.lock.unlisted) if self.lock is not None else ()

    @property
    def download_bytes(self) -> int:
        """What is downloaded for it; as far as it is known, where an index is still to be asked."""
        return sum(wheel.size_bytes for wheel in self.wheels)

    @property
    def unpacked_bytes(self) -> int:
        """About what it takes on the disk."""
        return round(self.download_bytes * _UNPACKED)


def offers(locks: Path, machine: Machine) -> tuple[Offer, ...]:
    """Every backend that PyTorch has for this system; those that cannot be built say why.

    Args:
        locks: The folder of the locks.
        machine: What there is to compute on.
    """
    listed = [_offer(locks, backend, machine) for backend in SYSTEMS.get(machine.system, ())]
    best = _recommended(listed)
    return tuple(msgspec.structs.replace(offer, is_recommended=offer is best) for offer in listed)


def recommended(listed: Sequence[Offer]) -> str:
    """The backend for this machine; empty where none can be built."""
    return next((offer.backend for offer in listed if offer.is_recommended), "")


def offer_of(listed: Sequence[Offer], backend: str) -> Offer:
    """The one of a backend. Another one is never taken in its place.

    Raises:
        RuntimeProblem: there is no such backend here, or it cannot be built.
    """
    chosen = next((offer for offer in listed if offer.backend == backend), None)
    if chosen is None:
        names = ", ".join(offer.backend for offer in listed)
        raise RuntimeProblem(f"There is no build of torch for '{backend}' on this system.", f"Choose one of {names}.")
    if chosen.refusal:
        others = ", ".join(offer.backend for offer in listed if not offer.refusal)
        raise RuntimeProblem(chosen.refusal, f"Choose one of {others}." if others else "")
    return chosen


def kernel_problem(lock: RuntimeLock, machine: Machine) -> str:
    """Why a CUDA build cannot use this machine's GPU, as a sentence; empty where it can.

    It is known before anything is downloaded: by the GPU's compute capability, and by the newest CUDA that its driver
    runs, which must be of the same major version.
    """
    if lock.cuda is None:
        return ""
    if not machine.gpus:
        return "There is no NVIDIA GPU, or no driver of it: lanes would compute on the CPU."
    needed = _LEAST_CAPABILITY.get(lock.cuda[0], (0, 0))
    usable = [gpu for gpu in machine.gpus if gpu.compute_capability >= needed]
    if not usable:
        gpu = machine.gpus[0]
        return (
            f"{gpu.name} has compute capability {_dotted(gpu.compute_capability)}, and torch {lock.torch} has kernels "
            f"for {_dotted(needed)} and newer only: lanes would compute on the CPU."
        )
    if machine.driver_cuda is not None and machine.driver_cuda[0] < lock.cuda[0]:
        return (
            f"The NVIDIA driver runs CUDA {_dotted(machine.driver_cuda)} at most, and this build brings "
            f"{_dotted(lock.cuda)}: update the driver, or lanes would compute on the CPU."
        )
    return ""


def _offer(locks: Path, backend: str, machine: Machine) -> Offer:
    path = locks / f"{backend}-{machine.system}.lock"
    if not path.is_file():
        return Offer(backend, None, refusal=_not_locked(backend))
    try:
        lock = read_lock(path)
        wheels = lock.wheels()
    except GranViewError as error:
        return Offer(backend, None, refusal=str(error))
    warning = kernel_problem(lock, machine)
    uses_gpu = machine.is_apple_silicon if backend == "cpu" else lock.cuda is not None and not warning
    return Offer(backend, lock, wheels, "", warning, uses_gpu)


def _not_locked(backend: str) -> str:
    return (
        f"This copy of GranView cannot build {BACKENDS[backend]}: PyTorch's own index, which alone has it, could not "
        "be reached when the copy was made, so that no hash is known to check a download against."
    )


def _recommended(listed: Sequence[Offer]) -> Offer | None:
    """The one that uses a GPU, else the smallest; None where none can be built."""
    possible = [offer for offer in listed if not offer.refusal]
    return min(possible, key=lambda offer: (not offer.uses_gpu, offer.download_bytes), default=None)


def _dotted(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"
