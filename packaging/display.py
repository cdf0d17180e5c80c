"""Whether a window can be opened here."""

import os
import subprocess
import sys
from pathlib import Path

_PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def has_display(python: Path) -> bool:
    """Whether Qt can reach a screen, asked of Qt itself in a process of its own, since it aborts when it cannot."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    try:
        probe = subprocess.run([str(python), "-c", _PROBE], capture_output=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return False
    return probe.returncode == 0
