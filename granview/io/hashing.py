"""Content hashes of files."""

import hashlib
from pathlib import Path

from granview.io.regular_files import as_input_error, open_regular


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
