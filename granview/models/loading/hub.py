"""Models from the Hugging Face hub: what to download, and what to say when that fails."""

import io
import os
import re
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final, cast

from huggingface_hub import HfApi, constants, snapshot_download
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    HFValidationError,
    LocalEntryNotFoundError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)
from tqdm import tqdm  # type: ignore[import-untyped, unused-ignore]

from granview.core.errors import ArgumentError, WeightsMissing
from granview.io.weight_files import weight_files
from granview.models.adapter import Progress
from granview.models.loading.source import ResolvedSource, Source


def byte_counter(total_bytes: int, report: Callable[[float], None]) -> type[Any]:
    """A progress bar class that prints nothing, and reports the share of ``total_bytes`` that has arrived.

    Args:
        total_bytes: All bytes wanted; 0 where that is not known, and then nothing is reported.
        report: Called with 0 to 1, each time with more than before.
    """
    furthest = 0.0

    class ByteCounter(tqdm):  # type: ignore[misc]
        monitor_interval = 0

        def __init__(self, *args: Any, **options: Any) -> None:
            options.update(file=io.StringIO(), disable=False)
            options.pop("name", None)
            super().__init__(*args, **options)

        def update(self, n: float | None = 1) -> bool | None:
            nonlocal furthest
            drawn: bool | None = super().update(n)
            share = min(1.0, self.n / total_bytes) if total_bytes and self.unit == "B" else 0.0
            if share > furthest:
                furthest = share
                report(share)
            return drawn

    return ByteCounter


_TRANSPORT: Final = cast(type[Exception], HfHubHTTPError.__mro__[1])
"""The base class of the hub client's own network errors, whichever HTTP library it is built on."""

_CONFIGS: Final = (
    *("config.json", "preprocessor_config.json", "processor_config.json", "generation_config.json"),
    *("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json"),
    *("vocab.txt", "vocab.json", "merges.txt", "bpe.codes", "*.model", "*.spm", "*.tiktoken", "chat_template.jinja"),
)
_SAFE: Final = ("model.safetensors", "model.safetensors.index.json", "model-*-of-*.safetensors")
_PICKLED: Final = ("pytorch_model.bin", "pytorch_model.bin.index.json", "pytorch_model-*-of-*.bin")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_TIMEOUT_S = 10.0


def fetch_model(source: Source, progress: Progress, cache: Path | None = None) -> ResolvedSource:
    """The folder of a hub model on this machine, downloaded where it is not there yet.

    Only config, preprocessor, tokenizer and weights are downloaded; pickled weights only where there are no
    safetensors.
    A connection that breaks is taken up again where it broke; after a failed download, files that arrived whole are
    kept. ``HF_ENDPOINT`` names another hub.

    Args:
        source: An ``hf`` source; its detail is a branch, a tag or a commit hash.
        progress: Hears what is downloaded.
        cache: The hub's cache folder; by default the hub client's own.

    Raises:
        WeightsMissing: it is not on this machine and cannot be downloaded.
        ArgumentError: the id or the revision is none that the hub could have.
    """
    fetch = _Fetch(source, progress, cache)
    if _COMMIT.fullmatch(source.detail):
        complete = fetch.cached()
        if complete is not None:
            return complete
    return fetch.download()


