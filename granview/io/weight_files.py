"""Weight files: which ones a folder has, how large they are, what they hash to."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from granview.core.errors import WeightsMissing
from granview.io.json_files import read_json_file

_FORMATS = (("model.safetensors", True), ("pytorch_model.bin", False))


class _Index(msgspec.Struct):
    """The one field of a shard index that says which files there are."""

    weight_map: dict[str, str]


def weight_files(folder: Path) -> tuple[list[Path], bool]:
    """The weight files of a Hugging Face folder in name order, and whether they are safetensors; those come first.

    Raises:
        WeightsMissing: there are none, or a shard that the index names is not there.
        InputError: the index is damaged.
    """
    for name, safe in _FORMATS:
        if (folder / name).is_file():
            return [folder / name], safe
        index = folder / f"{name}.index.json"
        if index.is_file():
            return _shards(index), safe
    raise WeightsMissing(
        f"{folder} holds no weights.", "It needs model.safetensors (or its shards and index), or pytorch_model.bin."
    )


def _shards(index: Path) -> list[Path]:
    names = sorted(set(read_json_file(index, "Download the model again.", _Index, last_wins=True).weight_map.values()))
    files = [index.parent / Path(name).name for name in names]
    missing = [path.name for path in files if not path.is_file()]
    if missing:
        raise WeightsMissing(f"{index.parent} lacks {', '.join(missing[:3])}.", "Download the model again.")
    return files


def sha256_of(files: Sequence[Path]) -> str:
    """Hex digest of a file, or of the hex digests of several, in name order, joined by newlines.

    Digests of large files are kept from one load to the next: see ``granview.io.kept_digests``.
    """
    import hashlib  # a model's weights are hashed by its worker; the window starts without

    from granview.io.kept_digests import kept_digest

    digests = [kept_digest(path) for path in sorted(files, key=lambda path: path.name)]
    return digests[0] if len(digests) == 1 else hashlib.sha256("\n".join(digests).encode()).hexdigest()


def megabytes_of(files: Sequence[Path]) -> float:
    """Size of the files on disk, in 10^6 bytes."""
    return sum(path.stat().st_size for path in files) / 1e6
