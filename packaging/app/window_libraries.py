"""What Qt's plugins take from the system: the libraries that are brought along, and those that every desktop has."""

import shutil
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from app.elf import is_elf, linked_files, set_library_folders
from app.layout import Layout

BROUGHT: Final = (
    "libxcb-cursor.so.*",
    "libxcb-icccm.so.*",
    "libxcb-image.so.*",
    "libxcb-keysyms.so.*",
    "libxcb-randr.so.*",
    "libxcb-render-util.so.*",
    "libxcb-render.so.*",
    "libxcb-shape.so.*",
    "libxcb-shm.so.*",
    "libxcb-sync.so.*",
    "libxcb-util.so.*",
    "libxcb-xfixes.so.*",
    "libxcb-xkb.so.*",
    "libxkbcommon-x11.so.*",
    "libxkbcommon.so.*",
)
"""All under the licences of X11 (MIT), and often missing where nothing else uses Qt."""


def bring_window_libraries(layout: Layout) -> dict[str, Path]:
    """Copy the libraries of ``BROUGHT`` beside Qt's own, where its plugins look first; returns where they lay."""
    qt = layout.site_packages / "PySide6" / "Qt"
    plugins = [file for file in (qt / "plugins").rglob("*.so") if is_elf(file)]
    found = {name: path for file in plugins for name, path in linked_files(file).items() if _is_brought(name)}
    for name, path in found.items():
        target = qt / "lib" / name
        shutil.copy2(path.resolve(), target)
        target.chmod(0o755)
        set_library_folders(target, qt / "lib")
    return found


def _is_brought(name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in BROUGHT)