class _Fetch:
    """One model's way from the hub to this machine."""

    def __init__(self, source: Source, progress: Progress, cache: Path | None) -> None:
        self._source = source
        self._progress = progress
        self._endpoint = os.environ.get("HF_ENDPOINT", constants.ENDPOINT).rstrip("/")
        self._where: dict[str, Any] = {
            "repo_id": source.name,
            "revision": source.detail or constants.DEFAULT_REVISION,
            "cache_dir": cache,
            "endpoint": self._endpoint,
        }

    def cached(self, notice: str = "") -> ResolvedSource | None:
        """The model as it lies in the cache, or None where it is not complete there."""
        try:
            folder = Path(snapshot_download(**self._where, local_files_only=True, allow_patterns=[*_CONFIGS, *_SAFE]))
            weight_files(folder)
        except (LocalEntryNotFoundError, WeightsMissing):
            return None
        return self._resolved(folder, notice)

    def download(self) -> ResolvedSource:
        """The model after its missing files were downloaded, or from the cache where the hub cannot be reached."""
        name = self._source.name
        self._progress(f"asking the hub for {name}", None)
        try:
            wanted = self._wanted()
            self._progress(f"downloading {name}", 0.0)
            counter = byte_counter(sum(wanted.values()), lambda done: self._progress(f"downloading {name}", done))
            folder = snapshot_download(**self._where, allow_patterns=list(wanted), tqdm_class=counter)
        except (RepositoryNotFoundError, RevisionNotFoundError, HFValidationError) as error:
            raise self._refused(error) from error
        except (_TRANSPORT, OSError) as error:
            there = self.cached(f"{name} comes from this machine: {self._reason(error)}.")
            if there is None:
                raise self._unreachable(error) from error
            return there
        return self._resolved(Path(folder))

    def _wanted(self) -> dict[str, int]:
        """The files to download, with their sizes in bytes (0 where the hub does not say)."""
        info = HfApi(endpoint=self._endpoint).model_info(
            self._source.name, revision=self._where["revision"], files_metadata=True, timeout=_TIMEOUT_S
        )
        sizes = {file.rfilename: file.size or 0 for file in info.siblings or ()}
        weights = _matching(sizes, _SAFE) or _matching(sizes, _PICKLED)
        if not weights or "config.json" not in sizes:
            raise WeightsMissing(
                f"{self._source.name} on the hub holds no model in transformers' format.",
                "It needs config.json and model.safetensors.",
            )
        return {name: sizes[name] for name in (*_matching(sizes, _CONFIGS), *weights)}

    def _resolved(self, folder: Path, notice: str = "") -> ResolvedSource:
        return ResolvedSource(self._source, folder, folder.name, (notice,) if notice else ())

    def _refused(self, error: Exception) -> WeightsMissing | ArgumentError:
        name = self._source.name
        if isinstance(error, GatedRepoError):
            return WeightsMissing(
                f"{name} is gated: its authors ask you to accept their terms first.",
                f"Accept them at {self._endpoint}/{name}, run `hf auth login`, and try again.",
            )
        if isinstance(error, RevisionNotFoundError):
            return WeightsMissing(
                f"{name} has no revision '{self._where['revision']}' on the hub.", "Give a branch, tag or commit hash."
            )
        if isinstance(error, HFValidationError):
            return ArgumentError(f"'{name}' is not the id of a model on the hub.", "Write hf:ORG/NAME.")
        return WeightsMissing(
            f"There is no model {name} on the hub, or it is private.",
            "Check the spelling; for a private model run `hf auth login` first.",
        )

    def _unreachable(self, error: Exception) -> WeightsMissing:
        reason = self._reason(error)
        return WeightsMissing(
            f"{reason[0].upper()}{reason[1:]}, and {self._source.name} is not complete on this machine.",
            "Try again when you are connected (files that arrived whole are kept), set HF_ENDPOINT to a mirror, or "
            "give a local folder.",
        )

    def _reason(self, error: Exception) -> str:
        kind = type(error).__name__
        if isinstance(error, HfHubHTTPError):
            return f"the hub at {self._endpoint} answered with status {error.response.status_code}"
        if kind == "OfflineModeIsEnabled" or constants.HF_HUB_OFFLINE:
            return "HF_HUB_OFFLINE forbids downloads"
        if isinstance(error, OSError) and error.errno is not None:
            return f"the download failed: {error.strerror}"
        if "Timeout" in kind:
            return f"the hub at {self._endpoint} did not answer in time"
        return f"the hub at {self._endpoint} cannot be reached ({kind})"


def _matching(names: Iterable[str], patterns: Iterable[str]) -> list[str]:
    wanted = tuple(patterns)
    return [name for name in names if any(fnmatch(name, pattern) for pattern in wanted)]
