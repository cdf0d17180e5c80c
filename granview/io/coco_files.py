"""Files in COCO's format: pictures, what is marked in them, and the classes; each read once, whoever asks.

The format is that of https://cocodataset.org/#format-data: ``images`` with their names and sizes, ``annotations`` that
name a picture and a class by their ids, ``categories``. A file may be hundreds of MB; what stands in a single
annotation is decoded only when its picture is read.
"""

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from granview.core.errors import InputError
from granview.core.json_reading import decode_large_json
from granview.core.labels import MAX_CLASSES, Color, LabelSet
from granview.core.palette import class_colors
from granview.io.regular_files import as_input_error, check_regular, open_regular

MAX_BYTES: Final = 2 << 30
"""No such file is larger: COCO's own have 450 MB, with 118,287 pictures and 860,001 objects."""

HINT: Final = "Write it as https://cocodataset.org/#format-data says, or export it again."

_LIST: Final = re.compile(rb'"(?:images|annotations)"\s*:\s*\[')
_MEMBER: Final = re.compile(rb'"(?:file_name|image_id|categories)"\s*:')
_KEPT_FILES: Final = 4

Id = int | str
T = TypeVar("T")
_NOTHING: Final = msgspec.Raw(b"null")


class CocoImage(msgspec.Struct, frozen=True):
    """A picture: its name, perhaps with folders, and its size in px where the file says it."""

    id: Id
    file_name: str
    height: int | None = None
    width: int | None = None


class CocoAnnotation(msgspec.Struct, frozen=True):
    """What is marked in a picture: an object, or all its segments; what is not decoded yet stays as it is written."""

    image_id: Id
    id: Id | None = None
    category_id: Id | None = None
    bbox: msgspec.Raw = _NOTHING
    segmentation: msgspec.Raw = _NOTHING
    area: float | None = None
    iscrowd: bool | int | None = None
    file_name: str | None = None
    segments_info: msgspec.Raw = _NOTHING


class CocoCategory(msgspec.Struct, frozen=True):
    """A class; ``isthing`` stands in panoptic files alone, ``keypoints`` in those of key points."""

    id: Id
    name: str
    color: Color | None = None
    isthing: bool | int | None = None
    keypoints: msgspec.Raw = _NOTHING


class _Document(msgspec.Struct, frozen=True):
    images: tuple[CocoImage, ...]
    annotations: tuple[CocoAnnotation, ...] = ()
    categories: tuple[CocoCategory, ...] = ()


@dataclass(frozen=True)
class CocoFile:
    """A file, ready to be asked about one picture.

    Attributes:
        path: The file.
        images: The pictures, by name.
        annotations: What is marked in each picture, by its id; a picture without anything is not in it.
        categories: The classes, in the order of their ids.
        labels: The classes as a label set, in that order.
        places: The place of each class in the label set, by its id.
    """

    path: Path
    images: Mapping[str, CocoImage]
    annotations: Mapping[Id, list[CocoAnnotation]]
    categories: tuple[CocoCategory, ...]
    labels: LabelSet
    places: Mapping[Id, int]

    @property
    def is_panoptic(self) -> bool:
        """Whether it says which segment every pixel belongs to, in pictures beside it."""
        return any(one.segments_info != _NOTHING for one in self._first_annotations())

    @property
    def has_objects(self) -> bool:
        """Whether it marks objects by boxes or outlines, or nothing at all."""
        marked = self._first_annotations()
        has_points = any(category.keypoints != _NOTHING for category in self.categories)
        return not has_points and not self.is_panoptic and all(_is_object(one) for one in marked)

    def _first_annotations(self) -> list[CocoAnnotation]:
        """Those of the first picture that has any: all are of one sort."""
        return next(iter(self.annotations.values()), [])

    def image(self, name: str) -> CocoImage:
        """The picture of a name; without a name, the only one.

        Raises:
            InputError: there is none, or it is not known which.
        """
        if not name and len(self.images) == 1:
            return next(iter(self.images.values()))
        if name not in self.images:
            which = f"no entry for {name}" if name else f"entries for {len(self.images):,} pictures"
            raise InputError(f"{self.path.name} has {which}.", "Give the file that is about this picture.")
        return self.images[name]

    def place_of(self, category: Id | None, entry: str) -> int:
        """The place of a class in the label set.

        Raises:
            InputError: it is not declared; ``entry`` says where that was.
        """
        if category is None or category not in self.places:
            raise InputError(
                f"{self.path.name}: {entry} is of the category {category}, which is not declared.",
                "Declare it in categories.",
            )
        return self.places[category]

    def decoded(self, raw: msgspec.Raw, kind: type[T], entry: str) -> T:
        """A part that is not decoded yet, as the type that it must have.

        Raises:
            InputError: it is another; ``entry`` says where that was.
        """
        return decode_large_json(bytes(raw), f"{self.path.name}: {entry}", HINT, kind)


