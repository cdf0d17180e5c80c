"""How the classes of found objects belong to those of the reference, also where one side tells none apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import FOREGROUND, ClassMap, LabelSet, normalized
from granview.core.palette import nth_color
from granview.tasks.class_matching_notices import listed
from granview.tasks.image_segmentation_scores import find_class_map

OBJECT: Final = "object"
"""The one class of who does not tell classes apart."""

_ANY: Final = frozenset({OBJECT, "objects", FOREGROUND})
_MUCH: Final = 0.1
"""From this share of predicted objects on that count for no class, a sample says so."""


@dataclass(frozen=True)
class ObjectClasses:
    """Both sides' classes in one label set.

    Attributes:
        labels: The reference's label set; the single class ``object`` where either side tells no classes apart.
        class_map: Where the model's classes are in it.
        is_one: Whether all objects of the reference are that one class.
        is_settled: Whether the lane is scored against it.
        notices: What must be said of it.
    """

    labels: LabelSet
    class_map: ClassMap
    is_one: bool
    is_settled: bool
    notices: tuple[str, ...]

    def of_model(self, class_ids: NDArray[Any]) -> NDArray[np.int64]:
        """(n,) int64 the model's classes in ``labels``; -1 for those that count for none."""
        table = np.array([-1 if target is None else target for target in self.class_map.targets] or [-1], np.int64)
        known = class_ids < len(self.class_map.targets)
        return np.where(known, table[np.where(known, class_ids, 0)], -1)

    def of_reference(self, class_ids: NDArray[Any]) -> NDArray[np.int64]:
        """(m,) int64 the reference's classes in ``labels``; -1 for those that it does not name."""
        classes = class_ids.astype(np.int64)
        return np.zeros_like(classes) if self.is_one else np.where(classes < len(self.labels), classes, -1)


def match_object_classes(model: LabelSet, reference: LabelSet, edits: Mapping[str, str]) -> ObjectClasses:
    """Match classes by name, with the user's edits; where one side has but the class ``object``, all are that one."""
    return _matched(model, reference, tuple(edits.items()))


@lru_cache(maxsize=32)
def _matched(model: LabelSet, reference: LabelSet, edits: tuple[tuple[str, str], ...]) -> ObjectClasses:
    tells_none = [tells_no_classes(labels) for labels in (model, reference)]
    if tells_none[0] != tells_none[1]:
        return _as_one(model, dict(edits), "model" if tells_none[0] else "reference")
    match, notices = find_class_map(model, reference, dict(edits))
    return ObjectClasses(reference, match.class_map, False, match.is_settled, notices)


def tells_no_classes(labels: LabelSet) -> bool:
    """Whether a label set has but one class that may be anything."""
    return len(labels) == 1 and normalized(labels.names[0]) in _ANY


def _as_one(model: LabelSet, edits: dict[str, str], side: str) -> ObjectClasses:
    set_apart = {normalized(name) for name, target in edits.items() if not target}
    targets = tuple(None if normalized(name) in set_apart else 0 for name in model.names)
    words = f"The {side} does not tell classes apart, so all objects are scored as one class, '{OBJECT}'."
    labels = LabelSet((OBJECT,), (nth_color(0),), void=None)
    return ObjectClasses(labels, ClassMap(targets), True, True, (words,))


def uncounted_objects(class_ids: NDArray[Any], targets: NDArray[np.int64], model: LabelSet) -> tuple[str, ...]:
    """A notice where many predicted objects are of classes that count for none of the reference's.

    Args:
        class_ids: (n,) their classes in the model's label set.
        targets: (n,) those in the reference's, -1 for none.
        model: The model's classes.
    """
    lost = class_ids[targets < 0]
    if not len(lost) or len(lost) < _MUCH * len(class_ids):
        return ()
    counts = np.bincount(lost)
    names = [model.name_or_number(int(place)) for place in np.argsort(-counts, kind="stable") if counts[place]]
    return (
        f"{len(lost)} of the {len(class_ids)} objects that it finds are of classes that the reference does not have, "
        f"and count for nothing: {listed(names)}.",
    )
