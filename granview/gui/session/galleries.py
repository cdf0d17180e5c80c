"""The sample galleries, and the lanes for a first look at each."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from granview.core.errors import ArgumentError, GranViewError
from granview.core.lane import LaneSpec, Variant, lane_name
from granview.core.resources import resource_path
from granview.engine.task_inference import with_inferred_task

IMAGES: Final = "images"
TEXT: Final = "text"
ALL: Final = "all"

_FOLDERS: Final = {IMAGES: "gallery", TEXT: "gallery-text"}
LANES: Final = {
    IMAGES: ("zoo:unet-nano", "zoo:unet-base", "zoo:segformer-small"),
    TEXT: (
        "zoo:sentiment-nano",
        "zoo:sentiment-base",
        "zoo:ner-nano",
        "zoo:ner-base",
        "zoo:code-nano",
        "zoo:code-base",
    ),
}
"""What a first look at each gallery compares."""


def galleries(choice: str) -> tuple[str, ...]:
    """The galleries that a choice names: one, both, or none for the empty choice."""
    return tuple(_FOLDERS) if choice == ALL else tuple(name for name in _FOLDERS if name == choice)


def gallery_path(name: str) -> Path:
    """The folder of a gallery."""
    return resource_path(_FOLDERS[name])


def gallery_lanes(gallery: str, taken: Iterable[str], on_missing: Callable[[GranViewError], None]) -> list[LaneSpec]:
    """Lanes for a first look at a gallery, without embedded models that this copy of the program does not have.

    Args:
        gallery: Its name.
        taken: Names of the lanes that there are.
        on_missing: Told of each model that is left out.
    """
    specs: list[LaneSpec] = []
    names = tuple(taken)
    for model in LANES[gallery]:
        name = lane_name(model, Variant(), (*names, *(spec.name for spec in specs)))
        try:
            specs.append(with_inferred_task(LaneSpec(name, model, task="")))
        except ArgumentError as error:
            on_missing(error)
    return specs
