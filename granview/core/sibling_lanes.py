"""Siblings of a lane: one model as several lanes, each run in a way of its own."""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from granview.core.errors import ArgumentError
from granview.core.file_names import unique_name
from granview.core.lane import LaneSpec, lane_name
from granview.core.number_formats import why_not
from granview.core.recipe import RECIPES
from granview.core.variant import COMPILED, PRECISIONS, Precision, Step, Variant

USUAL: Final = "usual"
"""The word for the variants that most people want, where variants are listed."""

_USUAL_STEPS: Final = ("int8", "int4", "magnitude=0.5")


def usual_variants(device_kind: str) -> tuple[Variant, ...]:
    """bf16, weight-only int8 and int4, half of the weights pruned: those of them that run on a kind of device."""
    steps = (Step.parse(text) for text in _USUAL_STEPS)
    rungs = (Variant("bf16"), *(with_step(step) for step in steps))
    return tuple(rung for rung in rungs if not why_not(rung, device_kind))


def with_step(step: Step, wanted: Precision = "fp32") -> Variant:
    """A model to which one recipe alone is done: in the number format wanted, or the first that goes with it."""
    return Variant.of(next(known for known in (wanted, *PRECISIONS) if known in step.traits.precisions), (step,))


def parse_variants(text: str, separator: str = ",", device_kind: str = "cpu") -> tuple[Variant, ...]:
    """Read variants, each once, in their order.

    A recipe without a number format is as ``with_step`` says, and ``usual`` stands for ``usual_variants``.

    Args:
        text: Variants between separators, such as ``bf16,int8,fp32+magnitude=0.5``.
        separator: What stands between them.
        device_kind: Where they are to run, ``cpu`` or ``cuda``; it decides what the usual ones are.

    Raises:
        ArgumentError: one is no variant, or there is none.
    """
    words = [word.strip() for word in text.split(separator) if word.strip()]
    if not words:
        raise ArgumentError("No variant was named.", "Name some, such as bf16,int8.")
    return tuple(dict.fromkeys(variant for word in words for variant in _rungs(word.lower(), device_kind)))


def _rungs(word: str, device_kind: str) -> tuple[Variant, ...]:
    if word == USUAL:
        return usual_variants(device_kind)
    if word.partition("=")[0] in RECIPES:
        return (with_step(Step.parse(word)),)
    if word == COMPILED:
        return (Variant(compiled=True),)
    return (Variant.parse(word),)


def sibling_lanes(
    lane: LaneSpec, variants: Iterable[Variant], batch_sizes: Sequence[int], taken: Iterable[str]
) -> list[LaneSpec]:
    """Lanes of the same model, task and device as another: one for each variant, and one for each batch size.

    Those that would be as the lane itself are left out.

    Args:
        lane: The lane that they are siblings of.
        variants: How they are run, with the lane's batch size.
        batch_sizes: Samples in one forward pass, of lanes that are run as the lane is.
        taken: Names of other lanes; the new ones are told apart from them.
    """
    wanted = dict.fromkeys(
        [
            *((variant, lane.batch_size) for variant in variants),
            *((lane.variant, batch_size) for batch_size in batch_sizes),
        ]
    )
    wanted.pop((lane.variant, lane.batch_size), None)
    names = list(taken)
    found = []
    for variant, batch_size in wanted:
        names.append(_name(lane, variant, batch_size, names))
        changed = {"name": names[-1], "variant": variant, "batch_size": batch_size}
        found.append(msgspec.structs.replace(lane, **changed))
    return found


def _name(lane: LaneSpec, variant: Variant, batch_size: int, taken: Sequence[str]) -> str:
    """By the lane's own name where its model runs as it was trained, else by the model's."""
    named = lane.name if lane.variant.is_plain else lane.model
    base = lane_name(named, variant, ())
    return unique_name(base if batch_size == lane.batch_size else f"{base}-batch{batch_size}", taken)
