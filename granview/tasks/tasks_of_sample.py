"""Which tasks a sample is for: those that take its kind, and among them those that its reference is about."""

from collections.abc import Iterable
from typing import Final

from granview.core.sample import Sample
from granview.tasks.base import TASKS

_FOR_FACTS: Final = {
    "labels": frozenset({"text-classification"}),
    "entities": frozenset({"token-classification"}),
    "answers": frozenset({"question-answering"}),
    "targets": frozenset({"summarization", "translation", "text-generation", "text2text-generation", "fill-mask"}),
    "cases": frozenset({"text-generation", "text2text-generation"}),
}
"""What a text's reference may say, and the tasks that it says it for."""


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
    known = None if sample.reference is None else sample.reference.text
    wanted = sample.text is not None and sample.text.question_utf8 is not None
    tasks = {"question-answering"} if wanted else set[str]()
    for fact, named in _FOR_FACTS.items():
        if known is not None and getattr(known, fact) is not None:
            tasks |= named
    return frozenset(tasks)


def _takers(sample: Sample, tasks: Iterable[str]) -> frozenset[str]:
    """The tasks that take samples of this kind."""
    known = TASKS.all()
    return frozenset(name for name in tasks if name in known and known[name].kind == sample.kind)
