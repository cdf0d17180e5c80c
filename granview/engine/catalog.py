"""What can be loaded: embedded models, torchvision's, those in the hub's cache, and folders; told without torch."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.errors import InputError
from granview.engine.torchvision_models import TORCHVISION_MODELS, torch_checkpoints

SEGMENTATION: Final = "image-segmentation"
_SEMANTIC: Final = "ForSemanticSegmentation"
_UNIVERSAL: Final = ("Mask2FormerForUniversalSegmentation", "MaskFormerForInstanceSegmentation")
_ZOO_FORMAT: Final = "granview-zoo/"
_MAX_HEADER_BYTES: Final = 100 << 20
_METADATA: Final = "__metadata__"
_BUFFERS: Final = ("running_mean", "running_var")


class CatalogEntry(msgspec.Struct, frozen=True):
    """A model that can be given to a lane.

    Attributes:
        source: What to write as the lane's model.
        title: Its name for readers.
        family: ``GranView``, ``torchvision``, ``Hugging Face`` or ``Folder``.
        task: The task's name.
        params: Number of parameters; None where it is not known before loading.
        weights_mb: Size of the weights, in 10^6 bytes; None where it is not known.
        local: Whether it can be loaded without a network.
        note: A line about it, or why it cannot be used.
    """

    source: str
    title: str
    family: str
    task: str
    params: int | None
    weights_mb: float | None
    local: bool
    note: str = ""


class _ZooEntry(msgspec.Struct):
    """What the catalogue takes from the zoo's index."""

    name: str
    folder: str
    params: int
    weights_mb: float
    description: str
    mean_iou: float | None = None


class _ZooIndex(msgspec.Struct):
    models: tuple[_ZooEntry, ...]


def catalog(resources: Path, hub_cache: Path | None = None, folders: Iterable[Path] = ()) -> list[CatalogEntry]:
    """Every model that is known of, family by family.

    Args:
        resources: GranView's resources folder.
        hub_cache: The Hugging Face hub's cache folder; None for the hub client's own.
        folders: Folders of models that the user has named; those that cannot be used say why in their note.

    Raises:
        InputError: the zoo's index is damaged.
    """
    return [*_zoo(resources / "zoo"), *_torchvision(), *_hub(hub_cache or _default_cache()), *map(_folder, folders)]


def _zoo(home: Path) -> Iterator[CatalogEntry]:
    path = home / "index.json"
    try:
        index = msgspec.json.decode(path.read_bytes(), type=_ZooIndex)
    except (OSError, msgspec.MsgspecError) as error:
        raise InputError(f"{path} cannot be read: {error}.", "Install GranView again.") from error
    for entry in index.models:
        measured = "" if entry.mean_iou is None else f" mIoU {entry.mean_iou:.3f} on unseen scenes."
        yield CatalogEntry(
            f"zoo:{entry.name}",
            entry.name,
            "GranView",
            SEGMENTATION,
            entry.params,
            entry.weights_mb,
            (home / entry.folder / "model.safetensors").is_file(),
            entry.description + measured,
        )


def _torchvision() -> Iterator[CatalogEntry]:
    checkpoints = torch_checkpoints()
    for model in TORCHVISION_MODELS:
        local = (checkpoints / model.file).is_file()
        yield CatalogEntry(
            f"torchvision:{model.builder}",
            model.title,
            "torchvision",
            SEGMENTATION,
            model.params,
            model.weights_mb,
            local,
            "21 classes of Pascal VOC." if local else f"21 classes of Pascal VOC; downloads {model.weights_mb:.0f} MB.",
        )


def _hub(cache: Path) -> Iterator[CatalogEntry]:
    for home in sorted(cache.glob("models--*")):
        snapshot, revision = _newest_snapshot(home)
        if snapshot is None or not _is_segmentation(_config(snapshot)):
            continue
        name = "/".join(home.name.split("--")[1:])
        yield _described(f"hf:{name}@{revision}" if revision else f"hf:{name}", name, "Hugging Face", snapshot)


def _newest_snapshot(home: Path) -> tuple[Path | None, str]:
    """The snapshot of the main branch; else the one used last, with its commit, which its source must then name."""
    main = home / "refs" / "main"
    if main.is_file():
        folder = home / "snapshots" / main.read_text(encoding="utf-8").strip()
        if folder.is_dir():
            return folder, ""
    snapshots = sorted(home.glob("snapshots/*"), key=lambda folder: folder.stat().st_mtime)
    return (snapshots[-1], snapshots[-1].name) if snapshots else (None, "")


def _folder(folder: Path) -> CatalogEntry:
    config = _config(folder)
    if _is_segmentation(config) or str(config.get("format", "")).startswith(_ZOO_FORMAT):
        return _described(str(folder), folder.name, "Folder", folder)
    why = "holds no config.json" if not config else "is not a semantic segmentation model"
    return CatalogEntry(
        str(folder), folder.name, "Folder", SEGMENTATION, None, None, False, f"Cannot be used: it {why}."
    )


def _described(source: str, title: str, family: str, folder: Path) -> CatalogEntry:
    files = _weights(folder)
    architecture = next(iter(_config(folder).get("architectures") or ()), "")
    return CatalogEntry(
        source,
        title,
        family,
        SEGMENTATION,
        _count_params(files),
        sum(path.stat().st_size for path in files) / 1e6 if files else None,
        bool(files),
        architecture if files else "Its weights are not on this machine.",
    )


def _config(folder: Path) -> Mapping[str, Any]:
    """The folder's config; empty where there is none that can be read."""
    try:
        return msgspec.json.decode((folder / "config.json").read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.MsgspecError):
        return {}


def _is_segmentation(config: Mapping[str, Any]) -> bool:
    architectures = config.get("architectures") or ()
    return any(str(name).endswith(_SEMANTIC) or name in _UNIVERSAL for name in architectures)


def _weights(folder: Path) -> list[Path]:
    return sorted(folder.glob("model*.safetensors")) or sorted(folder.glob("pytorch_model*.bin"))


class _Tensor(msgspec.Struct):
    """A tensor in the header of a safetensors file."""

    dtype: str
    shape: tuple[int, ...]


def _count_params(files: Sequence[Path]) -> int | None:
    """Parameters by the headers of safetensors files, without buffers; None for other files."""
    if not files or any(path.suffix != ".safetensors" for path in files):
        return None
    counts = [_count_in_header(path) for path in files]
    return None if None in counts else sum(count for count in counts if count is not None)


def _count_in_header(path: Path) -> int | None:
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        header = file.read(size) if size <= _MAX_HEADER_BYTES else b""
    try:
        entries = msgspec.json.decode(header, type=dict[str, msgspec.Raw])
        tensors = {name: msgspec.json.decode(raw, type=_Tensor) for name, raw in entries.items() if name != _METADATA}
    except msgspec.MsgspecError:
        return None
    return sum(math.prod(tensor.shape) for name, tensor in tensors.items() if _is_parameter(name, tensor))


def _is_parameter(name: str, tensor: _Tensor) -> bool:
    return "F" in tensor.dtype and not name.endswith(_BUFFERS)


def _default_cache() -> Path:
    from huggingface_hub.constants import HF_HUB_CACHE

    return Path(HF_HUB_CACHE)
