"""What must be said beside a sample about how a model's classes and its reference's belong together."""

import shlex
from collections.abc import Collection, Sequence
from typing import Final

from granview.core.class_matching import ClassMatch, Pairs
from granview.core.natural_order import natural_order
from granview.tasks.unscored import NOTHING_SCORED

_LISTED: Final = 20
_SAY: Final = (
    "Say which belong together: Match classes… in the window, --class-map MODEL=REFERENCE on the command "
    "line{example}, class_edits in Python."
)
_SEVERAL: Final = {"class": "classes", "type": "types"}
_MISSED: Final = ("It counts as missed.", "They count as missed.")


def matching_notices(
    match: ClassMatch, model: Sequence[str], reference: Sequence[str], here: Collection[str], what: str
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
    lacking = [name for name in _lacking(match, reference) if name in here]
    missed = f"The model has no {what} for: {listed(lacking)}. {_MISSED[len(lacking) > 1]}" if lacking else ""
    return tuple(filter(None, (_respelled(match.respelled), _numbered(match.numbered), missed)))


def spelling_notices(pairs: Pairs) -> tuple[str, ...]:
    """A sentence about names of the reference that are one class: each with the class that it is."""
    same = listed([f"{name} is {first}" for name, first in pairs])
    return (f"The reference spells a class in several ways, which count as one: {same}.",) if pairs else ()


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them, ``a, b and c``; of very many the first, and how many more there are."""
    many = [*names[:_LISTED], f"{len(names) - _LISTED} more"] if len(names) > _LISTED else names
    return " and ".join(filter(None, (", ".join(many[:-1]), *many[-1:])))


def _lacking(match: ClassMatch, reference: Sequence[str]) -> list[str]:
    return sorted((reference[place] for place in match.lacking), key=natural_order)


def _not_settled(match: ClassMatch, model: Sequence[str], reference: Sequence[str], what: str) -> str:
    lacking = _lacking(match, reference)
    quoted = listed([f"'{name}'" for name in lacking])
    several = what if len(lacking) == 1 else _SEVERAL[what]
    found = (
        "No" if not match.class_map.matched else f"Of {len(reference)}, only {len(reference) - len(lacking)} match: no"
    )
    return (
        f"{found} {what} of the model has the name of the reference's {several} {quoted}, "
        f"so {NOTHING_SCORED}. The model has {listed(model)}. {_SAY.format(example=_example(match, model, lacking))}"
    )


def _example(match: ClassMatch, model: Sequence[str], lacking: Sequence[str]) -> str:
    """How a pair of the names that did not match is written; which are the same, the user alone knows."""
    free = [name for name, target in zip(model, match.class_map.targets, strict=True) if target is None]
    return f" (such as --class-map {shlex.quote(f'{free[-1]}={lacking[-1]}')})" if free and lacking else ""


def _respelled(pairs: Pairs) -> str:
    same = listed([f"{ours} for {theirs}" for ours, theirs in pairs])
    return f"Names of other spelling are taken for the same: {same}; edit the class map if not." if pairs else ""


def _numbered(pairs: Pairs) -> str:
    same = listed([f"{theirs} is {ours}" for ours, theirs in pairs])
    return (
        f"The reference's numbers are the model's own (id2label): {same}; edit the class map if not." if pairs else ""
    )
