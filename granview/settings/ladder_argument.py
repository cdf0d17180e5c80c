"""A ladder as one word, as ``--ladder`` takes it: ``segformer-ade``, or ``segformer-ade=b0,b2`` for some rungs."""

from collections.abc import Iterable

import msgspec

from granview.core.catalogue import Ladder, Rung, ladder_named
from granview.core.errors import ArgumentError
from granview.core.file_names import unique_name
from granview.core.lane import LaneSpec


def parse_ladder(text: str, ladders: Iterable[Ladder]) -> tuple[Rung, ...]:
    """The rungs that are meant, smallest first.

    Raises:
        ArgumentError: the catalogue has no such ladder, or it no such rung.
    """
    name, equals, rungs = text.partition("=")
    chosen = [rung.strip() for rung in rungs.split(",")] if equals else []
    if not all(chosen):
        raise ArgumentError(f"'{text}' names a rung without a name.", "Write --ladder NAME=RUNG,RUNG.")
    return ladder_named(ladders, name.strip()).chosen(chosen)


def ladder_lanes(rungs: Iterable[Rung], defaults: LaneSpec, taken: Iterable[str] = ()) -> list[LaneSpec]:
    """A lane for each rung, named after ladder and rung.

    Args:
        rungs: What to run.
        defaults: How, and on which device; its task where it names one, else the ladder's.
        taken: Names of other lanes; the new ones are told apart from them.
    """
    names = list(taken)
    lanes: list[LaneSpec] = []
    for rung in rungs:
        short = rung.lane_name if defaults.variant.is_plain else f"{rung.lane_name}-{defaults.variant}"
        names.append(unique_name(short, names))
        lanes.append(
            msgspec.structs.replace(defaults, name=names[-1], model=rung.source, task=defaults.task or rung.task)
        )
    return lanes
