"""The names that a data set says, all its records together: the label set in which each of them is scored.

So a record means the same whichever others are chosen or run beside it. Names that the file declares count though no
record has them. Records are held back until the file is read, since any may add a name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.text import NO_NAMES, DataSetNames, TextReference
from granview.io.columns import ColumnRoles
from granview.io.datasets.tags import is_tag
from granview.io.datasets.values import as_labels, span_labels
from granview.io.found import FoundProgress

MAX_NAMES: Final = 1000
"""More different names are no label set: such a column holds something else, and each record stands for itself."""

_PROGRESS_EVERY: Final = 500
_OUTSIDE: Final = "O"
Found = TypeVar("Found")


def with_data_set_names(found: Iterable[Found], declared: DataSetNames, path: Path) -> Iterator[Found | FoundProgress]:
    """The same things, each sample's reference with the names of all of them; how far it is meanwhile.

    Args:
        found: Samples and other things, as they are read.
        declared: Names that the data set declares.
        path: The data set.
    """
    names = NameSet(declared)
    held: list[Found] = []
    for thing in found:
        known = _known(thing)
        if (
            known is not None
            and known.data_set == NO_NAMES
            and (known.labels is not None or known.entities is not None)
        ):
            names.add(known.labels or (), (span.label for span in known.entities or ()))
        elif not held:
            yield thing
            continue
        held.append(thing)
        if len(held) % _PROGRESS_EVERY == 0:
            yield FoundProgress(len(held), path.parent)
    whole = names.whole
    yield from (_named(thing, whole) for thing in held)


def _known(thing: Any) -> TextReference | None:
    return thing.reference.text if isinstance(thing, Sample) and thing.reference is not None else None


def _named(thing: Found, whole: DataSetNames) -> Found:
    if not isinstance(thing, Sample) or thing.reference is None:
        return thing
    return msgspec.structs.replace(thing, reference=in_data_set(thing.reference, whole))


def in_data_set(reference: Reference, whole: DataSetNames) -> Reference:
    """A reference with the names of its data set; as it is where it has them, or says nothing of a text."""
    known = reference.text
    if known is None or known.data_set != NO_NAMES:
        return reference
    return msgspec.structs.replace(reference, text=msgspec.structs.replace(known, data_set=whole))


class NameSet:
    """Names, in the order in which they come; of too many, none."""

    def __init__(self, declared: DataSetNames = NO_NAMES) -> None:
        self._declared = declared
        self._labels = dict.fromkeys(declared.labels)
        self._types = dict.fromkeys(declared.types)

    def add(self, labels: Iterable[str], types: Iterable[str]) -> None:
        """The names of one record."""
        for known, names, fixed in (
            (self._labels, labels, self._declared.labels),
            (self._types, types, self._declared.types),
        ):
            if len(known) <= max(MAX_NAMES, len(fixed)):
                known.update(dict.fromkeys(names))

    def add_row(self, values: Mapping[str, Any], roles: ColumnRoles, names: Mapping[str, Sequence[str]]) -> None:
        """The names of a row, whatever text it is about; of what cannot be read, none."""
        try:
            column = roles.label if values.get(roles.label_name or "") is None else roles.label_name
            labels = as_labels(values.get(column or ""), names.get(column or "")) or ()
            tags = as_labels(values.get(roles.tags or ""), names.get(roles.tags or "")) or ()
        except InputError:
            return
        self.add(labels, (*types_of(tags), *span_labels(values.get(roles.entities or ""))))

    @property
    def whole(self) -> DataSetNames:
        """All of them."""
        declared = self._declared
        labels = tuple(self._labels) if len(self._labels) <= max(MAX_NAMES, len(declared.labels)) else declared.labels
        types = tuple(self._types) if len(self._types) <= max(MAX_NAMES, len(declared.types)) else declared.types
        return DataSetNames(labels, types)


def declared_names(names: Mapping[str, Sequence[str]], roles: ColumnRoles) -> DataSetNames:
    """What a data set declares of its columns' numbers."""
    labels = tuple(name for name in names.get(roles.label or "", ()) if name)
    return DataSetNames(labels, types_of(names.get(roles.tags or "", ())))


def types_of(tags: Iterable[str]) -> tuple[str, ...]:
    """The types of entities that tags speak of, each once."""
    return tuple(dict.fromkeys(tag[2:] for tag in tags if tag != _OUTSIDE and is_tag(tag)))
