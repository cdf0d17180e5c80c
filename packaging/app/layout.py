"""Where everything lies in the application's folder, on each system."""

import platform
import re
import sys
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
SYSTEMS: Final = ("linux", "windows", "macos")
_SYSTEM_NAMES: Final = {"linux": "linux", "win32": "windows", "darwin": "macos"}
_MACHINES: Final = {"amd64": "x86_64", "x64": "x86_64", "aarch64": "arm64"}


@dataclass(frozen=True)
class Layout:
    """The folder that is built.

    Attributes:
        folder: Where it is built; all paths below are within it.
        system: One of ``SYSTEMS``.
        python_version: Of the interpreter, as ``3.11``.
    """

    folder: Path
    system: str
    python_version: str

    @property
    def prefix(self) -> Path:
        """The interpreter's ``sys.prefix``."""
        return self.folder / "python"

    @property
    def python(self) -> Path:
        """The interpreter."""
        return self.prefix / ("python.exe" if self.system == "windows" else f"bin/python{self.python_version}")

    @property
    def stdlib(self) -> Path:
        """The standard library."""
        return self.prefix / ("Lib" if self.system == "windows" else f"lib/python{self.python_version}")

    @property
    def site_packages(self) -> Path:
        """The packages."""
        return self.stdlib / "site-packages"

    @property
    def libraries(self) -> Path:
        """Shared libraries that are brought along."""
        return self.prefix / "lib"

    @property
    def uv(self) -> Path:
        """The program that builds runtimes."""
        return self.folder / "bin" / ("uv.exe" if self.system == "windows" else "uv")

    @property
    def locks(self) -> Path:
        """The lock files that runtimes are built from."""
        return self.folder / "locks"

    @property
    def licences(self) -> Path:
        """The licences' own texts."""
        return self.folder / "licences"

    @property
    def launcher(self) -> Path:
        """What is double-clicked, or typed."""
        return self.folder / ("granview.cmd" if self.system == "windows" else "granview")

    @property
    def manifest(self) -> Path:
        """What the program reads of its own folder: it lies in ``sys.prefix``."""
        return self.prefix / "granview-app.json"

    def from_prefix(self, path: PurePath) -> str:
        """A path of the folder as it is written in the manifest: seen from ``sys.prefix``, with slashes."""
        if path.is_relative_to(self.prefix):
            return path.relative_to(self.prefix).as_posix()
        return f"../{path.relative_to(self.folder).as_posix()}"


def this_system() -> str:
    """The system that this runs on.

    Raises:
        SystemExit: it is none of ``SYSTEMS``.
    """
    for prefix, name in _SYSTEM_NAMES.items():
        if sys.platform.startswith(prefix):
            return name
    sys.exit(f"There is no recipe of the application for {sys.platform}.")


def this_machine() -> str:
    """The processor, under one name on all systems."""
    name = platform.machine().lower()
    return _MACHINES.get(name, name)


def version() -> str:
    """The program's version, as its package states it."""
    text = (ROOT / "granview" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__\s*(?::\s*\w+)?\s*=\s*"([^"]+)"', text, flags=re.MULTILINE)
    if found is None:
        raise ValueError("granview/__init__.py states no __version__.")
    return found[1]
