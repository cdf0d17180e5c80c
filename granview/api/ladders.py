"""The catalogue from Python: size ladders, and their rungs as models that ``compare`` takes."""

from granview.core.catalogue import Ladder, ladder_named
from granview.io.catalogue_file import read_catalogue


def catalogue(task: str = "") -> tuple[Ladder, ...]:
    """Public models in size ladders.

    Args:
        task: Only those for this task; empty for all.
    """
    return tuple(ladder for ladder in read_catalogue() if task in ("", ladder.task))


def ladder(name: str, *rungs: str) -> tuple[str, ...]:
    """The rungs of a ladder as models that ``compare`` takes, each with its task and a name for its lane.

    Args:
        name: The ladder's name, such as ``segformer-ade``.
        rungs: Names of rungs, such as ``b0``; none for all of them.

    Raises:
        ArgumentError: there is no such ladder, or it has no such rung.
    """
    chosen = ladder_named(read_catalogue(), name).chosen(rungs)
    return tuple(f"{rung.source},task={rung.task},name={rung.lane_name}" for rung in chosen)
