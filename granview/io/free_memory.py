"""How much memory is free: of the machine, within the limit of the group of processes, of a GPU.

The system's ``MemAvailable`` counts what files' pages give back at once. A container's limit is below that, and
exceeding it ends a process without a word, so the smaller of the two counts.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

_GROUPS: Final = Path("/proc/self/cgroup")
_MOUNT: Final = Path("/sys/fs/cgroup")
_UNLIMITED: Final = 1 << 60
"""A version 1 limit above this is none."""


def free_bytes(device: str = "cpu") -> int | None:
    """What ``cpu`` or ``cuda:N`` has free, in bytes; None where that cannot be told."""
    return _free_of_gpu(device) if device.startswith("cuda") else free_ram_bytes()


def free_ram_bytes() -> int:
    """What this process and its like may still take of the machine's memory without anything being swapped or ended."""
    import psutil

    return max(0, min([int(psutil.virtual_memory().available), *_within_groups(_GROUPS, _MOUNT)]))


def held_bytes(pid: int) -> int | None:
    """What would come back if a process ended: memory that it shares with no other; None where it is gone.

    Pages of weight files count where no other process has them mapped.
    """
    import psutil

    try:
        return int(psutil.Process(pid).memory_full_info().uss)
    except psutil.Error:
        return None


def _free_of_gpu(device: str) -> int | None:
    """By NVML, so that no CUDA context is made for the question; by the index that CUDA_VISIBLE_DEVICES leaves."""
    import pynvml

    index = device.partition(":")[2] or "0"
    try:
        pynvml.nvmlInit()
        return int(pynvml.nvmlDeviceGetMemoryInfo(_handle(pynvml, int(index))).free)
    except (pynvml.NVMLError, ValueError):
        return None


def _handle(nvml: object, index: int) -> object:
    import os

    shown = [name.strip() for name in os.environ.get("CUDA_VISIBLE_DEVICES", "").split(",") if name.strip()]
    name = shown[index] if index < len(shown) else str(index)
    if name.isdecimal():
        return nvml.nvmlDeviceGetHandleByIndex(int(name))  # type: ignore[attr-defined]
    return nvml.nvmlDeviceGetHandleByUUID(name)  # type: ignore[attr-defined]


def _within_groups(groups: Path, mount: Path) -> Iterator[int]:
    """What is left below the limit of each group of processes that this one is in."""
    try:
        lines = groups.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, path = [*line.split(":", 2), "", ""][:3]
        if not controllers:
            yield from _left(mount, path, ("memory.max", "memory.current"), "inactive_file")
        elif "memory" in controllers.split(","):
            names = ("memory.limit_in_bytes", "memory.usage_in_bytes")
            yield from _left(mount / "memory", path, names, "total_inactive_file")


def _left(root: Path, path: str, names: tuple[str, str], reclaimed: str) -> Iterator[int]:
    """By the group's files and those of the groups that it is part of; in a container its own may be the root."""
    inside = PurePosixPath(path.lstrip("/"))
    for part in (inside, *inside.parents):
        home = root / part
        limit, used = (_number(home / name) for name in names)
        if limit is not None and used is not None and limit < _UNLIMITED:
            yield limit - used + _statistic(home / "memory.stat", reclaimed)


def _number(file: Path) -> int | None:
    """The number in a file; None where there is none, or it says ``max``."""
    try:
        return int(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _statistic(file: Path, name: str) -> int:
    """Pages of files that nobody has used for a while are counted as used, and given back at once."""
    try:
        lines = file.read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name} ")), 0)
