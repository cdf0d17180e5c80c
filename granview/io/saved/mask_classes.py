"""Which class each value of saved masks is: as chosen, as files beside them say, as the references' classes go."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.labels import BACKGROUND, FOREGROUND, MAX_CLASSES, VOID, LabelSet
from granview.core.saved_reading import SavedReading
from granview.io.class_files import default_void, find_class_file
from granview.io.described_sample import DescribedSample
from granview.io.mask_values import class_index
from granview.io.saved.class_names import classes_beside, label_set
from granview.io.saved.listing import SavedListing
from granview.io.saved.saved_prediction import SavedRecord

Labels = NDArray[np.uint8] | NDArray[np.uint16]

_BINARY: Final = frozenset({0, VOID})
_NONE: Final = LabelSet((), ())
_UNKNOWN: Final = -1
_HINT: Final = "Name the classes with classes=… or what values are with values=…, or put classes.json beside the masks."


class MaskClasses:
    """The classes of a folder of masks, and which value is which.

    Where nothing beside the masks names them, they are those of the references in index order, which are known with
    the first sample that has some; else they are called by their index.

    Args:
        listing: The folder.
        reading: What was chosen.
        values: The values that a few of the masks hold; empty where that is not known, as in maps of probabilities.

    Attributes:
        labels: The classes; empty as long as they are not known.
        notices: What was understood.
    """

    def __init__(self, listing: SavedListing, reading: SavedReading, values: Sequence[int]) -> None:
        self.labels = _NONE
        self.notices: tuple[str, ...] = ()
        self._reading = reading
        self._values = tuple(values)
        self._table: NDArray[np.int32] | None = None
        self._is_binary = bool(values) and set(values) <= _BINARY and VOID in values
        self._resolve_beside(listing)

    def for_sample(self, described: DescribedSample) -> LabelSet:
        """The classes, at the latest by the references of this sample."""
        if not len(self.labels):
            self._resolve_by_reference(described)
        return self.labels

    def indices(self, values: NDArray[Any], record: SavedRecord) -> Labels:
        """Class indices, uint8 or uint16, of whole numbers (H, W).

        Raises:
            InputError: one is neither a class nor void.
        """
        if self._table is None:
            return self._as_they_are(values, record)
        if values.size and (int(values.min()) < 0 or int(values.max()) > MAX_CLASSES):
            raise InputError(f"{record.title} holds values outside 0 to {MAX_CLASSES}.", _HINT)
        places = self._table[values]
        if (places == _UNKNOWN).any():
            raise self._unknown(record, np.unique(values[places == _UNKNOWN]))
        indices: Labels = places.astype(_dtype(self.labels))
        return indices

    def _as_they_are(self, values: NDArray[Any], record: SavedRecord) -> Labels:
        n_classes, void = len(self.labels), self.labels.void
        unknown = values >= n_classes
        if void is not None:
            unknown &= values != void
        if values.dtype.kind != "u":
            unknown |= values < 0
        if unknown.any():
            raise self._unknown(record, np.unique(values[unknown]))
        fits = values.dtype in (np.uint8, np.uint16)
        indices: Labels = values if fits else values.astype(_dtype(self.labels))
        return indices

    def _unknown(self, record: SavedRecord, values: NDArray[Any]) -> InputError:
        many = "value" if len(values) == 1 else "values"
        listed = ", ".join(str(value) for value in values[:5].tolist())
        return InputError(
            f"{record.title} holds the {many} {listed}, which is none of its {len(self.labels)} classes.", _HINT
        )

    def _resolve_beside(self, listing: SavedListing) -> None:
        reading = self._reading
        if reading.classes:
            self._take(label_set(reading.classes), "The classes are those that were chosen")
        elif (beside := classes_beside(listing)) is not None:
            self._take(beside[0].labels, f"The classes are those of {beside[1]}")
        elif reading.values:
            names = tuple(dict.fromkeys(name for _, name in sorted(reading.values) if name is not None))
            self._take(label_set(names), "The classes are those that were chosen for values")

    def _resolve_by_reference(self, described: DescribedSample) -> None:
        for reference in described.sample.references:
            beside = find_class_file(Path(reference.path)) if reference.path else None
            if beside is not None and (not self._is_binary or len(beside.labels) == 2):
                self._take(
                    beside.labels, "Nothing beside them names classes: those of the references are taken in index order"
                )
                return
        if self._is_binary:
            self._take(label_set((BACKGROUND, FOREGROUND)), "Nothing beside them names classes")
            return
        n_classes = self._highest() + (0 if self._reading.counts_from_one else 1)
        names = tuple(str(index) for index in range(max(n_classes, 1)))
        self._take(
            label_set(names), "Nothing names their classes: they are called by their index, as far as a few files show"
        )

    def _highest(self) -> int:
        """The highest value that is a class; 255 beyond all others is void."""
        classes = [value for value in self._values if value != VOID] or [0]
        return max(classes) if max(classes) < VOID else max(self._values)

    def _take(self, labels: LabelSet, words: str) -> None:
        void = default_void(len(labels)) if labels.void is None else labels.void
        self.labels = LabelSet(labels.names, labels.colors, void)
        self._table, rule = self._rule(void)
        self.notices = (f"{words}. {rule}",)

    def _rule(self, void: int) -> tuple[NDArray[np.int32] | None, str]:
        """Class index by value, and the rule in words; None where a value is the index."""
        reading, n_classes = self._reading, len(self.labels)
        table = np.full(MAX_CLASSES + 1, _UNKNOWN, np.int32)
        table[void] = void
        if reading.values:
            for value, name in reading.values:
                table[value] = void if name is None else self._place(name)
            listed = ", ".join(f"{value} is {name or 'void'}" for value, name in reading.values)
            return table, f"Of the values, {listed}."
        if reading.counts_from_one:
            table[0] = void
            table[1 : n_classes + 1] = np.arange(n_classes)
            return table, "1 is the first class, 0 is void."
        if self._is_binary and n_classes == 2:
            table[[0, VOID]] = 0, 1
            return table, f"Black is {self.labels.names[0]}, white is {self.labels.names[1]}."
        return None, f"A value is the index of its class, {void} is void."

    def _place(self, name: str) -> int:
        place = class_index(self.labels, name)
        if place is None:
            raise InputError(f"'{name}' is none of the classes {', '.join(self.labels.names)}.", "Correct values=… .")
        return place


def _dtype(labels: LabelSet) -> type[np.unsignedinteger[Any]]:
    return np.uint8 if len(labels) <= VOID and (labels.void or 0) <= VOID else np.uint16
