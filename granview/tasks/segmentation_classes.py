"""How a segmentation model's classes go into a reference's, and what the user must know about it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from granview.core.labels import FOREGROUND, ClassMap, LabelSet, match_classes, normalized

_LISTED: Final = 8


def find_class_map(model: LabelSet, reference: LabelSet, edits: Mapping[str, str]) -> tuple[ClassMap, tuple[str, ...]]:
    """Match classes by name, with the user's edits, and say in notices what did not match.

    An edit to a class that this reference does not have is left out, with a notice: edits hold for a whole run,
    whose references may differ. A reference class that is void has no counterpart.

    Returns:
        The class map, and sentences for the user.
    """
    return _find_class_map(model, reference, tuple(edits.items()))


@lru_cache(maxsize=32)
def _find_class_map(
    model: LabelSet, reference: LabelSet, edits: tuple[tuple[str, str], ...]
) -> tuple[ClassMap, tuple[str, ...]]:
    """Remembered, because the samples of a run share their label sets, and names take longer to match than pixels."""
    usable = {name: target for name, target in edits if not target or reference.index(target) is not None}
    matched = match_classes(model, reference, usable)
    class_map = ClassMap(tuple(None if target == reference.void else target for target in matched.targets))
    notices = [
        f"The class edit '{name}' to '{target}' does not apply: the reference has no class '{target}'."
        for name, target in edits
        if name not in usable
    ]
    in_order = _in_order(model, reference, class_map, usable)
    return class_map, (*notices, *in_order, *_mismatch(class_map, reference))


def _in_order(model: LabelSet, reference: LabelSet, class_map: ClassMap, edits: Mapping[str, str]) -> tuple[str, ...]:
    """A notice about classes of other names that were matched by their order alone, see ``match_classes``."""
    said = {normalized(name) for name in edits}
    pairs = [
        f"{name} as {reference.names[target]}"
        for name, target in zip(model.names, class_map.targets, strict=True)
        if target is not None and normalized(name) not in said | {normalized(reference.names[target])}
    ]
    return (f"The model's classes were taken in order: {', '.join(pairs)}.",) if pairs else ()


def _mismatch(class_map: ClassMap, reference: LabelSet) -> tuple[str, ...]:
    """A notice about the reference classes that no model class goes to."""
    if not class_map.matched:
        return (
            "No class of the model has the name of a class of the reference, so nothing is scored. "
            "Edit the class map to say which belong together.",
        )
    reached = set(class_map.targets) | {reference.void}
    lacking = [name for i, name in enumerate(reference.names) if i not in reached]
    if not lacking:
        return ()
    hint = " Say in the class map which of its classes are the foreground." if lacking == [FOREGROUND] else ""
    return (f"The model has no class for: {_listed(lacking)}. Their pixels count as missed.{hint}",)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_LISTED])
    return f"{shown} and {len(names) - _LISTED} more" if len(names) > _LISTED else shown
