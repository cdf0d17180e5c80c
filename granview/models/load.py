"""From a lane's specification to a model that is ready to run."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
from safetensors import SafetensorError

from granview.core.errors import GranViewError, ModelError, UnsupportedModel
from granview.core.lane import LaneSpec
from granview.core.trouble import first_line
from granview.models.base import AnyAdapter, Progress
from granview.models.config import read_config
from granview.models.config_bounds import check_config, stored_in
from granview.models.device import Placement, place
from granview.models.family import FAMILIES, Family
from granview.models.hub import fetch_model
from granview.models.quiet import Chatter
from granview.models.source import Found, find_folder, parse_source

_WANTED: Final[Mapping[str, str]] = {"image-segmentation": "a semantic segmentation model"}


def load_adapter(spec: LaneSpec, progress: Progress) -> AnyAdapter:
    """Find the model, download it where it comes from the hub, and load it onto its device.

    Raises:
        ArgumentError: the source cannot be read.
        DeviceError: the device is not there, or its memory is exhausted.
        ModelError: the model cannot be found, downloaded, loaded or run; WeightsMissing and UnsupportedModel say why.
    """
    started = time.perf_counter()
    with Chatter() as chatter:
        placement = place(spec.device)
        found = _find(spec, progress)
        family = _family(found, spec.task)
        progress("loading the model", None)
        adapter = _loaded(family, found, spec, placement, progress)
        found_out = adapter.try_out()
    adapter.facts = msgspec.structs.replace(
        adapter.facts,
        load_s=time.perf_counter() - started,
        revision=found.revision,
        notices=(*_notices(placement, found, adapter, chatter), *found_out),
    )
    return adapter


def _loaded(family: Family, found: Found, spec: LaneSpec, placement: Placement, progress: Progress) -> AnyAdapter:
    """What the family makes of the files; whatever their odd values make other libraries raise is told in words."""
    if found.folder is not None:
        _check_size(found.folder)
    try:
        return family.load(found, spec, placement, progress)
    except (GranViewError, MemoryError):
        raise
    except BaseException as error:
        name = found.folder or found.source.name
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


def _find(spec: LaneSpec, progress: Progress) -> Found:
    source = parse_source(spec.model)
    if source.scheme == "hf":
        return fetch_model(source, progress)
    if source.scheme == "torchvision":
        return Found(source)
    return find_folder(source)


def _family(found: Found, task: str) -> Family:
    for family in FAMILIES.all().values():
        if family.task == task and family.claims(found):
            return family
    raise UnsupportedModel(
        f"No family of models for {task} knows {found.folder or found.source.name}.",
        f"Give a folder with the config.json of {_WANTED.get(task, f'a model for {task}')}.",
    )


def _notices(placement: Placement, found: Found, adapter: AnyAdapter, chatter: Chatter) -> tuple[str, ...]:
    ordered = (*placement.notices, *found.notices, *adapter.facts.notices, *chatter.sentences)
    return tuple(dict.fromkeys(ordered))
