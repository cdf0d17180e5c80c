"""From a lane's specification to a model that is ready to run."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import msgspec
from safetensors import SafetensorError

from granview.core.errors import GranViewError, ModelError, UnsupportedModel
from granview.core.lane import LaneSpec
from granview.core.model_source import Source, parse_source
from granview.core.own_code import CODE
from granview.core.readable_errors import first_line
from granview.core.task_trait import traits_of
from granview.io.model_config import has_config, read_config
from granview.models.adapter import AnyAdapter, Progress
from granview.models.device import Placement, place
from granview.models.family import FAMILIES, Family
from granview.models.loading.config_bounds import check_config, stored_in
from granview.models.loading.hub import fetch_model
from granview.models.loading.library_messages import LibraryMessages
from granview.models.loading.source import ResolvedSource, find_code, find_folder


def load_adapter(spec: LaneSpec, progress: Progress) -> AnyAdapter:
    """Find the model, download it where it comes from the hub, and load it onto its device.

    Raises:
        ArgumentError: the source cannot be read.
        DeviceError: the device is not there, or its memory is exhausted.
        ModelError: the model cannot be found, downloaded, loaded or run; WeightsMissing and UnsupportedModel say why.
    """
    started = time.perf_counter()
    with LibraryMessages() as messages:
        placement = place("cpu" if spec.model.startswith(_SAVED) else spec.device)
        resolved = _find(spec, progress)
        family = _family(resolved, spec.task)
        progress("loading the model", None)
        adapter = _loaded(family, resolved, spec, placement, progress)
        found_out = adapter.probe()
    adapter.facts = msgspec.structs.replace(
        adapter.facts,
        load_s=time.perf_counter() - started if adapter.is_measured else None,
        revision=resolved.revision,
        notices=(*_notices(placement, resolved, adapter, messages), *found_out),
    )
    return adapter


def _loaded(
    family: Family, resolved: ResolvedSource, spec: LaneSpec, placement: Placement, progress: Progress
) -> AnyAdapter:
    """What the family makes of the files; whatever their odd values make other libraries raise is told in words."""
    if resolved.folder is not None:
        _check_size(resolved.folder)
    try:
        return family.load(resolved, spec, placement, progress)
    except (GranViewError, MemoryError):
        raise
    except BaseException as error:
        name = resolved.folder or resolved.weights or resolved.source.name
        raise UnsupportedModel(
            f"The model in {name} cannot be set up: {first_line(error)}.",
            "Check its config and tokenizer files, or download or save the model again.",
        ) from error


def _check_size(folder: Path) -> None:
    """Refuse a config that cannot be that of the weights; what is missing or damaged is left for the family to tell."""
    try:
        stored = stored_in(folder)
    except (ModelError, SafetensorError, OSError):
        return
    check_config(read_config(folder), folder, stored)


def _find(spec: LaneSpec, progress: Progress) -> ResolvedSource:
    source = parse_source(spec.model)
    return _FINDERS[source.scheme](source, progress)


_SAVED: Final = "saved:"
"""Of such sources nothing runs, so that the device that was asked for need not be there."""

_FINDERS: Final[Mapping[str, Callable[[Source, Progress], ResolvedSource]]] = {
    "hf": fetch_model,
    "torchvision": lambda source, _: ResolvedSource(source),
    "method": lambda source, _: ResolvedSource(source),
    "saved": lambda source, _: ResolvedSource(source),
    "zoo": lambda source, _: find_folder(source),
    "folder": lambda source, _: find_folder(source),
    CODE: lambda source, _: find_code(source),
}
"""By the scheme of a source, what finds its files."""


def _family(resolved: ResolvedSource, task: str) -> Family:
    for family in FAMILIES.all().values():
        if family.task == task and family.claims(resolved):
            return family
    raise UnsupportedModel(
        f"No family of models for {task} knows {resolved.folder or resolved.weights or resolved.source.name}.",
        _what_to_name(resolved, task),
    )


def _what_to_name(resolved: ResolvedSource, task: str) -> str:
    """What to do about a source that no family knows."""
    config = {} if resolved.folder is None or not has_config(resolved.folder) else read_config(resolved.folder)
    if config and not {"model_type", "architectures", "format"} & set(config):
        return 'Its config.json does not say which model it is: add its "model_type", such as "bert".'
    return f"Give a folder with the config.json of {traits_of(task).model_noun}."


def _notices(
    placement: Placement, resolved: ResolvedSource, adapter: AnyAdapter, messages: LibraryMessages
) -> tuple[str, ...]:
    ordered = (*placement.notices, *resolved.notices, *adapter.facts.notices, *messages.sentences)
    return tuple(dict.fromkeys(ordered))
