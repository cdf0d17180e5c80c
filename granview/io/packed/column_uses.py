"""What each column of a data set of pictures is to a sample: the picture, a reference, its class, a text beside it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from granview.io.packed.columns import PackedColumns
from granview.io.reference_formats.depth_map import DEPTH_MAP
from granview.io.reference_formats.picture import PICTURE
from granview.io.usual_column_names import NAMES, normalized_column_name

_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TEXT_ROLES: Final = ("phrase", "question", "text")


@dataclass(frozen=True)
class ReferenceSort:
    """What a further column of pictures is the ground truth of.

    Attributes:
        truth: As ``ReferenceSet`` has it.
        title: What it is called, before the column's name.
        format: The format in which it is read.
        words: Words of which its column has one in its name, in lower case.
    """

    truth: str
    title: str
    format: str
    words: frozenset[str]


SORTS: Final = (
    ReferenceSort("objects", "objects by value", "instance-labels", frozenset({"instance", "instances"})),
    ReferenceSort("depth", "distances", DEPTH_MAP, frozenset({"depth", "depths"})),
    ReferenceSort("pictures", "pictures as they should be", PICTURE, frozenset({"hr", "clean", "sharp", "high"})),
    ReferenceSort(
        "masks",
        "masks of classes",
        "mask",
        frozenset({"mask", "masks", "annotation", "annotations", "label", "labels", "segmentation", "seg", "semantic"})
        | frozenset({"gt", "truth", "groundtruth", "labelmap", "segmap", "reference", "target"}),
    ),
)
"""The first that fits counts: ``instance_mask`` holds objects."""


@dataclass(frozen=True)
class ColumnUses:
    """What each column is; every name is that of a column.

    Attributes:
        picture: The input.
        references: Further columns of pictures that are ground truth, by what they are.
        classes: Columns of classes.
        parts: Columns of texts that go with the picture, by role.
        further: What is kept beside the sample.
        boxes: Columns of objects with boxes.
        unused: Columns of which nothing is read, with the reason, as a sentence.
    """

    picture: str
    references: Mapping[str, ReferenceSort] = field(default_factory=dict)
    classes: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    further: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    unused: Mapping[str, str] = field(default_factory=dict)

    @property
    def pictures(self) -> tuple[str, ...]:
        """All columns of pictures that are used, the input's first."""
        return self.picture, *self.references


def column_uses(columns: PackedColumns) -> ColumnUses:
    """What each column is, by names and features.

    Args:
        columns: Of a file with at least one column of pictures.
    """
    picture = _picture(columns.pictures)
    others = [name for name in columns.pictures if name != picture]
    references = {name: sort for name in others if (sort := reference_sort(name)) is not None}
    classes = tuple(columns.names) or tuple(name for name in columns.plain if _is_called(name, "label"))[:1]
    parts: dict[str, str] = {}
    for name in columns.plain:
        role = next((role for role in _TEXT_ROLES if role not in parts and _is_called(name, role)), None)
        if role is not None and name not in classes:
            parts[role] = name
    taken = {*classes, *parts.values()}
    strays = [name for name in others if name not in references]
    unused = {name: f"'{name}' is no input and not called as a reference is." for name in strays}
    for name, held in (columns.unread or {}).items():
        unused[name] = f"What '{name}' holds{f', {held},' if held else ''} is not read from rows."
    further = tuple(name for name in columns.plain if name not in taken)
    return ColumnUses(picture, references, classes, parts, further, tuple(columns.boxes or ()), unused)


def reference_sort(column: str) -> ReferenceSort | None:
    """What a column of pictures is the ground truth of, by its name; None where it is not called so."""
    words = {word.lower() for word in _WORD.findall(column)} | {normalized_column_name(column)}
    return next((sort for sort in SORTS if words & sort.words), None)


def _picture(names: tuple[str, ...]) -> str:
    """The column of the input: called as such, else the first that is not called as a reference."""
    usual = [name for wanted in NAMES["file"] for name in names if normalized_column_name(name) == wanted]
    free = [name for name in names if reference_sort(name) is None]
    return next(iter([*usual, *free, *names]))


def _is_called(column: str, role: str) -> bool:
    return normalized_column_name(column) in NAMES[role]
