"""What can be loaded: embedded models, torchvision's, those in the hub's cache, and folders; told without torch."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from granview.core.classical_methods import CLASSICAL_METHODS
from granview.core.errors import InputError, WeightsMissing
from granview.core.model_tasks import tasks_of_config, with_kin
from granview.engine.torchvision_models import TORCHVISION_MODELS, torch_checkpoints
from granview.engine.weight_headers import count_params
from granview.io.hub.cache import default_cache
from granview.io.json_files import read_json_file
from granview.io.model_config import CONFIG, config_if_any, has_config
from granview.io.model_file import lone_model, model_file
from granview.io.weight_files import megabytes_of, weight_files


class CatalogEntry(msgspec.Struct, frozen=True):
    """A model that can be given to a lane.

    Attributes:
        source: What to write as the lane's model.
        title: Its name for readers.
        family: ``GranView``, ``Methods``, ``torchvision``, ``Hugging Face``, ``Folder``, ``Catalogue`` or ``Hub``.
        tasks: What it can do, the likeliest first; empty where that is not known.
        params: Number of parameters; None where it is not known before loading.
        weights_mb: Size of the weights, in 10^6 bytes; None where it is not known.
        local: Whether it can be loaded without a network.
        note: A line about it, or why it cannot be used.
        ladder: The ladder of the catalogue that it is a rung of; empty for others.
        rung: Its name in that ladder.
        licence: SPDX identifier, or ``other``; empty where it is not known.
        gated: Whether its terms must be accepted at the hub first.
        is_estimate: Whether ``weights_mb`` is only an estimate, by parameters and number format.
    """

    source: str
    title: str
    family: str
    tasks: tuple[str, ...]
    params: int | None
    weights_mb: float | None
    local: bool
    note: str = ""
    ladder: str = ""
    rung: str = ""
    licence: str = ""
    gated: bool = False
    is_estimate: bool = False


class _ZooEntry(msgspec.Struct):
    """What the catalogue takes from the zoo's index."""

    name: str
    folder: str
    params: int
    weights_mb: float
    description: str
    mean_iou: float | None = None
    measured: str = ""


class _ZooIndex(msgspec.Struct):
    models: tuple[_ZooEntry, ...]


def catalog(resources: Path, hub_cache: Path | None = None, folders: Iterable[Path] = ()) -> list[CatalogEntry]:
    """Every model that is known of, family by family.

    Args:
        resources: GranView's resources folder.
        hub_cache: The Hugging Face hub's cache folder; None for the hub client's own.
        folders: Folders that the user has named, each a model or a home of several; one that holds none that can be
            used says why in its note.

    Raises:
        InputError: the zoo's index is damaged.
    """
    return [*_zoo(resources / "zoo"), *_methods(), *_torchvision(), *_hub(hub_cache or default_cache()), *_in(folders)]


def _zoo(home: Path) -> Iterator[CatalogEntry]:
    path = home / "index.json"
    index = read_json_file(path, "Install GranView again.", _ZooIndex)
    for entry in index.models:
        measured = entry.measured if entry.mean_iou is None else f"mIoU {entry.mean_iou:.3f} on unseen scenes."
        yield CatalogEntry(
            f"zoo:{entry.name}",
            entry.name,
            "GranView",
            tasks_of_config(config_if_any(home / entry.folder)),
            entry.params,
            entry.weights_mb,
            (home / entry.folder / "model.safetensors").is_file(),
            f"{entry.description} {measured}".rstrip(),
        )


def _methods() -> Iterator[CatalogEntry]:
    for name, method in CLASSICAL_METHODS.items():
        yield CatalogEntry(f"method:{name}", method.title, "Methods", (method.task,), 0, 0.0, True, method.note)


def _torchvision() -> Iterator[CatalogEntry]:
    checkpoints = torch_checkpoints()
    for model in TORCHVISION_MODELS:
        local = (checkpoints / model.file).is_file()
        yield CatalogEntry(
            f"torchvision:{model.builder}",
            model.title,
            "torchvision",
            with_kin(model.task),
            model.params,
            model.weights_mb,
            local,
            f"{model.classes}." if local else f"{model.classes}; downloads {model.weights_mb:.0f} MB.",
        )


def _hub(cache: Path) -> Iterator[CatalogEntry]:
    for home in sorted(cache.glob("models--*")):
        snapshot, revision = newest_snapshot(home)
        if snapshot is None:
            continue
        name = "/".join(home.name.split("--")[1:])
        entry = _described(f"hf:{name}@{revision}" if revision else f"hf:{name}", name, "Hugging Face", snapshot)
        if entry is not None:
            yield entry


def newest_snapshot(home: Path) -> tuple[Path | None, str]:
    """The snapshot of the main branch; else the one used last, with its commit, which its source must then name."""
    main = home / "refs" / "main"
    if main.is_file():
        folder = home / "snapshots" / main.read_text(encoding="utf-8", errors="replace").strip()
        if folder.is_dir():
            return folder, ""
    snapshots = sorted(home.glob("snapshots/*"), key=lambda folder: folder.stat().st_mtime)
    return (snapshots[-1], snapshots[-1].name) if snapshots else (None, "")


def _in(folders: Iterable[Path]) -> Iterator[CatalogEntry]:
    for folder in folders:
        is_model = has_config(folder)
        homes = [] if is_model else [config.parent for config in sorted(folder.glob(f"*/{CONFIG}"))]
        files = [] if is_model else [path for path in sorted(folder.glob("*")) if lone_model(path) == path]
        yield from map(_lone, files)
        yield from map(_folder, homes or ([] if files else [folder]))


def _lone(file: Path) -> CatalogEntry:
    """A file that is a model by itself."""
    kind = model_file(file)
    assert kind is not None
    return CatalogEntry(
        str(file), file.name, "Folder", kind.tasks(file), None, megabytes_of([file]), True, kind.note(file)
    )


def _folder(folder: Path) -> CatalogEntry:
    source = str(folder)
    if not has_config(folder):
        return _unusable(source, folder.name, "Folder", f"it holds no {CONFIG}, and no folder with one.")
    why = f"its {CONFIG} names no model for a task of GranView."
    return _described(source, folder.name, "Folder", folder) or _unusable(source, folder.name, "Folder", why)


def _unusable(source: str, title: str, family: str, why: str) -> CatalogEntry:
    return CatalogEntry(source, title, family, (), None, None, False, f"Cannot be used: {why}")


def _described(source: str, title: str, family: str, folder: Path) -> CatalogEntry | None:
    """The model of a folder; None where it is for no task of ours. One with an odd config says so."""
    try:
        config = config_if_any(folder)
    except InputError as error:
        return _unusable(source, title, family, str(error))
    if not tasks_of_config(config):
        return None
    files = _weights(folder)
    architecture = next(iter(config.get("architectures") or ()), "")
    return CatalogEntry(
        source,
        title,
        family,
        tasks_of_config(config),
        count_params(files),
        megabytes_of(files) if files else None,
        bool(files),
        architecture if files else "Its weights are not on this machine.",
    )


def _weights(folder: Path) -> list[Path]:
    """The folder's weight files; none where one is missing, or where a cache's link leads nowhere any more."""
    try:
        return weight_files(folder)[0]
    except (WeightsMissing, InputError):
        return []
