"""A reference and a prediction brought into one label space, so that every score compares the same numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from granview.core.class_matching import class_keys, match_names
from granview.core.errors import ArgumentError, ShapeError
from granview.core.labels import ClassMap, Color, LabelSet, normalized

Labels = NDArray[np.unsignedinteger[Any]]

MAX_SCORED_CLASSES = 65_534
"""Two values beyond the classes are needed in 16 bits: "other" and "ignored"."""


@dataclass(frozen=True)
class LabelPair:
    """A reference and a prediction in the reference's label space.

    Values below ``n_classes`` are classes. ``other`` stands in the prediction alone: a class that the reference does
    not have. ``ignored`` stands in both at the same pixels, the void ones: nobody scores those.

    Attributes:
        reference: (H, W) uint8, or uint16 where uint8 does not suffice.
        prediction: (H, W), the same dtype.
        n_classes: Number of classes of the reference's label set.
    """

    reference: Labels
    prediction: Labels
    n_classes: int

    def __post_init__(self) -> None:
        check_same_shape(self.reference, self.prediction)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.reference.shape[0], self.reference.shape[1]

    @property
    def other(self) -> int:
        """The prediction's value where it names a class that the reference does not have."""
        return self.n_classes

    @property
    def ignored(self) -> int:
        """The value of void pixels, in both maps."""
        return self.n_classes + 1


def check_same_shape(reference: Labels, prediction: Labels) -> None:
    """Both must be two-dimensional and equally large.

    Raises:
        ShapeError: they are not.
    """
    if reference.ndim != 2:
        raise ShapeError("A reference", "(H, W)", reference.shape)
    if prediction.shape != reference.shape:
        raise ShapeError("A prediction", f"{reference.shape} as its reference", prediction.shape)


def pair_labels(prediction: Labels, class_map: ClassMap, reference: Labels, reference_labels: LabelSet) -> LabelPair:
    """Bring a model's label map and a reference, each (H, W) uint8 or uint16, into the reference's label space.

    Void pixels of the reference, and those whose value is beyond its classes, become ``ignored`` in both maps.
    Predictions of a class without a counterpart (or beyond the model's classes) become ``other``.

    Raises:
        ShapeError: the maps differ in size.
        ArgumentError: the reference has more classes than 16 bits can hold.
    """
    check_same_shape(reference, prediction)
    n_classes = len(reference_labels)
    if n_classes > MAX_SCORED_CLASSES:
        raise ArgumentError(f"The reference has {n_classes} classes.", f"At most {MAX_SCORED_CLASSES} can be scored.")
    table = _reference_table(n_classes, reference_labels.void)
    ours = _lookup(reference, table, n_classes + 1, _dtype(n_classes))
    theirs = in_reference_space(prediction, class_map, n_classes)
    void = ours == n_classes + 1
    if void.any():
        theirs[void] = n_classes + 1
    return LabelPair(ours, theirs, n_classes)


def _reference_table(n_classes: int, void: int | None) -> NDArray[np.uint16]:
    table = np.arange(n_classes, dtype=np.uint16)
    if void is not None and void < n_classes:
        table[void] = n_classes + 1
    return table


def in_reference_space(labels: Labels, class_map: ClassMap, n_classes: int) -> Labels:
    """A model's label map (H, W) in the reference's label space of ``n_classes``, as uint8 or uint16, a new array.

    Pixels whose class has no counterpart in the reference, or that hold no class at all, become ``n_classes``.
    """
    return _lookup(labels, class_map.table(n_classes), n_classes, _dtype(n_classes))


def in_label_space(labels: Labels, own: LabelSet, wanted: LabelSet) -> Labels:
    """A label map (H, W) of one label set in another's, by class name alone; otherwise as ``in_reference_space``."""
    return in_reference_space(labels, by_name(own, wanted), len(wanted))


def by_name(own: LabelSet, wanted: LabelSet) -> ClassMap:
    """Where another label set, of other lanes or other references, has each class, by its names alone."""
    return match_names(own.names, wanted.names, by_number=False).class_map


def _dtype(n_classes: int) -> np.dtype[Any]:
    """uint8 where it holds the classes, "other" and "ignored", else uint16."""
    return np.dtype(np.uint8 if n_classes + 1 <= np.iinfo(np.uint8).max else np.uint16)


def _lookup(labels: Labels, table: NDArray[np.uint16], beyond: int, dtype: np.dtype[Any]) -> Labels:
    """``table[labels]`` as ``dtype``, a new array; labels that the table does not reach become ``beyond``."""
    size = np.iinfo(labels.dtype).max + 1
    whole = np.full(size, beyond, dtype=dtype)
    reached = min(size, len(table))
    whole[:reached] = table[:reached]
    # Every label is within the table; "clip" only spares numpy a check, which halves the time.
    return whole.take(labels, mode="clip")


def joint_labels(sets: Iterable[LabelSet]) -> LabelSet:
    """Every class of several label sets once, by name, in order of first appearance and with its first colour.

    Usual spellings of a name are one class, unless a set has several. A set's void class is a class like any other
    here; the joint set has no void of its own.
    """
    label_sets = list(sets)
    keys = class_keys([labels.names for labels in label_sets])
    joint: dict[str, tuple[str, Color]] = {}
    for labels in label_sets:
        for name, color in zip(labels.names, labels.colors, strict=True):
            joint.setdefault(keys[normalized(name)], (name, color))
    names, colors = [name for name, _ in joint.values()], [color for _, color in joint.values()]
    return LabelSet(tuple(names), tuple(colors), void=None)


def counted_as(labels: LabelSet, reference: LabelSet, class_map: ClassMap) -> LabelSet:
    """A model's classes by the names of those of the reference that they count as, if of any."""
    if len(class_map.targets) != len(labels):
        return labels
    places = zip(labels.names, class_map.targets, strict=True)
    names = (name if target is None or target >= len(reference) else reference.names[target] for name, target in places)
    return LabelSet(tuple(names), labels.colors, labels.void)
