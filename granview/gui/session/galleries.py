"""The sample galleries that a choice names, and the lanes for a first look at each."""

from collections.abc import Callable, Iterable
from typing import Final

from granview.core.errors import ArgumentError, GranViewError
from granview.core.gallery import Gallery, all_galleries
from granview.core.lane import LaneSpec, lane_name
from granview.core.variant import Variant
from granview.engine.task_inference import with_inferred_task

ALL: Final = "all"
"""The choice of every gallery."""


def galleries(choice: str) -> tuple[str, ...]:
    """The galleries that a choice names: one, all, or none for the empty choice."""
    return tuple(gallery.name for gallery in all_galleries() if choice in (ALL, gallery.name))


def gallery_named(name: str) -> Gallery:
    """The gallery of that name.

    Raises:
        ArgumentError: there is none.
    """
    known = {gallery.name: gallery for gallery in all_galleries()}
    if name not in known:
        raise ArgumentError(f"There is no gallery '{name}'.", f"Known: {', '.join(known)}.")
    return known[name]


def gallery_lanes(name: str, taken: Iterable[str], on_missing: Callable[[GranViewError], None]) -> list[LaneSpec]:
    """Lanes for a first look at a gallery, without embedded models that this copy of the program does not have.

    Args:
        name: The gallery's.
        taken: Names of the lanes that there are.
        on_missing: Told of each model that is left out.
    """
    specs: list[LaneSpec] = []
    names = tuple(taken)
    for model in gallery_named(name).models:
        lane = lane_name(model, Variant(), (*names, *(spec.name for spec in specs)))
        try:
            specs.append(with_inferred_task(LaneSpec(lane, model, task="")))
        except ArgumentError as error:
            on_missing(error)
    return specs
