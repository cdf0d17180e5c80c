"""What a lane's process held, and whether the system ended one for want of memory: nobody can ask once it is dead."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

_COUNTERS: Final = Path("/proc/vmstat")
_EVERY_S: Final = 0.5


class MemoryWatch:
    """The most resident memory of a process, looked at twice a second.

    Attributes:
        peak_bytes: The most that it was seen to hold; None where it was never seen.
    """

    def __init__(self) -> None:
        self.peak_bytes: int | None = None
        self._kills = kills_for_memory()

    def follow(self, pid: int, has_ended: Callable[[float], bool]) -> None:
        """Look until the process has ended.

        Args:
            pid: The process.
            has_ended: Waits so many seconds for its end; whether it came.
        """
        import psutil

        try:
            process = psutil.Process(pid)
            while True:
                self.peak_bytes = max(self.peak_bytes or 0, int(process.memory_info().rss))
                if has_ended(_EVERY_S):
                    break
        except psutil.Error:
            return

    def ran_out(self) -> bool | None:
        """Whether the system has ended a process for want of memory since this was made; None where it does not say."""
        now = kills_for_memory()
        return None if now is None or self._kills is None else now > self._kills


def kills_for_memory() -> int | None:
    """How many processes the system has ended for want of memory since it was started; None where it does not say."""
    try:
        lines = _COUNTERS.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) for line in lines if line.startswith("oom_kill ")), None)
