"""The content of one large file from the hub: continued where it stopped, checked by its hash, put in place whole."""

import hashlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from granview.core.errors import WeightsChanged
from granview.io.hub.cache import partial_path
from granview.io.hub.refusals import network_errors

PAUSE_S = 1.0
"""So long a connection that broke is left alone before it is taken up again."""

_TIMEOUT_S: Final = 20.0
_TRIES: Final = 5
_OUT_OF_RANGE: Final = 416
_PARTIAL: Final = 206

OnBytes = Callable[[int], None]


def fetch_blob(url: str, blob: Path, sha256: str, on_bytes: OnBytes) -> None:
    """Downloads a file's content to ``blob`` by way of a part beside it, which an interruption leaves behind.

    The hub client downloads a file anew after each interruption; a model may have many gigabytes. Other processes that
    want the same file wait for this one, and then find it there.

    Args:
        url: Where it is; redirections are followed, without the login to other hosts.
        blob: Where it goes; it is there only whole.
        sha256: Hex digest of the whole.
        on_bytes: Told how many bytes are there.

    Raises:
        WeightsChanged: what arrived has another hash; it is removed.
        Exception: what the hub client raises where the connection broke several times without a byte in between.
    """
    from huggingface_hub import utils

    tools: Any = utils
    blob.parent.mkdir(parents=True, exist_ok=True)
    lock = blob.parents[2] / ".locks" / blob.parents[1].name / f"{blob.name}.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    with tools.WeakFileLock(lock):
        if not blob.exists():
            part = partial_path(blob)
            _complete(url, part, on_bytes)
            _put_in_place(part, blob, sha256, url.rpartition("/")[2])


def _complete(url: str, part: Path, on_bytes: OnBytes) -> None:
    """Appends until the end has arrived; gives up after some tries without a byte."""
    tries = _TRIES
    while True:
        before = _size_of(part)
        try:
            for have in _append(url, part):
                on_bytes(have)
            return
        except network_errors() as error:
            tries = _TRIES if _size_of(part) > before else tries - 1
            if not tries or not _may_pass(error):
                raise
            time.sleep(PAUSE_S)


def _may_pass(error: Exception) -> bool:
    """Whether another try may do better: not where the disk is full, or the hub refuses."""
    response = getattr(error, "response", None)
    if response is not None:
        return bool(response.status_code >= 500 or response.status_code == 429)
    return getattr(error, "errno", None) is None and type(error).__name__ != "OfflineModeIsEnabled"


def _append(url: str, part: Path) -> Iterator[int]:
    """Asks for what is missing of a part, writes it, and yields how many bytes are there."""
    from huggingface_hub import utils

    tools: Any = utils
    have = _size_of(part)
    headers = {**tools.build_hf_headers(), "Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
    with tools.get_session().stream("GET", url, headers=headers, timeout=_TIMEOUT_S, follow_redirects=True) as response:
        if response.status_code == _OUT_OF_RANGE:
            if have != _whole_of(response):
                part.unlink()
                yield from _append(url, part)
            return
        tools.hf_raise_for_status(response)
        have = have if response.status_code == _PARTIAL else 0
        with part.open("ab" if have else "wb") as file:
            for chunk in response.iter_bytes():
                file.write(chunk)
                have += len(chunk)
                yield have


def _whole_of(response: Any) -> int | None:
    """The size of the file by the answer to a range that it does not have: ``bytes */123``."""
    total = str(response.headers.get("Content-Range", "")).rpartition("/")[2]
    return int(total) if total.isdecimal() else None


def _size_of(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _put_in_place(part: Path, blob: Path, sha256: str, name: str) -> None:
    with part.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != sha256:
        part.unlink()
        raise damaged(name, digest, sha256)
    part.replace(blob)


def damaged(name: str, digest: str, sha256: str) -> WeightsChanged:
    """What is said of a file whose content is not the one that the hub names; it has been removed."""
    return WeightsChanged(
        f"{name} arrived damaged and was removed: its SHA-256 begins with {digest[:8]}, "
        f"and the hub names {sha256[:8]}.",
        "Download it again; if that happens once more, what lies between this machine and the hub changes files.",
    )
