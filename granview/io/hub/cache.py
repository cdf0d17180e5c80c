"""The hub client's cache on this machine: what of a model is there, and how much room is left."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from granview.io.hub.listing import HubFile, HubListing


def default_cache() -> Path:
    """The hub client's cache folder on this machine."""
    from huggingface_hub.constants import HF_HUB_CACHE

    return Path(HF_HUB_CACHE)


def repository_folder(cache: Path, name: str) -> Path:
    """Where the cache keeps a repository, whether it is there or not."""
    return cache / f"models--{name.replace('/', '--')}"


def blob_path(cache: Path, name: str, sha256: str) -> Path:
    """Where the cache keeps the content of a file by its hash, whether it is there or not."""
    return repository_folder(cache, name) / "blobs" / sha256


def partial_path(blob: Path) -> Path:
    """Where the part of a file's content is kept that has arrived; it is never loaded."""
    return blob.with_name(f"{blob.name}.incomplete")


def bytes_to_download(listing: HubListing, files: Iterable[HubFile], cache: Path) -> int:
    """Bytes of these files that are not on this machine, those that have arrived of a broken download left out."""
    return sum(_missing(listing, file, cache) for file in files)


def _missing(listing: HubListing, file: HubFile, cache: Path) -> int:
    if (repository_folder(cache, listing.name) / "snapshots" / listing.commit / file.name).exists():
        return 0
    size = file.size_bytes or 0
    if file.sha256 is None:
        return size
    blob = blob_path(cache, listing.name, file.sha256)
    return 0 if blob.is_file() else max(0, size - _size_if_any(partial_path(blob)))


def free_bytes(folder: Path) -> int | None:
    """Bytes that may be written into a folder, which need not be there yet; None where the system does not say."""
    there = next((each for each in (folder.absolute(), *folder.absolute().parents) if each.exists()), None)
    try:
        return None if there is None else shutil.disk_usage(there).free
    except OSError:
        return None


def _size_if_any(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
