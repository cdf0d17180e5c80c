"""YOLO's texts as references: a file for each picture, with boxes and outlines in shares of its sides.

The record of a reference is the file that names the classes: a ``data.yaml``, or a list of names.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.labels import MAX_CLASSES, LabelSet
from granview.core.sample import Reference
from granview.io.class_files import find_class_file
from granview.io.folder_classes import label_set
from granview.io.mark_list import MarkList
from granview.io.marked_objects import MarkedPicture
from granview.io.orientation import Frame
from granview.io.picture_marks import PictureMarks, register_marks
from granview.io.yolo_data import HINT, listed_names, read_yolo_data
from granview.io.yolo_lines import LINE, box_in_px, in_px, object_lines

_FARTHEST: Final = 1.5
"""Shares beyond this are px, or damage; a little over 1 comes of rounding and of objects that are cut."""

_LINE_HINT: Final = "A line is: class x y w h, or class x1 y1 x2 y2 x3 y3 …, all between 0 and 1."


class YoloMarks(PictureMarks):
    """The lines of a file are objects; a file without lines is a picture without objects."""

    def read(self, reference: Reference, frame: Frame | None) -> MarkedPicture:
        """The objects.

        Raises:
            InputError: the file cannot be read, the picture's size is not known, or the classes' names are not.
        """
        path = Path(reference.path)
        if frame is None:
            raise InputError(f"{path.name} holds shares of its picture's sides, which are not known.", _LINE_HINT)
        lines = object_lines(path)
        labels = _labels(path, reference.record)
        marks = MarkList(path, (frame.height, frame.width), labels)
        for number, line in enumerate(lines, 1):
            _add(marks, line, f"line {number}")
        return marks.picture()


register_marks("yolo", YoloMarks())


def _add(marks: MarkList, line: str, place: str) -> None:
    if not LINE.fullmatch(line):
        marks.refuse(place, f"It is no object: {line[:60]}. {_LINE_HINT}")
        return
    number, *words = line.split()
    shares = [float(word) for word in words]
    if len(shares) % 2:
        marks.refuse(place, f"It has {len(shares)} numbers, an odd number, as scores and key points have.")
    elif max(map(abs, shares)) > _FARTHEST:
        marks.refuse(place, "Its numbers are no shares of the picture's sides, between 0 and 1.")
    elif len(shares) == 4:
        marks.box(int(number), box_in_px(shares, marks.size), place)
    else:
        marks.polygons(int(number), [in_px(shares, marks.size)], place)


def _labels(path: Path, names_file: str) -> LabelSet:
    """The classes by index: those of the file that names them, else of a class file near, else their numbers."""
    if names_file:
        named = Path(names_file)
        if named.suffix.lower() not in (".yaml", ".yml"):
            return label_set(_distinct(listed_names(named)))
        data = read_yolo_data(named)
        if data is None:
            raise InputError(f"{named.name} names no classes.", HINT)
        return label_set(_distinct(data.names))
    classes = find_class_file(path)
    if classes is not None:
        return classes.labels
    return label_set(map(str, range(_numbers(path.parent, path.parent.stat().st_mtime_ns) + 1)))


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, each once: an index has to keep its place."""
    taken = set(names)
    apart: dict[str, None] = {}
    for place, name in enumerate(names):
        own = name
        while own in apart or (own != name and own in taken):
            own = f"{own} ({place})"
        apart[own] = None
    return tuple(apart)


@lru_cache(maxsize=16)
def _numbers(folder: Path, _changed_ns: int) -> int:
    """The highest class of all files of a folder; -1 where there is none."""
    highest = -1
    for path in folder.glob("*.txt"):
        try:
            lines = object_lines(path)
        except InputError:
            continue
        numbers = [int(line.split()[0]) for line in lines if LINE.fullmatch(line)]
        highest = max(highest, *numbers, -1)
    if highest >= MAX_CLASSES:
        raise InputError(f"The files of {folder.name} name the class {highest}.", "Name all classes in classes.txt.")
    return highest
