"""What a reference says about a text, and what to say where that is nothing that a task can be scored against."""

from typing import Final

from granview.core.text import TextReference
from granview.tasks.unscored import NOTHING_SCORED

_FIELDS: Final = {
    "labels": "labels",
    "entities": "entities",
    "answers": "answers",
    "targets": "targets",
    "cases": "cases of code",
}


def missing_reference_notice(reference: TextReference, wanted: str) -> tuple[str, ...]:
    """A notice that a reference says something, but not what is wanted; none for a reference that says nothing.

    Args:
        reference: What is known of the text.
        wanted: The field that the task needs, which is None.
    """
    known = [words for field, words in _FIELDS.items() if getattr(reference, field) is not None]
    if not known:
        return ()
    return (f"The reference has {' and '.join(known)} but no {_FIELDS[wanted]}, so {NOTHING_SCORED}.",)
