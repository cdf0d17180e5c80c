"""What the columns of a file of rows hold, by the features that ``datasets`` keeps in it, else by their types."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from granview.core.json_reading import JsonError, parse_json
from granview.io.file_formats import SIGNATURE_BYTES, image_format
from granview.io.packed.arrow_cells import arrow_index
from granview.io.packed.box_columns import BoxColumn, box_column, holds_boxes
from granview.io.packed.open_cell import ARROW, BYTES, PATH, read_cell
from granview.io.row_address import RowAddress

_IMAGE: Final = "Image"
_NAMELESS: Final = "boxes of classes without names"
_LISTS: Final = ("Sequence", "List", "LargeList")


@dataclass(frozen=True)
class PackedColumns:
    """The columns of a file of rows.

    Attributes:
        pictures: Those that hold a picture in each row, in the file's order.
        classes: The names of the classes by index, of those that hold numbers of classes.
        plain: Those that hold a number, a text, or a list of numbers of classes.
        unread: What the others hold, in words, such as ``sounds``.
        boxes: Those that hold objects with a box and a class each.
    """

    pictures: tuple[str, ...] = ()
    classes: Mapping[str, tuple[str, ...]] | None = None
    plain: tuple[str, ...] = ()
    unread: Mapping[str, str] | None = None
    boxes: Mapping[str, BoxColumn] | None = None

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the classes by index, by column."""
        return self.classes or {}


def read_columns(path: Path) -> PackedColumns:
    """What the columns of a file hold.

    Args:
        path: An Arrow or Parquet file.

    Raises:
        pyarrow.ArrowException: it is of another format, or its schema is damaged.
        OSError: it cannot be read, or is damaged.
    """
    schema = schema_of(path)
    features = _features(schema.metadata or {})
    known = {field.name: features.get(field.name) for field in schema}
    pictures = tuple(field.name for field in schema if _holds_pictures(path, field, known[field.name]))
    classes = {name: names for name, feature in known.items() if (names := _class_names(feature)) is not None}
    plain = tuple(field.name for field in schema if _is_plain(field.type) or field.name in classes)
    rest = [field.name for field in schema if field.name not in pictures and field.name not in plain]
    boxes = {name: found for name in rest if (found := box_column(known[name])) is not None}
    unread = {name: _NAMELESS if holds_boxes(known[name]) else _sort(known[name]) for name in rest if name not in boxes}
    return PackedColumns(pictures, classes, plain, unread, boxes)


def schema_of(path: Path) -> Any:
    """The schema of an Arrow or Parquet file; errors as ``read_columns`` has them."""
    if path.suffix.lower() == ARROW:
        return arrow_index(path).schema
    import pyarrow.parquet  # type: ignore[import-untyped]

    return pyarrow.parquet.read_schema(str(path))


def count_rows(path: Path) -> int:
    """How many rows a file has; errors as ``read_columns`` has them."""
    if path.suffix.lower() == ARROW:
        return arrow_index(path).n_rows
    import pyarrow.parquet

    return int(pyarrow.parquet.read_metadata(str(path)).num_rows)


def _features(metadata: Mapping[bytes, bytes]) -> Mapping[str, Any]:
    try:
        found = parse_json(metadata.get(b"huggingface", b"{}").decode("utf-8", "replace"))["info"]["features"]
    except (JsonError, KeyError, TypeError):
        return {}
    return found if isinstance(found, Mapping) else {}


def _holds_pictures(path: Path, field: Any, feature: Any) -> bool:
    """By its feature; without one, by its fields and the first picture, since sounds lie in the same fields."""
    import pyarrow

    kind = field.type
    if not pyarrow.types.is_struct(kind) or {kind.field(i).name for i in range(kind.num_fields)} != {BYTES, PATH}:
        return False
    if isinstance(feature, Mapping):
        return feature.get("_type") == _IMAGE
    try:
        first = read_cell(path, RowAddress(field.name, 0))
    except Exception:  # noqa: BLE001  what cannot be read tells nothing
        return False
    return isinstance(first, bytes) and image_format(first[:SIGNATURE_BYTES]) is not None


def _class_names(feature: Any) -> tuple[str, ...] | None:
    """Of a ``ClassLabel``, or a list of them."""
    if not isinstance(feature, Mapping):
        return None
    if feature.get("_type") in _LISTS:
        return _class_names(feature.get("feature"))
    names = feature.get("names") if feature.get("_type") == "ClassLabel" else None
    return tuple(map(str, names)) if isinstance(names, list) else None


def _is_plain(kind: Any) -> bool:
    from pyarrow import types

    tests = (types.is_boolean, types.is_integer, types.is_floating, types.is_string, types.is_large_string)
    return any(test(kind) for test in tests)


_SORTS: Final[Mapping[str, str]] = {_IMAGE: "pictures", "Audio": "sounds", "Video": "films", "Pdf": "pages"}


def _sort(feature: Any) -> str:
    kinds = set(_kinds(feature))
    found = next((kind for kind in _SORTS if kind in kinds), "")
    return f"lists of {_SORTS[found]}" if found == _IMAGE else _SORTS.get(found, "")


def _kinds(feature: Any) -> Iterator[str]:
    """The types of features in a feature, however deep."""
    if isinstance(feature, Mapping):
        if isinstance(kind := feature.get("_type"), str):
            yield kind
        for inner in feature.values():
            yield from _kinds(inner)
    elif isinstance(feature, list):
        for inner in feature:
            yield from _kinds(inner)
