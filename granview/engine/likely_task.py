"""What a model is for, told from its config where that is on this machine."""

from pathlib import Path

import msgspec

from granview.core.errors import ArgumentError
from granview.core.lane import LaneSpec
from granview.core.model_tasks import SEGMENTATION, tasks_of
from granview.core.resources import resource_path
from granview.engine.catalog import default_cache, newest_snapshot, read_config


def with_task(lane: LaneSpec, hub_cache: Path | None = None) -> LaneSpec:
    """The lane with the likeliest task of its model, where none was asked for.

    Where nothing is known of the model, such as before it is downloaded, that is image segmentation.

    Raises:
        ArgumentError: there is no embedded model of that name.
    """
    if lane.task:
        return lane
    tasks = likely_tasks(lane.model, hub_cache)
    return msgspec.structs.replace(lane, task=tasks[0] if tasks else SEGMENTATION)


def likely_tasks(model: str, hub_cache: Path | None = None) -> tuple[str, ...]:
    """The tasks of a model by its source, the likeliest first; empty where they are not known.

    Raises:
        ArgumentError: there is no embedded model of that name.
    """
    scheme, _, name = model.partition(":")
    if scheme == "zoo":
        return tasks_of(read_config(_embedded(name)))
    if scheme == "torchvision":
        return (SEGMENTATION,)
    if scheme == "hf":
        folder = _cached(name, hub_cache or default_cache())
        return () if folder is None else tasks_of(read_config(folder))
    return tasks_of(read_config(Path(model.removeprefix("folder:")).expanduser()))


def _embedded(name: str) -> Path:
    home = resource_path("zoo")
    folder = home / name
    if folder.parent != home or not (folder / "config.json").is_file():
        known = sorted(path.parent.name for path in home.glob("*/config.json"))
        raise ArgumentError(f"There is no embedded model '{name}'.", f"There are: {', '.join(known)}.")
    return folder


def _cached(name: str, cache: Path) -> Path | None:
    repository, _, revision = name.partition("@")
    home = cache / f"models--{repository.replace('/', '--')}"
    if revision:
        reference = home / "refs" / revision
        commit = reference.read_text(encoding="utf-8").strip() if reference.is_file() else revision
        return home / "snapshots" / commit
    return newest_snapshot(home)[0]
