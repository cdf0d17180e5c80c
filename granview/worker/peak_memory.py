"""The process's largest resident memory."""

import sys
from pathlib import Path


def peak_rss_mb() -> float | None:
    """Largest resident memory of this process since it was started, in 10^6 bytes; None where the system does not say.

    On Linux this is ``VmHWM`` of proc(5), since ``getrusage`` there also remembers what the process that started this
    one held.
    """
    peak_bytes: int | None
    if sys.platform == "linux":
        peak_bytes = _high_water(Path("/proc/self/status").read_text(encoding="ascii", errors="replace"))
    elif sys.platform == "win32":
        import psutil

        peak_bytes = int(psutil.Process().memory_info().peak_wset)
    else:
        import resource

        peak_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return None if peak_bytes is None else peak_bytes / 1e6


def rss_mb() -> float | None:
    """Resident memory of this process now, in 10^6 bytes; None where a peak could not be compared with it."""
    if sys.platform != "linux":
        return None
    import psutil

    return float(psutil.Process().memory_info().rss) / 1e6


def _high_water(status: str) -> int | None:
    for line in status.splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return None
