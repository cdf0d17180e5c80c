"""Columns of objects with a box and a class each, as data sets for object detection on the hub have them.

A cell is ``{"bbox": [[x, y, w, h], …], "category": [0, …]}``, or a list of such objects. Whether the last two numbers
of a box are its sides or its other corner is said nowhere: it is told by the boxes of the first rows, and is the same
for all. See https://huggingface.co/docs/datasets/object_detection.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

_BOXES: Final = ("bbox", "bboxes", "box", "boxes")
_CLASSES: Final = ("category", "categories", "label", "labels", "class", "classes", "category_id")
_LISTS: Final = ("Sequence", "List", "LargeList")
_ROWS: Final = 100
_FEWEST: Final = 10
"""Of fewer boxes it is not told that they are corners: sides may by chance be larger than places."""


@dataclass(frozen=True)
class BoxColumn:
    """A column of objects.

    Attributes:
        boxes: The field of boxes.
        classes: The field of classes.
        names: The classes by index.
    """

    boxes: str
    classes: str
    names: tuple[str, ...]

    def objects(self, cell: Any) -> Iterator[tuple[Any, Any]]:
        """Box and class of each object of a cell, as they are written; of odd ones what there is."""
        if isinstance(cell, Mapping):
            boxes, classes = (cell.get(name) or [] for name in (self.boxes, self.classes))
            yield from zip(boxes, classes, strict=False)
        elif isinstance(cell, list):
            yield from ((one.get(self.boxes), one.get(self.classes)) for one in cell if isinstance(one, Mapping))

    def mismatch(self, cell: Any) -> str:
        """Why it is not known which class a box has, as the end of a sentence; empty where it is."""
        held = [cell.get(name) or [] for name in (self.boxes, self.classes)] if isinstance(cell, Mapping) else []
        lengths = [len(each) for each in held]
        if len(set(lengths)) < 2:
            return ""
        return f"'{self.boxes}' has {lengths[0]:,} and '{self.classes}' {lengths[1]:,}, so that none has a class"


def box_column(feature: Any) -> BoxColumn | None:
    """What a column's feature says of it; None where it holds no boxes, or classes without names."""
    inner = _inner(feature)
    if not isinstance(inner, Mapping):
        return None
    boxes = next((name for name in _BOXES if name in inner), None)
    for name in _CLASSES:
        kind = _inner(inner.get(name))
        names = kind.get("names") if isinstance(kind, Mapping) and kind.get("_type") == "ClassLabel" else None
        if boxes is not None and isinstance(names, list):
            return BoxColumn(boxes, name, tuple(map(str, names)))
    return None


def holds_boxes(feature: Any) -> bool:
    """Whether a column's feature has a field that is called as boxes are."""
    inner = _inner(feature)
    return isinstance(inner, Mapping) and any(name in inner for name in _BOXES)


def are_corners(column: BoxColumn, cell: Callable[[int], Any], n_rows: int) -> bool:
    """Whether boxes are ``x1, y1, x2, y2``, by those of the first rows; else they are ``x, y, width, height``.

    Args:
        column: The column.
        cell: What a row holds.
        n_rows: How many rows there are.
    """
    held = (box for row in range(min(n_rows, _ROWS)) for box, _ in column.objects(cell(row)))
    boxes = [box for box in held if isinstance(box, list) and len(box) == 4 and None not in box]
    return len(boxes) >= _FEWEST and all(box[2] >= box[0] and box[3] >= box[1] for box in boxes)


def _inner(feature: Any) -> Any:
    """What a list holds; anything else is itself."""
    if isinstance(feature, Mapping) and feature.get("_type") in _LISTS:
        return _inner(feature.get("feature"))
    return feature[0] if isinstance(feature, list) and feature else feature
