"""Label Studio's marks in pictures: rectangles, polygons, ellipses and brush strokes as objects, choices as classes."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from granview.core import rle
from granview.core.errors import GranViewError, InputError
from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.classes import ReferenceClasses
from granview.io.folder_classes import label_set
from granview.io.label_studio import LabelTask, Mark, plain_picture_name
from granview.io.label_studio_brush import painted
from granview.io.label_studio_files import (
    CHOICES,
    HINT,
    OUTLINES,
    SHAPES,
    LabelStudioFile,
    read_label_studio,
    shape_kind,
)
from granview.io.mark_list import MarkList
from granview.io.mark_shapes import ellipse, turned_rectangle
from granview.io.marked_objects import MarkedPicture
from granview.io.orientation import Frame
from granview.io.picture_marks import PictureMarks, register_marks
from granview.io.reference_format import REFERENCE_FORMATS, CollectionFormat

_CLASSES: Final = "label-studio-classes"
_TURNED: Final = "The picture was turned in the tool, so that it is not known where it lies."


def may_be_label_studio(head: bytes) -> bool:
    """Whether a file that begins so may be an export."""
    is_list = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")
    words = (b'"annotations"', b'"completions"', b'"annotation_id"', b'"annotator"', b'"lead_time"')
    return is_list and any(word in head for word in words)


class LabelStudioMarks(PictureMarks):
    """A file of tasks, each of a picture."""

    extension = ".json"

    def may_be(self, head: bytes) -> bool:
        """Whether it begins as exports do."""
        return may_be_label_studio(head)

    def sample_names(self, path: Path) -> tuple[str, ...] | None:
        """The pictures for which something was submitted; None where no objects are marked.

        Raises:
            InputError: it cannot be read.
        """
        file = read_label_studio(path)
        return tuple(file.tasks) if file is not None and file.has(SHAPES) else None

    def has_outlines(self, path: Path) -> bool:
        """Whether anything but rectangles is marked."""
        return _file(path).has(OUTLINES)

    def further(self, path: Path) -> tuple[str, ...]:
        """Classes of pictures, where such were chosen."""
        return (_CLASSES,) if _file(path).has(frozenset({CHOICES})) else ()

    def plain_name(self, name: str) -> str:
        """Without the eight digits before what was uploaded."""
        return plain_picture_name(name)

    def remarks(self, path: Path) -> Iterator[str]:
        """What is not read of it."""
        return _file(path).remarks()

    def read(self, reference: Reference, frame: Frame | None) -> MarkedPicture:
        """The marks of a picture.

        Raises:
            InputError: the file cannot be read, or is not about the picture.
        """
        file = _file(Path(reference.path))
        shapes = [mark for mark in _task(file, reference).marks or () if shape_kind(mark) in SHAPES]
        labels = label_set(file.classes)
        size = next((mark.size for mark in shapes if all(mark.size)), None)
        if size is None and frame is None:
            raise InputError(f"{file.path.name} gives no size for {reference.record}.", HINT)
        shown = (0, 0) if frame is None else (frame.height, frame.width)
        marks = MarkList(file.path, size or shown, labels)
        for number, mark in enumerate(shapes, 1):
            _add(marks, mark, labels, f"the mark {number} of {reference.record}")
        return marks.picture()


class LabelStudioClasses(CollectionFormat):
    """What was chosen for a picture as a whole."""

    truth_type = ReferenceClasses
    extension = ".json"
    is_aside = True

    def may_be(self, head: bytes) -> bool:
        """Whether it begins as exports do."""
        return may_be_label_studio(head)

    def sample_names(self, path: Path) -> tuple[str, ...] | None:
        """The pictures for which something was chosen; None where nothing is, or where objects are marked besides.

        Raises:
            InputError: it cannot be read.
        """
        file = read_label_studio(path)
        if file is None or not file.has(frozenset({CHOICES})) or file.has(SHAPES):
            return None
        return tuple(name for name, task in file.tasks.items() if _choices(task))

    def plain_name(self, name: str) -> str:
        """Without the eight digits before what was uploaded."""
        return plain_picture_name(name)

    def remarks(self, path: Path) -> Iterator[str]:
        """What is not read of it."""
        return _file(path).remarks()

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceClasses:
        """The classes.

        Raises:
            InputError: the file cannot be read, or nothing was chosen for the picture.
        """
        file = _file(Path(reference.path))
        known = dict.fromkeys(name for task in file.tasks.values() for name in _choices(task))
        chosen = _choices(_task(file, reference))
        if not chosen:
            raise InputError(f"{file.path.name} chooses no class for {reference.record}.", HINT)
        return ReferenceClasses(chosen, tuple(known))


register_marks("label-studio", LabelStudioMarks())
REFERENCE_FORMATS.register(_CLASSES)(LabelStudioClasses())


def _file(path: Path) -> LabelStudioFile:
    file = read_label_studio(path)
    if file is None:
        raise InputError(f"{path.name} is no export of Label Studio about pictures.", HINT)
    return file


def _task(file: LabelStudioFile, reference: Reference) -> LabelTask:
    if reference.record not in file.tasks:
        raise InputError(f"{file.path.name} has nothing that was submitted for {reference.record}.", HINT)
    return file.tasks[reference.record]


def _choices(task: LabelTask) -> tuple[str, ...]:
    """The classes of the first tag of choices."""
    marks = [mark for mark in task.marks or () if mark.kind == CHOICES]
    return tuple(name for mark in marks for name in mark.labels if mark.tag == marks[0].tag)


def _add(marks: MarkList, mark: Mark, labels: LabelSet, place: str) -> None:
    if mark.is_turned:
        marks.refuse(place, _TURNED)
        return
    if len(mark.labels) != 1:
        marks.refuse(place, "It has no label." if not mark.labels else "It has several labels.")
        return
    try:
        _DRAWN[shape_kind(mark)](marks, mark.value, labels.index(mark.labels[0]), place)
    except (GranViewError, TypeError, ValueError, KeyError) as error:
        words = error.message if isinstance(error, GranViewError) else "It is not written as Label Studio writes such."
        marks.refuse(place, words)


def _px(marks: MarkList, value: Mapping[str, Any], *names: str) -> list[float]:
    """Percents along x and y, in turn, in px."""
    sides = (marks.size[1], marks.size[0])
    return [float(value[name]) * sides[place % 2] / 100 for place, name in enumerate(names)]


def _rectangle(marks: MarkList, value: Mapping[str, Any], class_id: int | None, place: str) -> None:
    x, y, width, height = _px(marks, value, "x", "y", "width", "height")
    degrees = float(value.get("rotation") or 0)
    if degrees:
        marks.polygons(class_id, [turned_rectangle((x, y), (width, height), degrees)], place)
    else:
        marks.box(class_id, (x, y, x + width, y + height), place)


def _polygon(marks: MarkList, value: Mapping[str, Any], class_id: int | None, place: str) -> None:
    sides = (marks.size[1], marks.size[0])
    points = [float(each) * side / 100 for point in value["points"] for each, side in zip(point, sides, strict=True)]
    marks.polygons(class_id, [points], place)


def _ellipse(marks: MarkList, value: Mapping[str, Any], class_id: int | None, place: str) -> None:
    x, y, along, across = _px(marks, value, "x", "y", "radiusX", "radiusY")
    degrees = float(value.get("rotation") or 0)
    marks.mask(class_id, [ellipse((x, y), (along, across), degrees, marks.size)], place)


def _brush(marks: MarkList, value: Mapping[str, Any], class_id: int | None, place: str) -> None:
    if value.get("format") != "rle":
        raise GranViewError(f"Brush strokes in the format '{str(value.get('format'))[:20]}' are not read.")
    marks.mask(class_id, [rle.encode(painted(value["rle"], marks.size))], place)


_DRAWN: Final[dict[str, Callable[[MarkList, Mapping[str, Any], int | None, str], None]]] = {
    "rectanglelabels": _rectangle,
    "polygonlabels": _polygon,
    "ellipselabels": _ellipse,
    "brushlabels": _brush,
}
