"""The libraries that Qt takes from the system: on Debian and Ubuntu looked up, and installed where we may."""

import importlib.util
import os
import shutil
import subprocess
import sys

DEBIAN_PACKAGES = (
    "fonts-dejavu-core",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxkbcommon-x11-0",
    "python3-venv",
)
"""What PySide6's xcb and offscreen plugins link to and a bare Debian or Ubuntu lacks."""


def ensure_system_libraries() -> str | None:
    """Install what is missing, as root on Debian or Ubuntu; returns what the user must do, None when all is there."""
    if not sys.platform.startswith("linux") or shutil.which("dpkg-query") is None:
        return None
    missing = [package for package in _wanted() if not _installed(package)]
    if not missing:
        return None
    command = f"apt-get install -y --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0:
        return f"Some system libraries are missing. Install them, then try again:\n\n    sudo {command}\n"
    print(f"Installing system libraries: {' '.join(missing)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in ("apt-get update -qq", command.replace("install", "install -qq", 1)):
        if subprocess.run(step.split(), env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
            return f"'{step}' failed. Run it by hand, see what it says, then try again."
    return None


def _wanted() -> tuple[str, ...]:
    """The packages to look for; ``python3-venv`` only where this is the system's own Python without ensurepip."""
    if importlib.util.find_spec("ensurepip") is None:
        return DEBIAN_PACKAGES
    return tuple(package for package in DEBIAN_PACKAGES if package != "python3-venv")


def _installed(package: str) -> bool:
    """Whether dpkg has the package, or another that provides it, installed."""
    query = ["dpkg-query", "--show", "--showformat=${Status}", package]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    return answer.stdout.startswith("install ok installed")
