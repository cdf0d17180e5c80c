"""The files of a model on the hub: which are needed, how large they are, and what they must hash to."""

import re
from collections.abc import Iterable
from fnmatch import fnmatch
from typing import Final

import msgspec

from granview.core.errors import WeightsMissing
from granview.io.hub.endpoint import hub_endpoint
from granview.io.model_config import CONFIG

CONFIGS: Final = (
    *(CONFIG, "preprocessor_config.json", "processor_config.json", "generation_config.json"),
    *("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json"),
    *("vocab.txt", "vocab.json", "merges.txt", "bpe.codes", "*.model", "*.spm", "*.tiktoken", "chat_template.jinja"),
)
"""Names of all files but weights that a model is loaded from."""

SAFE_WEIGHTS: Final = ("model.safetensors", "model.safetensors.index.json", "model-*-of-*.safetensors")
_PICKLED: Final = ("pytorch_model.bin", "pytorch_model.bin.index.json", "pytorch_model-*-of-*.bin")
_TIMEOUT_S: Final = 10.0
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


class HubFile(msgspec.Struct, frozen=True):
    """One file of a repository.

    Attributes:
        name: Its path in the repository.
        size_bytes: Its size; None where the hub does not say.
        sha256: Hex digest of its content; None where the hub does not say, as for small files, which git holds.
    """

    name: str
    size_bytes: int | None = None
    sha256: str | None = None


class HubListing(msgspec.Struct, frozen=True):
    """What a repository holds at a commit.

    Attributes:
        name: The repository's id.
        commit: The hash of the commit.
        files: All its files.
        gated: Whether its terms must be accepted before its files can be downloaded.
    """

    name: str
    commit: str
    files: tuple[HubFile, ...]
    gated: bool = False

    def wanted(self) -> tuple[HubFile, ...]:
        """The files that the model is loaded from: config, preprocessor, tokenizer and weights.

        Pickled weights are among them only where there are no safetensors.

        Raises:
            WeightsMissing: it holds no model in transformers' format.
        """
        weights = _matching(self.files, SAFE_WEIGHTS) or _matching(self.files, _PICKLED)
        if not weights or CONFIG not in {file.name for file in self.files}:
            raise WeightsMissing(
                f"{self.name} on the hub holds no model in transformers' format.",
                "It needs config.json and model.safetensors.",
            )
        return (*_matching(self.files, CONFIGS), *weights)


def list_files(name: str, revision: str) -> HubListing:
    """The files of a repository at a branch, a tag or a commit, from the hub.

    Raises:
        Exception: what the hub client raises; ``granview.io.hub.refusals`` says what it means.
    """
    from huggingface_hub import HfApi

    info = HfApi(endpoint=hub_endpoint()).model_info(name, revision=revision, files_metadata=True, timeout=_TIMEOUT_S)
    files = tuple(
        HubFile(file.rfilename, file.size, file.lfs.sha256 if file.lfs else None) for file in info.siblings or ()
    )
    commit = info.sha or revision
    _refuse_places(name, commit, files)
    return HubListing(name, commit, files, bool(info.gated))


def _refuse_places(name: str, commit: str, files: Iterable[HubFile]) -> None:
    """Refuse an answer whose hashes and names, which become paths on this machine, would lead out of the cache.

    Raises:
        WeightsMissing: one would.
    """
    taken = _matching(files, (*CONFIGS, *SAFE_WEIGHTS, *_PICKLED))
    hashes = [file.sha256 for file in taken if file.sha256 is not None]
    wrong = [each for each in hashes if _SHA256.fullmatch(each) is None]
    wrong += [file.name for file in taken if not _is_within(file.name)]
    wrong += [] if _is_within(commit) else [commit]
    if wrong:
        raise WeightsMissing(
            f"What {hub_endpoint()} says of {name} is not a hub's: it names {wrong[0]!r}.", "Check HF_ENDPOINT."
        )


def _is_within(place: str) -> bool:
    """Whether a path, with slashes, stays below where it begins, on any system."""
    parts = place.split("/")
    return all(part not in ("", ".", "..") for part in parts) and not set("\\:\0") & set(place)


def is_weights(name: str) -> bool:
    """Whether a file of a repository holds weights, or says which files do."""
    return any(fnmatch(name, pattern) for pattern in (*SAFE_WEIGHTS, *_PICKLED))


def _matching(files: Iterable[HubFile], patterns: tuple[str, ...]) -> tuple[HubFile, ...]:
    return tuple(file for file in files if any(fnmatch(file.name, pattern) for pattern in patterns))
