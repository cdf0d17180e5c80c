"""The classes of a model and those that a text's reference names, in one label set."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from granview.core.entity_types import other_spellings
from granview.core.labels import ClassMap, LabelSet, normalized
from granview.core.palette import nth_color

_NUMBERED: Final = re.compile(r"label[_ -]?\d+", re.IGNORECASE)
"""What transformers calls the classes of a model whose config has no names for them."""

_LISTED: Final = 8


@dataclass(frozen=True)
class JointClasses:
    """One label set for what the model says and what is true.

    Attributes:
        labels: The model's classes, under the reference's names where they have been edited; then the reference's own.
        class_map: Index in ``labels`` of each class of the model.
        reference: Index in ``labels`` of each name that was asked for.
        unknown: Those of the names that no class of the model has.
        respelled: Those of the names that a class of the model has in another usual spelling, each with that.
    """

    labels: LabelSet
    class_map: ClassMap
    reference: tuple[int, ...]
    unknown: tuple[str, ...]
    respelled: tuple[tuple[str, str], ...] = ()

    def targets(self) -> list[int]:
        """The class map as a plain list."""
        return [target for target in self.class_map.targets if target is not None]


def none_known(classes: JointClasses, model: LabelSet, what: str) -> str:
    """A notice that the model has no class of any name that a reference says, and what to do about it.

    Args:
        classes: Both brought together.
        model: The model's own classes.
        what: How the task calls them: ``class`` or ``type``.
    """
    lacks = "', '".join(dict.fromkeys(classes.unknown))
    has = ", ".join(model.names[:_LISTED]) + (" and more" if len(model) > _LISTED else "")
    end = "which counts as missed" if what == "class" else "so all of them count as missed"
    return (
        f"No {what} of the model has the name of the reference's {what} '{lacks}', {end}. The model has {has}: "
        "edit the class map to say which belong together, or choose other columns of the data set."
    )


def join_classes(
    model: LabelSet, names: Sequence[str], edits: Mapping[str, str], *, entity_types: bool = False
) -> JointClasses:
    """Bring a model's classes and a reference's names together.

    Names match without regard to case, spaces, underscores and hyphens. An edit gives a class of the model another
    name; one to the empty string sets it apart from any name. A name that is a number stands for the class of that
    index of a model whose classes have no names of their own (``LABEL_0`` and so on).

    Entity types match in their usual spellings too, such as PER and PERSON, unless one side has both.
    """
    return _join(model, tuple(names), tuple(edits.items()), entity_types)


@lru_cache(maxsize=256)
def _join(
    model: LabelSet, names: tuple[str, ...], edits: tuple[tuple[str, str], ...], entity_types: bool
) -> JointClasses:
    """Remembered, because the texts of a run share their few names."""
    renamed = {normalized(name): target or f"{name} (model)" for name, target in edits}
    places: dict[str, int] = {}
    joint: list[tuple[str, tuple[int, int, int]]] = []
    for name, color in zip(model.names, model.colors, strict=True):
        _place(renamed.get(normalized(name), name), color, places, joint)
    targets = tuple(places[normalized(renamed.get(normalized(name), name))] for name in model.names)
    known = {**_by_number(model, targets), **places}
    respelled = _respelled(names, known, places) if entity_types else {}
    known |= {normalized(name): place for name, place in respelled.items()}
    unknown = tuple(name for name in names if normalized(name) not in known)
    for name in unknown:
        known[normalized(name)] = _place(name, nth_color(len(joint)), places, joint)
    shown, colors = zip(*joint, strict=True) if joint else ((), ())
    reference = tuple(known[normalized(name)] for name in names)
    told = tuple((name, shown[place]) for name, place in respelled.items())
    return JointClasses(LabelSet(shown, colors, void=None), ClassMap(targets), reference, unknown, told)


def _place(
    name: str, color: tuple[int, int, int], places: dict[str, int], joint: list[tuple[str, tuple[int, int, int]]]
) -> int:
    """Where a name stands among the joint ones, at their end if it is new."""
    place = places.setdefault(normalized(name), len(joint))
    if place == len(joint):
        joint.append((name, color))
    return place


def _respelled(names: Sequence[str], known: Mapping[str, int], places: Mapping[str, int]) -> dict[str, int]:
    """Where entity types of the reference stand that the model spells in another usual way, and both only so."""
    asked = frozenset(map(normalized, names))
    found: dict[str, int] = {}
    for name in dict.fromkeys(names):
        others = other_spellings(name)
        theirs = [places[other] for other in others if other in places]
        if normalized(name) not in known and len(theirs) == 1 and asked.isdisjoint(others):
            found[name] = theirs[0]
    return found


def _by_number(model: LabelSet, targets: Sequence[int]) -> dict[str, int]:
    named = (index for index, name in enumerate(model.names) if _NUMBERED.fullmatch(name))
    return {str(index): targets[index] for index in named}
