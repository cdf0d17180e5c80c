"""One file over HTTP: resumed where it stopped, checked by its hash, put in place whole."""

import hashlib
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from granview.core.errors import WeightsMissing
from granview.models.adapter import Progress

_CHUNK_BYTES: Final = 1 << 20
_TIMEOUT_S: Final = 20.0


def fetch_file(url: str, target: Path, sha256_prefix: str, progress: Progress) -> None:
    """Downloads ``url`` to ``target``, by way of ``target`` with ``.part`` added, which an interruption leaves behind.

    Args:
        url: ``http`` or ``https``.
        target: Where the whole file goes; its folder is made.
        sha256_prefix: How the hex digest of the file begins.
        progress: Hears how far it is.

    Raises:
        WeightsMissing: it cannot be downloaded, or is not the file that was meant.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    try:
        for share in _append(url, part):
            progress(f"downloading {target.name}", share)
    except HTTPError as error:
        raise WeightsMissing(f"{url} answered with status {error.code}.", "Try again later.") from error
    except (URLError, HTTPException, OSError) as error:
        raise WeightsMissing(
            f"{target.name} is not on this machine, and its download failed: {error}.",
            f"Try again when you are connected (it goes on where it stopped), or put the file into {target.parent}.",
        ) from error
    _put_in_place(part, target, sha256_prefix)


def _append(url: str, part: Path) -> Iterator[float | None]:
    """Writes the rest of a file to its part, and yields the share that is there, None where it is not known."""
    have = part.stat().st_size if part.exists() else 0
    request = Request(url, headers={"Range": f"bytes={have}-"} if have else {})
    with urlopen(request, timeout=_TIMEOUT_S) as answer:
        have = have if answer.status == 206 else 0
        length = answer.headers.get("Content-Length")
        total = have + int(length) if length else None
        with part.open("ab" if have else "wb") as file:
            while chunk := answer.read(_CHUNK_BYTES):
                file.write(chunk)
                have += len(chunk)
                yield have / total if total else None
    if total is not None and have < total:
        raise URLError(f"the connection ended after {have} of {total} bytes")


def _put_in_place(part: Path, target: Path, sha256_prefix: str) -> None:
    with part.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if not digest.startswith(sha256_prefix):
        part.unlink()
        raise WeightsMissing(
            f"The download of {target.name} is damaged: its SHA-256 does not begin with {sha256_prefix}.", "Try again."
        )
    part.replace(target)
