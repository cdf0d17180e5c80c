"""Which parts of Qt are brought along: the modules that the window imports, the plugins that it needs, their libraries.

Libraries are found from what the kept modules and plugins link to, so that nothing that is needed is ever left out.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from app.elf import is_elf, needed_libraries

MODULES: Final = (
    "QtCore",
    "QtDBus",
    "QtGui",
    "QtNetwork",
    "QtOpenGL",
    "QtOpenGLWidgets",
    "QtPrintSupport",
    "QtSvg",
    "QtSvgWidgets",
    "QtTest",
    "QtWidgets",
)
"""The modules of PySide6 that can be imported; what is small and what plots import stays, too."""

PLUGINS: Final = (
    "iconengines/*",
    "imageformats/*",
    "platforminputcontexts/*",
    "platforms/*offscreen*",
    "platforms/*minimal.*",
    "platforms/*wayland*",
    "platforms/*xcb*",
    "platforms/*windows*",
    "platforms/*cocoa*",
    "platformthemes/*",
    "styles/*",
    "tls/*",
    "wayland-decoration-client/*",
    "wayland-graphics-integration-client/*",
    "wayland-shell-integration/*",
    "xcbglintegrations/*",
)
TRANSLATIONS: Final = "qtbase_*.qm"


@cache
def left_out_of_qt(site_packages: Path) -> frozenset[str]:
    """Paths of PySide6's files that are not brought, from the folder of packages on; none where it is not there."""
    home = site_packages / "PySide6"
    if not home.is_dir():
        return frozenset()
    kept = _kept(home)
    return frozenset(f.relative_to(site_packages).as_posix() for f in home.rglob("*") if f.is_file() and f not in kept)


def _kept(home: Path) -> set[Path]:
    qt = home / "Qt" if (home / "Qt").is_dir() else home
    starts = {file for name in MODULES for file in home.glob(f"{name}.*")}
    starts |= {file for pattern in PLUGINS for file in (qt / "plugins").glob(pattern) if _can_load(file, qt / "lib")}
    kept = starts | {file for name in ("*.py", "*.json", "py.typed") for file in home.glob(name)}
    kept |= set((qt / "translations").glob(TRANSLATIONS)) | {home / "Qt" / "qt.conf"}
    kept |= _linked(starts, [home, qt / "lib"])
    # On Windows what is linked to is not asked of the files: all libraries stay.
    return kept | set(home.glob("*.dll")) | _icu(qt / "lib")


def _linked(starts: Iterable[Path], folders: list[Path]) -> set[Path]:
    """The libraries in the folders that files link to, directly or through others."""
    found: set[Path] = set()
    queue = [file for file in starts if is_elf(file)]
    while queue:
        for name in needed_libraries(queue.pop()):
            for file in (folder / name for folder in folders):
                if file.exists() and file not in found:
                    found.add(file)
                    queue.append(file)
    return found


def _can_load(plugin: Path, libraries: Path) -> bool:
    """Whether all libraries of Qt's that a plugin links to are there: those of other editions of Qt lack theirs."""
    if not is_elf(plugin):
        return True
    return all((libraries / name).exists() for name in needed_libraries(plugin) if name.startswith("libQt6"))


def _icu(libraries: Path) -> set[Path]:
    """The tables of letters, which are loaded by name."""
    return set(libraries.glob("libicu*"))
