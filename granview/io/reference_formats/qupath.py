"""QuPath's GeoJSON: outlines of annotations, cells and detections of the slide of its name, with classes and holes.

Coordinates are px of the slide at full size (RFC 7946 for the geometry; QuPath's documentation, "Exporting
annotations"). What was classified as nothing is an ``object``.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core.errors import GranViewError, InputError
from granview.core.json_reading import decode_large_json
from granview.core.rle import Rle
from granview.core.sample import Reference
from granview.io.folder_classes import classes_of_folder
from granview.io.mark_list import MarkList
from granview.io.mark_shapes import with_holes
from granview.io.marked_objects import MarkedPicture
from granview.io.orientation import Frame
from granview.io.picture_marks import PictureMarks, register_marks
from granview.io.regular_files import as_input_error, check_regular, open_regular

SUFFIX: Final = ".geojson"

_MAX_BYTES: Final = 512 << 20
_HINT: Final = "Export it from QuPath again, as a feature collection."
_UNCLASSIFIED: Final = "object"
_WITHOUT_AREA: Final = {
    "Point": "points",
    "MultiPoint": "groups of points",
    "LineString": "lines",
    "MultiLineString": "groups of lines",
}


class _Class(msgspec.Struct, frozen=True):
    name: str | None = None
    names: tuple[str, ...] | None = None


class _Properties(msgspec.Struct, frozen=True):
    classification: _Class | None = None


class _Geometry(msgspec.Struct, frozen=True):
    type: str
    coordinates: msgspec.Raw = msgspec.Raw(b"[]")
    geometries: msgspec.Raw = msgspec.Raw(b"[]")


class _Feature(msgspec.Struct, frozen=True):
    geometry: _Geometry | None = None
    properties: _Properties | None = None

    @property
    def class_name(self) -> str:
        known = None if self.properties is None else self.properties.classification
        if known is None:
            return _UNCLASSIFIED
        return known.name or ": ".join(known.names or ()) or _UNCLASSIFIED


class _Collection(msgspec.Struct, frozen=True):
    features: tuple[_Feature, ...]


Ring = list[tuple[float, float]]


class QuPathMarks(PictureMarks):
    """A file for each slide, called as it."""

    suffixes = frozenset({SUFFIX})

    def read(self, reference: Reference, frame: Frame | None) -> MarkedPicture:
        """Its outlines, in the classes of the class file beside it, else in those of all files of its folder.

        Raises:
            InputError: it cannot be read, or the size of its picture is not known.
        """
        path = Path(reference.path)
        if frame is None:
            raise InputError(f"{path.name} gives no size of its picture.", "Give it together with the picture.")
        features = _features(path)
        labels = classes_of_folder(path, SUFFIX, _names, {feature.class_name for feature in features})
        marks = MarkList(path, frame.stored_size[::-1], labels)
        for number, feature in enumerate(features, 1):
            _add(marks, feature, labels.index(feature.class_name), f"the feature {number}")
        return marks.picture()


register_marks("qupath", QuPathMarks())


def _features(path: Path) -> tuple[_Feature, ...]:
    status = check_regular(path)
    found = _read(path, status.st_mtime_ns, status.st_size)
    if isinstance(found, InputError):
        raise InputError(found.message, found.hint)
    return found


@lru_cache(maxsize=4)
def _read(path: Path, _mtime_ns: int, size: int) -> tuple[_Feature, ...] | InputError:
    try:
        if size > _MAX_BYTES:
            raise InputError(f"{path.name} is larger than {_MAX_BYTES >> 20} MiB.", "Export it in parts.")
        data = _bytes(path)
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
            return decode_large_json(data, path.name, _HINT, tuple[_Feature, ...])
        if b'"FeatureCollection"' in data[:1024] or b'"features"' in data:
            return decode_large_json(data, path.name, _HINT, _Collection).features
        return (decode_large_json(data, path.name, _HINT, _Feature),)
    except InputError as error:
        return error


def _bytes(path: Path) -> bytes:
    with open_regular(path) as file:
        try:
            return file.read(_MAX_BYTES)
        except OSError as error:
            raise as_input_error(path, error) from error


def _names(path: Path) -> frozenset[str]:
    try:
        return frozenset(feature.class_name for feature in _features(path))
    except InputError:
        return frozenset()


def _add(marks: MarkList, feature: _Feature, class_id: int | None, place: str) -> None:
    geometry = feature.geometry
    if geometry is None:
        marks.refuse(place, "It has no geometry.")
        return
    if geometry.type in _WITHOUT_AREA:
        marks.leave(_WITHOUT_AREA[geometry.type])
        return
    try:
        marks.mask(class_id, list(_masks(geometry, marks.size)), place)
    except GranViewError as error:
        marks.refuse(place, error.message)


def _masks(geometry: _Geometry, size: tuple[int, int]) -> Iterator[Rle]:
    """The mask of each polygon of a geometry."""
    if geometry.type == "GeometryCollection":
        for part in _decoded(geometry.geometries, list[_Geometry]):
            if part.type not in _WITHOUT_AREA:
                yield from _masks(part, size)
        return
    if geometry.type == "Polygon":
        polygons = [_decoded(geometry.coordinates, list[Ring])]
    elif geometry.type == "MultiPolygon":
        polygons = _decoded(geometry.coordinates, list[list[Ring]])
    else:
        raise GranViewError(f"Geometries of the sort '{geometry.type[:40]}' are not read.")
    for rings in polygons:
        yield _polygon(rings, size)


def _polygon(rings: Sequence[Ring], size: tuple[int, int]) -> Rle:
    flat = [[each for point in ring for each in point] for ring in rings]
    if not flat or len(flat[0]) < 6:
        raise GranViewError("Its polygon has fewer than three points.")
    return with_holes(flat[0], [hole for hole in flat[1:] if len(hole) >= 6], size)


def _decoded(raw: msgspec.Raw, kind: Any) -> Any:
    try:
        return decode_large_json(raw, "", "", kind)
    except InputError as error:
        raise GranViewError("Its coordinates are not those of its sort of geometry.") from error
