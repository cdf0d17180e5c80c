"""COCO's objects: boxes, polygons and run-length encoded masks of many pictures in one JSON file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.core import rle
from granview.core.errors import GranViewError, InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.rle import Rle
from granview.core.sample import Reference
from granview.core.truths.instances import ReferenceInstances
from granview.io.coco_files import (
    HINT,
    CocoAnnotation,
    CocoFile,
    CocoImage,
    entry_name,
    may_be_coco,
    read_coco,
    stray_words,
)
from granview.io.marked_objects import Box, MarkedObject, MarkedPicture
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, CollectionFormat

_FEWEST: Final = 6
"""Numbers of a polygon of three points."""


class _Runs(msgspec.Struct, frozen=True):
    size: tuple[int, int]
    counts: str | tuple[int, ...]


class CocoInstancesFormat(CollectionFormat):
    """Objects of pictures, by the pictures' names; a picture in which nothing is marked is a reference too."""

    truth_type = ReferenceInstances
    extension = ".json"

    def may_be(self, head: bytes) -> bool:
        """Whether it begins as COCO's files do."""
        return may_be_coco(head)

    def sample_names(self, path: Path) -> tuple[str, ...] | None:
        """The pictures that it lists; None for a panoptic file.

        Raises:
            InputError: it cannot be read, or marks no objects: captions, key points.
        """
        file = read_coco(path)
        if file.is_panoptic:
            return None
        if not file.has_objects:
            holds = "captions or key points" if file.has_list else "a list of pictures and no annotations"
            words = f"{path.name} marks no objects by boxes or outlines: it holds {holds}."
            raise InputError(words, "Give the file of instances.")
        return tuple(file.images)

    def remarks(self, path: Path) -> Iterator[str]:
        """A word about annotations of pictures that it does not list."""
        yield from stray_words(read_coco(path))

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceInstances:
        """What is marked in the picture that the reference's record names.

        Raises:
            InputError: the file cannot be read, does not know the picture, or holds an entry that cannot be used.
        """
        file = read_coco(Path(reference.path))
        image = file.image(reference.record)
        size = picture_size(file, image, frame)
        marked = file.annotations_of(image)
        objects = [_object(file, one, entry_name(one, image, place), size) for place, one in enumerate(marked)]
        return MarkedPicture(file.path, size, file.labels, objects).as_truth(ReferenceInstances, frame, params)


def picture_size(file: CocoFile, image: CocoImage, frame: Frame | None) -> tuple[int, int]:
    """(height, width) in px that a file gives for a picture; where it gives none, that of the picture itself.

    Raises:
        InputError: neither is known, or it is none.
    """
    if image.height and image.width:
        if min(image.height, image.width) < 1:
            raise InputError(f"{file.path.name} gives no real size for {image.file_name}.", HINT)
        return image.height, image.width
    if frame is None:
        raise InputError(f"{file.path.name} gives no size for {image.file_name}.", HINT)
    return frame.stored_size[::-1]


def _object(file: CocoFile, one: CocoAnnotation, entry: str, size: tuple[int, int]) -> MarkedObject:
    mask, box = _mask(file, one, entry, size), _box(file, one, entry)
    if mask is None and box is None:
        raise InputError(f"{file.path.name}: {entry} has neither a box nor an outline.", HINT)
    if one.area is not None and one.area < 0:
        raise InputError(f"{file.path.name}: {entry} has an area below 0.", HINT)
    return MarkedObject(file.place_of(one.category_id, entry), box, mask, one.area, bool(one.iscrowd))


def _box(file: CocoFile, one: CocoAnnotation, entry: str) -> Box | None:
    """Left, top, right, bottom of ``[x, y, width, height]``."""
    numbers = file.decoded(one.bbox, list[float] | None, f"the bbox of {entry}")  # type: ignore[arg-type]
    if not numbers:
        return None
    if len(numbers) != 4 or min(numbers[2:]) < 0:
        words = f"{file.path.name}: the bbox of {entry} is not x, y, width and height."
        raise InputError(words, HINT)
    left, top, width, height = numbers
    return left, top, left + width, top + height


def _mask(file: CocoFile, one: CocoAnnotation, entry: str, size: tuple[int, int]) -> Rle | None:
    """The mask of polygons or runs; None where there is no outline."""
    raw = bytes(one.segmentation).lstrip()
    kind: Any = _Runs if raw.startswith(b"{") else list[list[float]] | None
    outline = file.decoded(one.segmentation, kind, f"the segmentation of {entry}")
    if not outline:
        return None
    try:
        return _from_runs(outline, size) if isinstance(outline, _Runs) else _from_polygons(outline, size)
    except GranViewError as error:
        raise InputError(f"{file.path.name}: {entry} cannot be used. {error.message}", HINT) from error


def _from_runs(encoded: _Runs, size: tuple[int, int]) -> Rle:
    if encoded.size != size:
        raise GranViewError(f"Its mask is {encoded.size[1]} x {encoded.size[0]} px, its picture {size[1]} x {size[0]}.")
    if isinstance(encoded.counts, str):
        return rle.checked(Rle(size, encoded.counts.encode()))
    return rle.from_runs(encoded.counts, size)


def _from_polygons(polygons: list[list[float]], size: tuple[int, int]) -> Rle | None:
    """Their union; points and lines among them have no area, so they are no part of it."""
    areas = [polygon for polygon in polygons if len(polygon) >= _FEWEST or len(polygon) % 2]
    return rle.from_polygons(areas, size) if areas else None


REFERENCE_FORMATS.register("coco-instances")(CocoInstancesFormat())
