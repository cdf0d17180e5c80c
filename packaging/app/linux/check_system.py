"""Run when it is installed: names the libraries that the window needs and this system lacks, and their packages."""

import ctypes
import sys

LIBRARIES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libstdc++.so.6": ("libstdc++6", "libstdc++"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libz.so.1": ("zlib1g", "zlib"),
}
"""What every desktop has; the packages of Debian and Ubuntu, and of Fedora, that bring it."""


def missing_libraries() -> list[str]:
    """Names of the libraries that cannot be loaded."""
    return [name for name in LIBRARIES if not _loads(name)]


def sentence(missing: list[str]) -> str:
    """What to do about them."""
    debian = " ".join(dict.fromkeys(LIBRARIES[name][0] for name in missing))
    fedora = " ".join(dict.fromkeys(LIBRARIES[name][1] for name in missing))
    return (
        f"The window needs libraries that this system lacks: {', '.join(missing)}.\n"
        f"  Debian, Ubuntu:  sudo apt install {debian}\n"
        f"  Fedora:          sudo dnf install {fedora}"
    )


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    missing = missing_libraries()
    if missing:
        sys.exit(sentence(missing))
