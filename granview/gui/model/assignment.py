"""Which lanes a sample is for: those whose task is, see ``granview.tasks.assignment``."""

from collections.abc import Iterable, Sequence

from granview.core.sample import Sample
from granview.gui.model.lanes_and_rows import Lane
from granview.tasks.assignment import tasks_for


def lanes_for(sample: Sample, lanes: Iterable[Lane]) -> list[Lane]:
    """The lanes that run a sample."""
    known = list(lanes)
    tasks = tasks_for(sample, {lane.spec.task for lane in known})
    return [lane for lane in known if lane.spec.task in tasks]


def samples_for(lane: Lane, samples: Sequence[Sample], lanes: Sequence[Lane]) -> list[Sample]:
    """The samples that a lane runs, beside the other lanes."""
    tasks = {each.spec.task for each in lanes}
    return [sample for sample in samples if lane.spec.task in tasks_for(sample, tasks)]