def may_be_coco(head: bytes) -> bool:
    """Whether a file's first bytes are those of an object with COCO's lists in it."""
    return (
        head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
        and _LIST.search(head) is not None
        and _MEMBER.search(head) is not None
    )


def read_coco(path: Path) -> CocoFile:
    """What a file holds; read again only when it has changed.

    Raises:
        InputError: it cannot be read, is too large, or is not in COCO's format.
    """
    status = check_regular(path)
    with _LOCK:
        found = _read(path, status.st_mtime_ns, status.st_size)
    if isinstance(found, InputError):
        raise InputError(found.message, found.hint)
    return found


_LOCK: Final = threading.Lock()
"""Whoever asks while another reads the same file waits for it."""


@lru_cache(maxsize=_KEPT_FILES)
def _read(path: Path, _mtime_ns: int, size: int) -> CocoFile | InputError:
    try:
        if size > MAX_BYTES:
            raise InputError(f"{path.name} is larger than {MAX_BYTES >> 30} GiB.", "Split it.")
        return _indexed(path, decode_large_json(_bytes(path), path.name, HINT, _Document))
    except InputError as error:
        return error


def _bytes(path: Path) -> bytes:
    with open_regular(path) as file:
        try:
            return file.read(MAX_BYTES + 1)
        except OSError as error:
            raise as_input_error(path, error) from error


def _indexed(path: Path, document: _Document) -> CocoFile:
    images = {image.file_name: image for image in document.images}
    ids = {image.id for image in document.images}
    if len(images) < len(document.images) or len(ids) < len(document.images):
        raise InputError(f"{path.name} lists a picture twice, by name or id.", HINT)
    annotations: dict[Id, list[CocoAnnotation]] = {}
    for one in document.annotations:
        annotations.setdefault(one.image_id, []).append(one)
    if stray := next((image_id for image_id in annotations if image_id not in ids), None):
        words = f"{path.name} marks something in the picture {stray}, which it does not list."
        raise InputError(words, HINT)
    categories = tuple(sorted(document.categories, key=lambda category: (isinstance(category.id, str), category.id)))
    return CocoFile(path, images, annotations, categories, *_classes(path, categories))


def _classes(path: Path, categories: tuple[CocoCategory, ...]) -> tuple[LabelSet, dict[Id, int]]:
    places: dict[Id, int] = {category.id: place for place, category in enumerate(categories)}
    if len(places) < len(categories) or len(categories) > MAX_CLASSES:
        raise InputError(f"{path.name} declares a category twice, or too many.", HINT)
    names = tuple(category.name for category in categories)
    own = [category.color for category in categories]
    colors = tuple(color or other for color, other in zip(own, class_colors(names), strict=True))
    if any(not 0 <= channel <= 255 for color in colors for channel in color):
        raise InputError(f"{path.name} declares a colour that is none.", HINT)
    return LabelSet(names, colors, None), places


def _is_object(annotation: CocoAnnotation) -> bool:
    return annotation.bbox != _NOTHING or annotation.segmentation != _NOTHING


def entry_name(annotation: CocoAnnotation, image: CocoImage, place: int) -> str:
    """What an annotation is called in an error: by its id, else by its place among those of its picture, from 1."""
    name: Any = annotation.id if annotation.id is not None else f"{place + 1} of {image.file_name}"
    return f"the annotation {name}"
