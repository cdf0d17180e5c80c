"""Content hashes of files."""

import hashlib
import os
from functools import lru_cache
from pathlib import Path

from granview.io.page_address import file_of
from granview.io.regular_files import as_input_error, check_regular, open_regular
from granview.io.row_address import is_row


def sha256_file(path: Path) -> str:
    """Lower-case hex SHA-256 digest of a file's bytes (FIPS 180-4).

    Raises:
        InputError: the file cannot be read, or is not a regular file.
    """
    with open_regular(path) as file:
        try:
            return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise as_input_error(path, error) from error


def sha256_shared(path: Path) -> str:
    """The digest of a file that is asked for again and again, since many samples have it; see ``sha256_file``."""
    status = check_regular(path)
    return _kept(file_of(path), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=16)
def _kept(path: Path, _mtime_ns: int, _size: int) -> str:
    return sha256_file(path)


def is_shared(path: Path) -> bool:
    """Whether the digest of a picture is that of a file that holds several; a cell of rows has one of its own."""
    return file_of(path) != path and not is_row(path)


def size_of(path: Path) -> int:
    """Bytes of a file; of a cell of a file of rows those of its picture.

    Raises:
        InputError: it cannot be read, or is not a regular file.
    """
    if not is_row(path):
        return check_regular(path).st_size
    with open_regular(path) as file:
        return file.seek(0, os.SEEK_END)
