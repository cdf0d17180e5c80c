"""Models from the Hugging Face hub: found in its cache on this machine, or downloaded into it."""

import errno
import hashlib
import re
from pathlib import Path
from typing import Any, Final

from huggingface_hub import constants, snapshot_download
from huggingface_hub.errors import LocalEntryNotFoundError

from granview.core.errors import WeightsMissing
from granview.core.model_source import Source
from granview.io.atomic_write import atomic_write
from granview.io.hub.cache import (
    blob_path,
    bytes_to_download,
    default_cache,
    free_bytes,
    partial_path,
    repository_folder,
)
from granview.io.hub.endpoint import hub_endpoint
from granview.io.hub.listing import CONFIGS, SAFE_WEIGHTS, HubFile, HubListing, is_weights, list_files
from granview.io.hub.refusals import final_errors, network_errors, network_reason, refused
from granview.io.weight_files import weight_files
from granview.models.adapter import Progress
from granview.models.loading.download_progress import DownloadProgress
from granview.models.loading.hub_blob import damaged, fetch_blob
from granview.models.loading.source import ResolvedSource

_COMMIT = re.compile(r"[0-9a-f]{40}")
_MEGABYTE: Final = 1e6
_DISK_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def fetch_model(source: Source, progress: Progress, cache: Path | None = None) -> ResolvedSource:
    """The folder of a hub model on this machine, downloaded where it is not there yet.

    Only config, preprocessor, tokenizer and weights are downloaded; pickled weights only where there are no
    safetensors.
    A download that broke, was cancelled or lost its process goes on where it stopped. A file counts as there only
    once it is whole and, where the hub names its hash, has that hash. ``HF_ENDPOINT`` names another hub.

    Args:
        source: An ``hf`` source; its detail is a branch, a tag or a commit hash.
        progress: Hears what is downloaded.
        cache: The hub's cache folder; by default the hub client's own.

    Raises:
        WeightsMissing: it is not on this machine and cannot be downloaded, or the disk has no room for it.
        WeightsChanged: what arrived has another hash than the hub names; it was removed.
        ArgumentError: the id or the revision is none that the hub could have.
    """
    fetch = _Fetch(source, progress, cache or default_cache())
    if _COMMIT.fullmatch(source.detail):
        complete = fetch.cached()
        if complete is not None:
            return complete
    return fetch.download()


