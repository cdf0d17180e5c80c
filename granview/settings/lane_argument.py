"""A lane as one line of text, as ``--model`` takes it: ``zoo:unet-base,variant=bf16,device=cpu,batch=4,name=base``."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec

from granview.core.errors import ArgumentError
from granview.core.file_names import unique_name
from granview.core.lane import LaneSpec, lane_name
from granview.core.saved_reading import READING_OPTIONS, SavedReading
from granview.core.sibling_lanes import parse_variants, sibling_lanes
from granview.core.variant import Variant
from granview.tasks.base import TASKS


def parse_lane(text: str, defaults: LaneSpec, taken: Iterable[str] = ()) -> LaneSpec:
    """Read a lane.

    Args:
        text: A model's source, then any of ``task=``, ``variant=``, ``device=``, ``batch=`` and ``name=``, each after a
            comma; of saved predictions those of ``READING_OPTIONS`` too.
        defaults: What holds where the text says nothing; its model and name are not used.
        taken: Names of other lanes; the new one is told apart from them.

    Raises:
        ArgumentError: an option is unknown or has no meaning, or there is no model.
    """
    model, options = _split(text)
    if _VARIANTS in options:
        raise ArgumentError(f"'{text}' lists variants, and one lane has one.", "Use variant=.")
    if not model:
        raise ArgumentError(f"'{text}' names no model.", "Begin with a source, such as zoo:unet-nano.")
    read = {field: convert(options[key]) for key, (field, convert) in _OPTIONS.items() if key in options}
    if reading := {key: options[key] for key in READING_OPTIONS if key in options}:
        SavedReading.of(reading)
        read["reading"] = reading
    variant = read.get("variant", defaults.variant)
    wanted = read.pop("name", "")
    name = unique_name(wanted, taken) if wanted else lane_name(model, variant, taken)
    return msgspec.structs.replace(defaults, name=name, model=model, **read)


def parse_siblings(text: str, defaults: LaneSpec, variants: Sequence[Variant], taken: Iterable[str]) -> list[LaneSpec]:
    """Read a lane, and add its siblings: those that its ``variants=`` lists, or else ``variants``.

    Args:
        text: As for ``parse_lane``, and ``variants=`` with a slash between them: ``zoo:unet-base,variants=bf16/int8``.
        defaults: As for ``parse_lane``.
        variants: How siblings are run where the text lists none.
        taken: Names of other lanes.

    Raises:
        ArgumentError: as ``parse_lane``.
    """
    model, options = _split(text)
    listed = options.pop(_VARIANTS, None)
    own = ",".join((model, *(f"{key}={value}" for key, value in options.items())))
    names = list(taken)
    lane = parse_lane(own, defaults, names)
    kind = "cuda" if lane.device.startswith("cuda") else "cpu"
    wanted = variants if listed is None else parse_variants(listed, "/", kind)
    return [lane, *sibling_lanes(lane, wanted, (), (*names, lane.name))]


def parse_lanes(texts: Iterable[str], defaults: LaneSpec, taken: Iterable[str] = ()) -> list[LaneSpec]:
    """Read several lanes, each with a name of its own.

    Raises:
        ArgumentError: as ``parse_lane``.
    """
    lanes: list[LaneSpec] = []
    for text in texts:
        lanes.append(parse_lane(text, defaults, (*taken, *(lane.name for lane in lanes))))
    return lanes


def lane_text(lane: LaneSpec) -> str:
    """The line that ``parse_lane`` reads back as this lane."""
    batch = f",batch={lane.batch_size}" if lane.batch_size != 1 else ""
    reading = "".join(f",{key}={value}" for key, value in lane.reading.items())
    return f"{lane.model},task={lane.task},variant={lane.variant},device={lane.device}{batch}{reading},name={lane.name}"


def _task(text: str) -> str:
    if text not in TASKS.all():
        raise ArgumentError(f"There is no task '{text}'.", f"Tasks: {', '.join(TASKS.all())}.")
    return text


def _batch_size(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise ArgumentError(f"'{text}' is not a batch size.", "Use a whole number, such as batch=4.") from error


_VARIANTS: Final = "variants"

_OPTIONS: Final[Mapping[str, tuple[str, Callable[[str], Any]]]] = {
    "task": ("task", _task),
    "variant": ("variant", Variant.parse),
    "device": ("device", str),
    "batch": ("batch_size", _batch_size),
    "name": ("name", str),
}


_SAVED: Final = "saved:"


def _split(text: str) -> tuple[str, dict[str, str]]:
    """The model, which may hold commas itself, and the options after it."""
    parts = text.split(",")
    known = (*_OPTIONS, _VARIANTS, *(READING_OPTIONS if text.lstrip().startswith(_SAVED) else ()))
    options: dict[str, str] = {}
    while len(parts) > 1 and "=" in parts[-1]:
        key, _, value = parts[-1].strip().partition("=")
        if key not in known:
            raise ArgumentError(f"'{key}' is no option of a model.", f"Options: {', '.join(known)}.")
        if key in options:
            raise ArgumentError(f"'{text}' says {key} twice.")
        options[key] = value.strip()
        parts.pop()
    return ",".join(parts).strip(), options
