"""CVAT for images 1.1: boxes, polygons, ellipses and masks of many pictures in one XML file.

The runs of a mask go along the rows of its box, first those outside; see "XML annotation format" in CVAT's
documentation.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from granview.core import rle
from granview.core.arrays import MAX_PIXELS
from granview.core.errors import GranViewError, InputError
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.io.folder_classes import label_set
from granview.io.leftovers import counted
from granview.io.mark_list import MarkList
from granview.io.mark_shapes import ellipse, turned_rectangle
from granview.io.marked_objects import MarkedPicture
from granview.io.orientation import Frame
from granview.io.picture_marks import PictureMarks, register_marks
from granview.io.regular_files import as_input_error, check_regular, open_regular

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAX_BYTES: Final = 512 << 20
_HINT: Final = "Export it from CVAT again, as 'CVAT for images 1.1'."
_WITHOUT_AREA: Final = {"points": "points", "polyline": "lines", "skeleton": "skeletons", "cuboid": "cuboids"}
_ASIDE: Final = {"tag": "classes of whole pictures"}


@dataclass(frozen=True)
class _File:
    """The pictures of a file by name, those that share theirs with others, and all its classes."""

    images: dict[str, "Element"]
    repeated: tuple[str, ...]
    labels: LabelSet


class CvatMarks(PictureMarks):
    """A file of many pictures, by the pictures' names."""

    extension = ".xml"

    def may_be(self, head: bytes) -> bool:
        """Whether it begins as CVAT's files of pictures do."""
        return b"<annotations" in head and (b"<image " in head or b"<meta>" in head)

    def sample_names(self, path: Path) -> tuple[str, ...] | None:
        """The pictures that it lists; None for a file without any, such as one of a video.

        Raises:
            InputError: it cannot be read, or is no XML.
        """
        file = _read(path)
        return tuple(file.images) if file.images or file.repeated else None

    def remarks(self, path: Path) -> Iterator[str]:
        """A word about pictures that are called alike, and one about classes of whole pictures."""
        file = _read(path)
        if file.repeated:
            names = counted("names", len(file.repeated))
            words = f"{path.name}: {names} left out, since several pictures are called so, such as {file.repeated[0]}."
            yield f"{words} Export each task by itself."
        n = sum(1 for image in file.images.values() for _ in image.iter("tag"))
        if n:
            yield f"{path.name}: {counted('tags', n)} of whole pictures left alone. Write them into a labels.csv."

    def read(self, reference: Reference, frame: Frame | None) -> MarkedPicture:
        """The marks of a picture.

        Raises:
            InputError: the file cannot be read, or does not list the picture.
        """
        path = Path(reference.path)
        file = _read(path)
        image = file.images.get(reference.record)
        if image is None:
            raise InputError(f"{path.name} has no entry for {reference.record}.", _HINT)
        marks = MarkList(path, _size(path, image, frame), file.labels)
        for number, mark in enumerate((each for each in image if each.tag not in _ASIDE), 1):
            _add(marks, mark, file.labels, f"the mark {number} of {reference.record}")
        return marks.picture()


register_marks("cvat", CvatMarks())


def _read(path: Path) -> _File:
    status = check_regular(path)
    found = _known(path, status.st_mtime_ns, status.st_size)
    if isinstance(found, InputError):
        raise InputError(found.message, found.hint)
    return found


