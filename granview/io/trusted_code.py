"""Files whose code a person has allowed to run, by the hash of what they hold: on this machine, for this user.

A file that was changed is another file. What a session or a folder says is never enough.
"""

import hashlib
from pathlib import Path
from typing import Final

import msgspec

from granview.core.errors import ArgumentError, InputError, UnsupportedModel
from granview.core.json_reading import decode_large_json
from granview.io.atomic_write import atomic_write
from granview.io.hashing import sha256_file
from granview.io.regular_files import as_input_error, open_regular

_FILE: Final = "trusted_code.json"


class TrustedFile(msgspec.Struct, frozen=True):
    """A file that may run.

    Attributes:
        sha256: Hex digest of what it held when that was said.
        path: Where it lay, for a reader.
    """

    sha256: str
    path: str


def trusted_path() -> Path:
    """Where it is kept which code may run: beside the user's settings."""
    import platformdirs

    return platformdirs.user_config_path("GranView", appauthor=False) / _FILE


def trusted_files(home: Path | None = None) -> tuple[TrustedFile, ...]:
    """All files that may run; none where what was kept cannot be read."""
    try:
        path = home or trusted_path()
        return decode_large_json(path.read_bytes(), path, "It is written anew.", tuple[TrustedFile, ...])
    except (OSError, InputError):
        return ()


def is_trusted(file: Path, home: Path | None = None) -> bool:
    """Whether a person has allowed that a file runs, as it is now."""
    digest = sha256_file(file)
    return any(each.sha256 == digest for each in trusted_files(home))


def trust(file: Path, home: Path | None = None, *, shown: str = "") -> TrustedFile:
    """Allow a file, as it is now, to run from here on.

    Args:
        file: The file.
        home: Where it is kept which code may run; None for beside the user's settings.
        shown: Hex digest of what the person was asked about; empty where the person named the file without being asked.

    Raises:
        ArgumentError: there is no such file, or it holds something else by now than what the person was asked about.
        GranViewError: that cannot be kept.
    """
    if not file.is_file():
        raise ArgumentError(f"There is no file {file}.", "Give the file whose code is to run.")
    entry = TrustedFile(sha256_file(file), str(file.resolve()))
    if shown and shown != entry.sha256:
        raise ArgumentError(f"{file} was changed while you were asked about it.", "Read it again, and try again.")
    place = home or trusted_path()
    place.parent.mkdir(parents=True, exist_ok=True)
    others = tuple(each for each in trusted_files(place) if each.sha256 != entry.sha256)
    with atomic_write(place) as target:
        target.write(msgspec.json.format(msgspec.json.encode((*others, entry))))
    return entry


def require_trust(file: Path, home: Path | None = None) -> None:
    """Refuse a file that nobody has allowed to run.

    Raises:
        UnsupportedModel: it is not trusted, or was changed since.
    """
    _refuse_unknown(file, sha256_file(file), home)


def trusted_bytes(file: Path, home: Path | None = None) -> bytes:
    """What a file that may run holds: the very bytes that were compared, whatever becomes of the file afterwards.

    Raises:
        InputError: it cannot be read.
        UnsupportedModel: it is not trusted, or was changed since.
    """
    with open_regular(file) as stream:
        try:
            code = stream.read()
        except OSError as error:
            raise as_input_error(file, error) from error
    _refuse_unknown(file, hashlib.sha256(code).hexdigest(), home)
    return code


def _refuse_unknown(file: Path, digest: str, home: Path | None) -> None:
    if all(each.sha256 != digest for each in trusted_files(home)):
        raise UnsupportedModel(
            f"{file} is a program: to load it is to run it, and nobody has allowed that for it as it is now "
            f"(SHA-256 {digest[:12]}…).",
            "Read it first. Then allow it in the window when it asks, with --trust-code FILE, or trust_code=[FILE].",
        )
