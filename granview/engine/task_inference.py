"""What a model is for, told from its config where that is on this machine."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from granview.core.errors import ArgumentError, InputError
from granview.core.lane import LaneSpec
from granview.core.model_tasks import SEGMENTATION, tasks_of_config
from granview.core.own_code import own_code, task_in
from granview.engine.source_scheme import scheme_of
from granview.io.kind_detection import all_kinds, kind_of
from granview.io.model_config import config_if_any
from granview.io.model_file import lone_model, model_file
from granview.io.sample_kind import SampleFiles, kind_by_suffix
from granview.tasks.base import TASKS


def with_inferred_task(lane: LaneSpec, hub_cache: Path | None = None, inputs: Sequence[Path] = ()) -> LaneSpec:
    """The lane with the likeliest task of its model, where none was asked for.

    Where nothing is known of the model, such as before it is downloaded, that is image segmentation, unless it is to
    run over texts alone.

    Args:
        lane: What was asked for.
        hub_cache: The hub's cache folder; by default the hub client's own.
        inputs: What it is to run over, files and folders; empty where that is not known yet.

    Raises:
        ArgumentError: there is no embedded model of that name, or nothing is known of the model and no input is an
            image.
        InputError: the model's config cannot be read, and no input is an image.
    """
    if lane.task:
        return lane
    only_texts = bool(inputs) and not any(map(_may_hold_images, inputs))
    try:
        tasks = infer_tasks(lane.model, hub_cache)
    except InputError as error:
        if only_texts:
            words = f"The config of {lane.model} cannot be read: {error.message}"
            raise InputError(words, error.hint) from error
        tasks = ()  # the lane itself will say it
    if not tasks and only_texts:
        raise ArgumentError(
            f"It is not known what {lane.model} is for: its config is not on this machine, and no input is an image.",
            "Say it with --task, such as --task text-classification.",
        )
    return msgspec.structs.replace(lane, task=tasks[0] if tasks else SEGMENTATION)


def infer_tasks(model: str, hub_cache: Path | None = None) -> tuple[str, ...]:
    """The tasks of a model by its source, the likeliest first; empty where they are not known.

    Raises:
        ArgumentError: there is no embedded model of that name.
        InputError: its config cannot be read.
    """
    if own := own_code(model):
        task = task_in(*own)
        return (task,) if task in TASKS else ()
    if known := scheme_of(model):
        scheme, name = known
        return scheme.tasks(name, hub_cache)
    return _of_path(Path(model.removeprefix("folder:")).expanduser())


def _of_path(path: Path) -> tuple[str, ...]:
    """As the format of a file says that is a model by itself, else as the folder's config says."""
    lone = lone_model(path)
    kind = None if lone is None else model_file(lone)
    return tasks_of_config(config_if_any(path)) if lone is None or kind is None else kind.tasks(lone)


def _may_hold_images(path: Path) -> bool:
    """Whether an input is an image, holds one, or cannot be read; the search for samples says why."""
    try:
        if path.is_dir():
            return any(_is_of_usual_kind(kind_by_suffix(inner)) for inner in path.rglob("*"))
        return not path.exists() or _is_of_usual_kind(kind_of(path, all_kinds()))
    except (InputError, OSError):
        return True


def _is_of_usual_kind(files: SampleFiles | None) -> bool:
    """Whether a file is of the kind that models are for of which nothing is known."""
    return files is not None and files.kind == TASKS.get(SEGMENTATION).kind
