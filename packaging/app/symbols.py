"""Takes out of Linux's compiled files what only debuggers and linkers read: tables of symbols and of source lines."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from app.elf import is_elf

LEAST_BYTES: Final = 64 << 10
"""Smaller files have nothing to speak of."""

KEPT_WHOLE: Final = ("*.libs/*", "PySide6/Qt/lib/*")
"""Libraries whose names were changed when their wheel was made, and Qt's, which come without symbols already."""


def strip_symbols(folder: Path) -> int:
    """Strip compiled files in place; returns how many bytes that saved, 0 where there is no ``strip``.

    What a program is linked by at its start (``.dynsym``) stays. A file that ``strip`` does not understand stays as it
    is.

    Args:
        folder: What is searched, with all folders in it.
    """
    program = shutil.which("strip")
    if program is None:
        return 0
    with ThreadPoolExecutor(2) as pool:
        return sum(pool.map(lambda file: _strip(program, file), _files(folder)))


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        kept = any(file.match(pattern) for pattern in KEPT_WHOLE)
        if not kept and is_elf(file) and file.stat().st_size >= LEAST_BYTES:
            yield file


def _strip(program: str, file: Path) -> int:
    before = file.stat()
    with tempfile.TemporaryDirectory() as place:
        stripped = Path(place) / "stripped"
        command = [program, "--strip-unneeded", "-o", str(stripped), str(file)]
        ended = subprocess.run(command, capture_output=True, check=False)
        if ended.returncode or stripped.stat().st_size >= before.st_size:
            return 0
        stripped.chmod(before.st_mode)
        saved = before.st_size - stripped.stat().st_size
        shutil.copyfile(stripped, file)
    return saved