@lru_cache(maxsize=4)
def _known(path: Path, _mtime_ns: int, size: int) -> _File | InputError:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException, ElementTree

    if size > _MAX_BYTES:
        return InputError(f"{path.name} is larger than {_MAX_BYTES >> 20} MiB.", "Export it in parts.")
    with open_regular(path) as file:
        try:
            root: Element = ElementTree.fromstring(file.read(_MAX_BYTES), forbid_dtd=True)
        except DefusedXmlException:
            return InputError(f"{path.name} declares a document type or entities, which is not read.", _HINT)
        except (ParseError, ValueError, LookupError) as error:
            return InputError(f"{path.name} is not XML: {error}.", _HINT)
        except OSError as error:
            return as_input_error(path, error)
    named = [(name, image) for image in root.iter("image") if (name := image.get("name"))]
    counts = Counter(name for name, _ in named)
    images = {name: image for name, image in named if counts[name] == 1}
    declared = [label.findtext("name", "") for label in root.iter("label") if label.find("name") is not None]
    used = [mark.get("label", "") for _, image in named for mark in image]
    repeated = tuple(name for name, n in counts.items() if n > 1)
    return _File(images, repeated, label_set(name for name in (*declared, *used) if name))


def _size(path: Path, image: "Element", frame: Frame | None) -> tuple[int, int]:
    height, width = (image.get(side, "") for side in ("height", "width"))
    if height.isdecimal() and width.isdecimal() and 0 < int(height) * int(width) <= MAX_PIXELS:
        return int(height), int(width)
    if frame is None:
        raise InputError(f"{path.name} gives no size for {image.get('name')}.", _HINT)
    return frame.stored_size[::-1]


def _add(marks: MarkList, mark: "Element", labels: LabelSet, place: str) -> None:
    if mark.tag in _WITHOUT_AREA:
        marks.leave(_WITHOUT_AREA[mark.tag])
        return
    draw = _DRAWN.get(mark.tag)
    if draw is None:
        marks.refuse(place, f"Marks of the sort '{mark.tag[:40]}' are not read.")
        return
    try:
        draw(marks, mark, labels.index(mark.get("label", "")), place)
    except GranViewError as error:
        marks.refuse(place, error.message)
    except (TypeError, ValueError, OverflowError):
        marks.refuse(place, "It is not written as CVAT writes such.")


def _numbers(mark: "Element", *names: str) -> list[float]:
    return [float(mark.get(name) or "") for name in names]


def _box(marks: MarkList, mark: "Element", class_id: int | None, place: str) -> None:
    left, top, right, bottom = _numbers(mark, "xtl", "ytl", "xbr", "ybr")
    degrees = float(mark.get("rotation") or 0)
    if not degrees:
        marks.box(class_id, (left, top, right, bottom), place)
        return
    flat = np.array(turned_rectangle((0, 0), (right - left, bottom - top), degrees)).reshape(-1, 2)
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    marks.polygons(class_id, [(flat - flat.mean(axis=0) + middle).ravel().tolist()], place)


def _polygon(marks: MarkList, mark: "Element", class_id: int | None, place: str) -> None:
    pairs = [point.split(",") for point in (mark.get("points") or "").split(";") if point.strip()]
    marks.polygons(class_id, [[float(each) for x, y in pairs for each in (x, y)]], place)


def _ellipse(marks: MarkList, mark: "Element", class_id: int | None, place: str) -> None:
    x, y, along, across = _numbers(mark, "cx", "cy", "rx", "ry")
    marks.mask(class_id, [ellipse((x, y), (along, across), float(mark.get("rotation") or 0), marks.size)], place)


def _mask(marks: MarkList, mark: "Element", class_id: int | None, place: str) -> None:
    left, top, width, height = (int(each) for each in _numbers(mark, "left", "top", "width", "height"))
    runs = np.array([int(run) for run in (mark.get("rle") or "").split(",")], np.int64)
    if min(width, height) < 1 or width * height > MAX_PIXELS or runs.min() < 0 or runs.sum() != width * height:
        raise GranViewError("Its runs do not fill its box.")
    inside = np.repeat(np.arange(len(runs)) % 2 == 1, runs).reshape(height, width)
    marks.mask(class_id, [rle.encode_within(inside, left, top, marks.size)], place)


_DRAWN: Final[dict[str, Callable[[MarkList, "Element", int | None, str], None]]] = {
    "box": _box,
    "polygon": _polygon,
    "ellipse": _ellipse,
    "mask": _mask,
}
