"""SHA-256 digests of large files, kept from one load to the next: 13 GB of weights take ten seconds to hash.

A digest is taken for a file's as long as the file's device, number, size, time of writing and time of change are those
that it had when it was hashed, which is what git goes by. A file that was changed within the two seconds before is not
kept, since it may be changed once more within what the file system takes for the same moment. Removing the folder costs
nothing but time.
"""

import hashlib
import os
import time
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import GranViewError, InputError
from granview.core.json_reading import decode_large_json
from granview.io.atomic_write import atomic_write

WORTH_KEEPING_BYTES: Final = 64 << 20
"""Smaller files are hashed within some hundredths of a second, and are not kept."""

_FRESH_NS: Final = 2_000_000_000


class _Kept(msgspec.Struct, frozen=True):
    """A digest, and the state of the file that it is of."""

    path: str
    state: tuple[int, int, int, int, int]
    sha256: str


def kept_digest(path: Path) -> str:
    """Lower-case hex SHA-256 digest of a file, read in small pieces, or kept from before where nothing has changed.

    Raises:
        OSError: it cannot be read.
    """
    if path.stat().st_size < WORTH_KEEPING_BYTES:
        return _hashed(path)
    real = path.resolve()
    before = _state(real)
    note = _folder() / f"{hashlib.sha256(os.fsencode(real)).hexdigest()[:32]}.json"
    known = _read(note)
    if known is not None and (known.path, known.state) == (str(real), before):
        return known.sha256
    digest = _hashed(real)
    if _state(real) == before and time.time_ns() - max(before[3:]) > _FRESH_NS:
        _write(note, _Kept(str(real), before, digest))
    return digest


def _hashed(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _state(path: Path) -> tuple[int, int, int, int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _folder() -> Path:
    import platformdirs

    return platformdirs.user_cache_path("GranView", appauthor=False) / "weight-digests"


def _read(note: Path) -> _Kept | None:
    """What was noted; None where nothing was, or nothing that can be read."""
    try:
        return decode_large_json(note.read_bytes(), note, "It is written anew.", _Kept)
    except (OSError, InputError):
        return None


def _write(note: Path, kept: _Kept) -> None:
    """Where nothing can be written, the file is hashed again the next time."""
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(note) as file:
            file.write(msgspec.json.encode(kept))
    except (OSError, GranViewError):
        return
