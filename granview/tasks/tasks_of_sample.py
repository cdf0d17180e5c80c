"""Which tasks a sample is for: those that take its kind, and among them those that its reference is about."""

from collections.abc import Iterable

from granview.core.sample import Sample
from granview.core.text import TextReference
from granview.tasks.base import TASKS, TaskInputs


def tasks_for(sample: Sample, tasks: Iterable[str]) -> frozenset[str]:
    """Those of the tasks that a sample is for.

    Where several tasks take texts, a text about which something is known is for those alone that this is known for:
    beside lanes for sentiment, lanes for entities pass reviews over, and both pass questions over. A single task takes
    all texts: who asks for nothing else wants it. Tasks that this version does not know take nothing.
    """
    takers, named = _takers(sample, tasks), tasks_named_by(sample)
    return takers & named if named and len(takers) > 1 else takers


def tasks_missed(sample: Sample, tasks: Iterable[str]) -> frozenset[str]:
    """The tasks that a text is meant for, where it is for none of the tasks because of that; else empty."""
    wanted = frozenset(tasks)
    return tasks_named_by(sample) if _takers(sample, wanted) and not tasks_for(sample, wanted) else frozenset()


def tasks_named_by(sample: Sample) -> frozenset[str]:
    """The tasks that a text is meant for, by what is known of it; empty where that is nothing."""
    return frozenset(task.name for task in TASKS.all().values() if _is_named(task.inputs, sample))


def _is_named(inputs: TaskInputs, sample: Sample) -> bool:
    """Whether a text holds what a task needs, or its reference says something for it."""
    if sample.text is None:
        return False
    known = TextReference() if sample.reference is None else sample.reference.text or TextReference()
    has_needed = bool(inputs.needed) and all(sample.text.has_part(part) for part in inputs.needed)
    return has_needed or any(getattr(known, fact) is not None for fact in inputs.facts)


def parts_read(tasks: Iterable[str]) -> frozenset[str]:
    """The parts of a sample, besides the sample itself, that any of these tasks needs or can read."""
    wanted = list(tasks)
    if not wanted:
        return frozenset()  # so that an empty window starts without the tasks
    known = TASKS.all()
    inputs = [known[name].inputs for name in wanted if name in known]
    return frozenset().union(*(each.needed | each.optional for each in inputs))


def _takers(sample: Sample, tasks: Iterable[str]) -> frozenset[str]:
    """The tasks that take samples of this kind."""
    known = TASKS.all()
    return frozenset(name for name in tasks if name in known and known[name].kind == sample.kind)
