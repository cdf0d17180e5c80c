"""Which packages the application brings: those of ``app.lock``, which must hold all that the window's side imports.

Lanes are processes under another interpreter, whose packages are installed at the first start. So nothing that the
worker's side alone imports is brought: neither torch nor transformers.
"""

import re
import sys
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path
from typing import Final

from packaging.markers import Marker

from app.layout import ROOT

LOCKS: Final = ROOT / "packaging" / "runtime"
"""The locks that the application brings along, as they are: its own, and those of its runtimes."""

WORKERS_SIDE: Final = ("worker", "explain", "models", "zoo")
"""The packages within ``granview`` that run under the lanes' interpreter."""

_PIN: Final = re.compile(r"^([\w.-]+)==[^ ;\\]+(?: ; ([^\\\n]+?))?(?: \\)?$", re.MULTILINE)
_IMPORT: Final = re.compile(r"^[ ]*(?:import ([A-Za-z_]\w*)|from ([A-Za-z_]\w*)[\w.]* import )", re.MULTILINE)


def locked_packages(lock: Path = LOCKS / "app.lock") -> list[str]:
    """Names of the packages of a lock that are for this system and this Python, in order."""
    pins = _PIN.findall(lock.read_text(encoding="utf-8"))
    return sorted({name for name, marker in pins if not marker or Marker(marker).evaluate()})


def not_locked(imports: Iterable[str], names: Iterable[str]) -> set[str]:
    """Which imports none of the packages brings: with any, the application would break where it is used."""
    return set(imports).difference(*(_modules_of(name) for name in names))


def window_imports(package: Path) -> set[str]:
    """Names that the window's side imports anywhere, also within functions; the standard library's left out."""
    files = (file for file in package.rglob("*.py") if file.relative_to(package).parts[0] not in WORKERS_SIDE)
    names = {"".join(pair) for file in files for pair in _IMPORT.findall(file.read_text(encoding="utf-8"))}
    return names - set(sys.stdlib_module_names) - {package.name}


def _modules_of(name: str) -> set[str]:
    """What stands at the top of a package's list of files: names that can be imported, among others."""
    lines = (distribution(name).read_text("RECORD") or "").splitlines()
    return {line.partition(",")[0].partition("/")[0].partition(".")[0] for line in lines}
