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

    Where several tasks take texts, a text about which something is known that some of them are asked for is for those
    alone: beside lanes for sentiment, lanes for entities pass reviews over. A text that is meant for none of them is
    for all. Tasks that this version does not know take nothing.
    """
    known = TASKS.all()
    takers = frozenset(name for name in tasks if name in known and known[name].kind == sample.kind)
    return (takers & tasks_named_by(sample)) or takers


def tasks_named_by(sample: Sample) -> frozenset[str]:
    """The tasks that a text is meant for, by what is known of it; empty where that is nothing."""
    known = None if sample.reference is None else sample.reference.text
    asked = sample.text is not None and sample.text.question_utf8 is not None
    tasks = {"question-answering"} if asked else set[str]()
    for fact, named in _FOR_FACTS.items():
        if known is not None and getattr(known, fact) is not None:
            tasks |= named
    return frozenset(tasks)
