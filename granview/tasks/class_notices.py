"""What must be said beside a sample about how a model's classes and its reference's belong together."""

from collections.abc import Collection, Sequence
from typing import Final

from granview.core.class_matching import Match, Pairs

_LISTED: Final = 8
_SAY: Final = (
    "Say which belong together: Match classes… in the window, --class-map MODEL=REFERENCE on the command line, "
    "class_edits in Python."
)


_MISSED: Final = ("It counts as missed.", "They count as missed.")


def matching_notices(
    match: Match, model: Sequence[str], reference: Sequence[str], here: Collection[str], what: str
) -> tuple[str, ...]:
    """Sentences about a match; none where all names are the same.

    Args:
        match: How they belong together.
        model: The model's classes.
        reference: All classes of the reference's data set.
        here: Those of them that this sample has: only of these it is said that they are missed.
        what: What a class is called: ``class`` or ``type``.
    """
    if not match.is_settled:
        return (_not_settled(match, model, reference, what),)
    lacking = [reference[place] for place in match.lacking if reference[place] in here]
    missed = f"The model has no {what} for: {listed(lacking)}. {_MISSED[len(lacking) > 1]}" if lacking else ""
    return tuple(filter(None, (_respelled(match.respelled), _numbered(match.numbered), missed)))


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them, the first few of many."""
    shown = ", ".join(names[:_LISTED])
    return f"{shown} and {len(names) - _LISTED} more" if len(names) > _LISTED else shown


def _not_settled(match: Match, model: Sequence[str], reference: Sequence[str], what: str) -> str:
    lacking = [f"'{reference[place]}'" for place in match.lacking]
    found = (
        "No" if not match.class_map.matched else f"Of {len(reference)}, only {len(reference) - len(lacking)} match: no"
    )
    return (
        f"{found} {what} of the model has the name of the reference's {what} {listed(lacking)}, so nothing is scored. "
        f"The model has {listed(model)}. {_SAY}"
    )


def _respelled(pairs: Pairs) -> str:
    same = listed([f"{ours} for {theirs}" for ours, theirs in pairs])
    return f"Names of other spelling are taken for the same: {same}; edit the class map if not." if pairs else ""


def _numbered(pairs: Pairs) -> str:
    same = listed([f"{theirs} is {ours}" for ours, theirs in pairs])
    return (
        f"The reference's numbers are the model's own (id2label): {same}; edit the class map if not." if pairs else ""
    )
