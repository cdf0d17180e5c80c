"""Files in COCO's format: pictures, what is marked in them, and the classes; each read once, whoever asks.

The format is that of https://cocodataset.org/#format-data: ``images`` with their names and sizes, ``annotations`` that
name a picture and a class by their ids, ``categories``. A file may be hundreds of MB: its pictures and classes are read
at once, which takes no more memory than their names; where each annotation stands is looked up when the first is asked
for (see ``coco_index``), and an annotation is read when its picture is.
"""

import codecs
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from granview.core.errors import InputError
from granview.core.json_reading import decode_large_json
from granview.core.labels import MAX_CLASSES, Color, LabelSet
from granview.core.palette import class_colors
from granview.io.coco_index import AnnotationIndex, ListPlace, place_of_list
from granview.io.regular_files import as_input_error, check_regular, open_regular

MAX_BYTES: Final = 2 << 30
"""No such file is larger: COCO's own have 450 MB, with 118,287 pictures and 860,001 objects."""

HINT: Final = "Write it as https://cocodataset.org/#format-data says, or export it again."

_LIST: Final = re.compile(rb'"(?:images|annotations)"\s*:\s*\[')
_MEMBER: Final = re.compile(rb'"(?:file_name|image_id|categories)"\s*:')
_KEPT_FILES: Final = 8

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
    annotations: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    categories: tuple[CocoCategory, ...] = ()


@dataclass(frozen=True)
class CocoFile:
    """A file, ready to be asked about one picture.

    Attributes:
        path: The file.
        images: The pictures, by name.
        annotations: Where in the file the list of what is marked stands; None where it has no such list.
        categories: The classes, in the order of their ids.
        labels: The classes as a label set, in that order.
        places: The place of each class in the label set, by its id.
    """

    path: Path
    images: Mapping[str, CocoImage]
    annotations: ListPlace | None
    categories: tuple[CocoCategory, ...]
    labels: LabelSet
    places: Mapping[Id, int]
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    @cached_property
    def index(self) -> AnnotationIndex:
        """Which annotations each picture has; found out once, when it is first asked for.

        Raises:
            InputError: the file has changed, or its list of annotations is none.
        """
        with self._lock:
            return AnnotationIndex.read(self.path, self.annotations, [image.id for image in self.images.values()])

    def annotations_of(self, image: CocoImage) -> list[CocoAnnotation]:
        """What is marked in a picture, in the file's order.

        Raises:
            InputError: the file has changed, or one of them is none.
        """
        what = f"{self.path.name}: the annotation {{}} of {image.file_name}"
        return [
            decode_large_json(each, what.format(place), HINT, CocoAnnotation)
            for place, each in enumerate(self.index.of(image.id), 1)
        ]

    @property
    def has_list(self) -> bool:
        """Whether it has a list of annotations, be it an empty one."""
        return self.annotations is not None

    @property
    def is_panoptic(self) -> bool:
        """Whether it says which segment every pixel belongs to, in pictures beside it."""
        return self._first is not None and self._first.segments_info != _NOTHING

    @property
    def has_objects(self) -> bool:
        """Whether it marks objects by boxes or outlines, or nothing at all."""
        has_points = any(category.keypoints != _NOTHING for category in self.categories)
        is_object = self._first is None or _is_object(self._first)
        return self.has_list and not has_points and not self.is_panoptic and is_object

    @cached_property
    def _first(self) -> CocoAnnotation | None:
        """The first annotation, as all are of one sort; None where there is none."""
        first = None if self.annotations is None else self.annotations.first
        what = f"{self.path.name}: the first annotation"
        return decode_large_json(first, what, HINT, CocoAnnotation) if first else None

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
        data = _bytes(path)
        text = data.lstrip(codecs.BOM_UTF8)
        return _file(path, text, len(data) - len(text), decode_large_json(text, path.name, HINT, _Document))
    except InputError as error:
        return error


def _bytes(path: Path) -> bytes:
    with open_regular(path) as file:
        try:
            return file.read(MAX_BYTES + 1)
        except OSError as error:
            raise as_input_error(path, error) from error


def _file(path: Path, text: bytes, start: int, document: _Document) -> CocoFile:
    images = {image.file_name: image for image in document.images}
    ids = {image.id for image in document.images}
    if len(images) < len(document.images) or len(ids) < len(document.images):
        raise InputError(f"{path.name} lists a picture twice, by name or id.", HINT)
    written = document.annotations
    place = None if isinstance(written, msgspec.UnsetType) else place_of_list(path, text, start, written)
    categories = tuple(sorted(document.categories, key=lambda category: (isinstance(category.id, str), category.id)))
    return CocoFile(path, images, place, categories, *_classes(path, categories))


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


def stray_words(file: CocoFile) -> Iterator[str]:
    """A sentence about annotations of pictures that a file does not list; none where there are none."""
    n, example = file.index.stray
    if n:
        many = "1 annotation is" if n == 1 else f"{n:,} annotations are"
        yield f"{file.path.name}: {many} left out, of pictures that it does not list, such as {example}."
