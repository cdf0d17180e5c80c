"""Which lanes a sample is for: those that take its kind, and among them those whose task its reference is about."""

from collections.abc import Iterable, Sequence
from typing import Final

from granview.core.sample import Sample
from granview.gui.model.entries import Lane

_WRITING: Final = frozenset({"summarization", "translation", "text-generation", "text2text-generation"})
_TASKS_OF_FACTS: Final = {
    "labels": frozenset({"text-classification"}),
    "entities": frozenset({"token-classification"}),
    "answers": frozenset({"question-answering"}),
    "targets": _WRITING | {"fill-mask"},
    "cases": frozenset({"text-generation", "text2text-generation"}),
}
"""What a text's reference may say, and the tasks that it says it for."""


def lanes_for(sample: Sample, lanes: Iterable[Lane]) -> list[Lane]:
    """The lanes that run a sample.

    Where lanes of several tasks take texts, a text about which something is known that some of these tasks are asked
    for is for the lanes of such tasks alone: beside lanes for sentiment, lanes for entities pass reviews over. A text
    that is meant for none of them is for all.
    """
    takers = [lane for lane in lanes if lane.takes == sample.kind]
    if len({lane.spec.task for lane in takers}) < 2:
        return takers
    tasks = tasks_named_by(sample)
    fitting = [lane for lane in takers if lane.spec.task in tasks]
    return fitting or takers


def samples_for(lane: Lane, samples: Sequence[Sample], lanes: Sequence[Lane]) -> list[Sample]:
    """The samples that a lane runs, beside the other lanes."""
    return [sample for sample in samples if any(each.name == lane.name for each in lanes_for(sample, lanes))]


def tasks_named_by(sample: Sample) -> frozenset[str]:
    """The tasks that a text is meant for, by what is known of it; empty where that is nothing."""
    known = None if sample.reference is None else sample.reference.text
    asked = sample.text is not None and sample.text.question_utf8 is not None
    tasks = {"question-answering"} if asked else set[str]()
    for fact, named in _TASKS_OF_FACTS.items():
        if known is not None and getattr(known, fact) is not None:
            tasks |= named
    return frozenset(tasks)