class _Fetch:
    """One model's way from the hub to this machine."""

    def __init__(self, source: Source, progress: Progress, cache: Path) -> None:
        self._source = source
        self._revision = source.detail or constants.DEFAULT_REVISION
        self._progress = progress
        self._cache = cache
        self._where: dict[str, Any] = {"repo_id": source.name, "cache_dir": cache, "endpoint": hub_endpoint()}

    def cached(self, notice: str = "") -> ResolvedSource | None:
        """The model as it lies in the cache, or None where it is not complete there."""
        wanted = [*CONFIGS, *SAFE_WEIGHTS]
        try:
            folder = Path(
                snapshot_download(**self._where, revision=self._revision, local_files_only=True, allow_patterns=wanted)
            )
            weight_files(folder)
        except (LocalEntryNotFoundError, WeightsMissing):
            return None
        return self._resolved(folder, notice)

    def download(self) -> ResolvedSource:
        """The model after its missing files were downloaded, or from the cache where the hub cannot be reached."""
        name = self._source.name
        self._progress(f"asking the hub for {name}", None)
        try:
            listing = list_files(name, self._revision)
            return self._resolved(self._downloaded(listing, listing.wanted()))
        except final_errors() as error:
            raise refused(error, name, self._revision) from error
        except network_errors() as error:
            there = self.cached(f"{name} comes from this machine: {network_reason(error)}.")
            if there is None:
                raise self._unreachable(error) from error
            return there

    def _downloaded(self, listing: HubListing, wanted: tuple[HubFile, ...]) -> Path:
        """The folder of the commit, whole; files whose hash is known come first, each into its place by its hash."""
        self._require_room(bytes_to_download(listing, wanted, self._cache))
        total = sum(file.size_bytes or 0 for file in wanted)
        words = f"downloading {listing.name} ({total / _MEGABYTE:,.0f} MB)"
        self._progress(words, 0.0)
        shown = DownloadProgress(total, lambda share: self._progress(words, share))
        for file in wanted:
            if file.sha256 is not None:
                self._fetch_content(listing, file, file.sha256, shown)
        weights = [file.name for file in wanted if is_weights(file.name)]
        others = [file.name for file in wanted if not is_weights(file.name)]
        for names in (others, weights):  # a copy with weights counts as whole: what else it needs must be there by then
            folder = Path(
                snapshot_download(
                    **self._where, revision=listing.commit, allow_patterns=names, tqdm_class=shown.bar_class()
                )
            )
        _check_hashes(folder, wanted)
        self._drop_copies(folder, wanted)
        self._remember(listing.commit)
        return folder

    def _fetch_content(self, listing: HubListing, file: HubFile, sha256: str, shown: DownloadProgress) -> None:
        if not (repository_folder(self._cache, listing.name) / "snapshots" / listing.commit / file.name).exists():
            url = f"{hub_endpoint()}/{listing.name}/resolve/{listing.commit}/{file.name}"
            fetch_blob(url, blob_path(self._cache, listing.name, sha256), sha256, shown.tell)
        shown.whole_bytes += file.size_bytes or 0
        shown.tell(0)

    def _drop_copies(self, folder: Path, wanted: tuple[HubFile, ...]) -> None:
        """Where a system has no links, the hub client copies content to its name: the first copy is not needed."""
        for file in wanted:
            if file.sha256 is not None and not (folder / file.name).is_symlink():
                blob_path(self._cache, self._source.name, file.sha256).unlink(missing_ok=True)

    def _require_room(self, missing_bytes: int) -> None:
        """Refuse a download that the disk has no room for, before it begins."""
        free = free_bytes(self._cache)
        if free is not None and missing_bytes > free:
            raise WeightsMissing(
                f"{self._source.name} needs {missing_bytes / _MEGABYTE:,.0f} MB more on the disk of {self._cache}, "
                f"and {free / _MEGABYTE:,.0f} MB are free there.",
                "Make room, or set HF_HOME to a folder on a larger disk.",
            )

    def _remember(self, commit: str) -> None:
        """Keep which commit the branch or tag was, as the hub client does, for when the hub cannot be reached."""
        if _COMMIT.fullmatch(self._revision):
            return
        path = repository_folder(self._cache, self._source.name) / "refs" / self._revision
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path) as file:
            file.write(commit.encode())

    def _resolved(self, folder: Path, notice: str = "") -> ResolvedSource:
        return ResolvedSource(self._source, folder, folder.name, (notice,) if notice else ())

    def _unreachable(self, error: Exception) -> WeightsMissing:
        reason = network_reason(error)
        is_disk = getattr(error, "errno", None) in _DISK_FULL
        return WeightsMissing(
            f"{reason[0].upper()}{reason[1:]}, and {self._source.name} is not complete on this machine"
            f"{self._arrived()}.",
            f"Make room on the disk of {self._cache}, and try again (what has arrived is kept)."
            if is_disk
            else "Try again when you are connected (what has arrived is kept), set HF_ENDPOINT to a mirror, or "
            "give a local folder.",
        )

    def _arrived(self) -> str:
        """How much of it waits to be continued."""
        blobs = repository_folder(self._cache, self._source.name) / "blobs"
        arrived = sum(part.stat().st_size for part in blobs.glob(partial_path(Path("*")).name))
        return f" ({arrived / _MEGABYTE:,.1f} MB of the rest have arrived)" if arrived else ""


def _check_hashes(folder: Path, files: tuple[HubFile, ...]) -> None:
    """Refuse a file that came in another way than by its hash, and has another hash than the hub names.

    Raises:
        WeightsChanged: the file, which is removed.
    """
    for file in files:
        path = folder / file.name
        content = path.resolve()
        if file.sha256 is None or content.name == file.sha256:
            continue
        with content.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        if digest != file.sha256:
            path.unlink()
            content.unlink(missing_ok=True)
            raise damaged(file.name, digest, file.sha256)
