"""Two archives, one behind the other: the interpreter, which any system's tar unpacks, and the rest, which it unpacks.

The rest is compressed with xz, to two thirds of what gzip makes of it. A system need not have xz for that: the
interpreter has it.
"""

import lzma
import os
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, BinaryIO, Final

NAME: Final = "GranView"
"""What the folder is called within."""

_GZIP_LEVEL: Final = 9
_CHUNK_BYTES: Final = 48 << 20
_WORKERS: Final = os.cpu_count() or 1
_FILTERS: Final[tuple[dict[str, Any], ...]] = ({"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 6})
"""Addresses in code of x86 are made alike before; on other processors the filter does nothing of use, nor harm."""


def write_archives(folder: Path, target: BinaryIO) -> int:
    """Write both archives of a folder; returns how many bytes the first one has.

    Args:
        folder: With the interpreter in ``python``.
        target: A file on a disk.
    """
    start = target.tell()
    with tarfile.open(fileobj=target, mode="w:gz", compresslevel=_GZIP_LEVEL) as tar:
        tar.add(folder, NAME, filter=lambda member: _anonymous(member) if is_first(member.name) else None)
    first = target.tell() - start
    rest = Path(f"{target.name}.rest")
    try:
        with tarfile.open(rest, "w") as tar:
            tar.add(folder, NAME, filter=lambda member: None if is_first_file(member) else _anonymous(member))
        with ThreadPoolExecutor(_WORKERS) as pool:
            # Each chunk is a whole stream of xz; whoever reads xz reads several behind one another.
            for chunks in _chunks(rest):
                target.writelines(pool.map(_compress, chunks))
    finally:
        rest.unlink(missing_ok=True)
    return first


def is_first(name: str) -> bool:
    """Whether a member belongs to the interpreter: its program, libraries and standard library, without packages."""
    parts = name.split("/")[1:]
    if parts[:1] != ["python"]:
        return not parts
    return "site-packages" not in parts and parts[1:2] in ([], ["bin"], ["lib"])


def is_first_file(member: tarfile.TarInfo) -> bool:
    """Whether a member is in the first archive and need not be in the second; folders may be in both."""
    return is_first(member.name) and not member.isdir()


def _chunks(file: Path) -> Iterator[list[bytes]]:
    """As many chunks at a time as are compressed at once, so that a file of any size fits into the memory."""
    with file.open("rb") as stream:
        while chunks := [chunk for _ in range(_WORKERS) if (chunk := stream.read(_CHUNK_BYTES))]:
            yield chunks


def _compress(chunk: bytes) -> bytes:
    return lzma.compress(chunk, check=lzma.CHECK_CRC32, filters=list(_FILTERS))


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the name of who built it."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member
