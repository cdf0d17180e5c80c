"""labelme's shapes as objects and classes: polygons, rectangles, circles and masks; points and lines have no area."""

import base64
import binascii
import io
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

import numpy as np
from numpy.typing import NDArray

from granview.core import rle
from granview.core.arrays import MAX_PIXELS
from granview.core.errors import GranViewError, InputError
from granview.core.labels import LabelSet
from granview.core.rle import Rle
from granview.core.sample import Reference
from granview.io.folder_classes import classes_of_folder
from granview.io.labelme_files import HINT, WITHOUT_AREA, Shape, may_be_labelme, names_in, read_labelme
from granview.io.mark_list import MarkList
from granview.io.mark_shapes import ellipse
from granview.io.marked_objects import MarkedPicture
from granview.io.orientation import Frame
from granview.io.picture_marks import PictureMarks, register_marks


class LabelmeMarks(PictureMarks):
    """A file for each picture; parts of one group are one object."""

    extension = ".json"

    def may_be(self, head: bytes) -> bool:
        """Whether it begins as labelme's files do."""
        return may_be_labelme(head)

    def sample_names(self, path: Path) -> tuple[str, ...] | None:
        """The picture that it names, else that of its own name.

        Raises:
            InputError: it cannot be read.
        """
        file = read_labelme(path)
        name = PurePosixPath((file.image_path or "").replace("\\", "/")).name
        return (name or path.stem,)

    def read(self, reference: Reference, frame: Frame | None) -> MarkedPicture:
        """Its shapes, in the classes of the class file beside it, else in those of all files of its folder.

        Raises:
            InputError: it cannot be read, or tells no size.
        """
        path = Path(reference.path)
        file = read_labelme(path)
        size = _size(path, (file.image_height, file.image_width), frame)
        named = {shape.label for shape in file.shapes if shape.label and shape.shape_type not in WITHOUT_AREA}
        labels = classes_of_folder(path, ".json", names_in, named)
        marks = MarkList(path, size, labels)
        for group in _groups(file.shapes):
            _add(marks, group, labels)
        return marks.picture()


register_marks("labelme", LabelmeMarks())


@dataclass(frozen=True)
class _Part:
    place: str
    shape: Shape


def _size(path: Path, stated: tuple[int | None, int | None], frame: Frame | None) -> tuple[int, int]:
    height, width = stated
    if height and width and 0 < height * width <= MAX_PIXELS and min(height, width) > 0:
        return height, width
    if frame is None or height or width:
        raise InputError(f"{path.name} gives no real size of its picture.", HINT)
    return frame.height, frame.width


def _groups(shapes: Iterable[Shape]) -> list[list[_Part]]:
    """The shapes that are one object each: those of one class and one group, and every one without a group."""
    groups: dict[object, list[_Part]] = {}
    for number, shape in enumerate(shapes, 1):
        key = number if shape.group_id is None else (shape.label, shape.group_id)
        groups.setdefault(key, []).append(_Part(f"the shape {number}", shape))
    return list(groups.values())


def _add(marks: MarkList, group: list[_Part], labels: LabelSet) -> None:
    with_area = []
    for part in group:
        if part.shape.shape_type in WITHOUT_AREA:
            marks.leave(WITHOUT_AREA[part.shape.shape_type])
        else:
            with_area.append(part)
    if not with_area:
        return
    first = with_area[0]
    class_id = labels.index(first.shape.label or "")
    if len(with_area) == 1 and first.shape.shape_type == "rectangle" and len(first.shape.points) == 2:
        marks.box(class_id, (*first.shape.points[0], *first.shape.points[1]), first.place)
        return
    masks = []
    for part in with_area:
        try:
            masks.append(_mask(part.shape, marks.size))
        except GranViewError as error:
            marks.refuse(part.place, error.message)
    if masks:
        marks.mask(class_id, masks, first.place)


def _mask(shape: Shape, size: tuple[int, int]) -> Rle:
    draw = _SHAPES.get(shape.shape_type)
    if draw is None:
        raise GranViewError(f"Shapes of the sort '{shape.shape_type[:40]}' are not read.")
    return draw(shape, size)


def _polygon(shape: Shape, size: tuple[int, int]) -> Rle:
    if len(shape.points) < 3:
        raise GranViewError("Its polygon has fewer than three points.")
    return rle.from_polygons([[each for point in shape.points for each in point]], size)


def _rectangle(shape: Shape, size: tuple[int, int]) -> Rle:
    if len(shape.points) != 2:
        return _polygon(shape, size)
    (left, top), (right, bottom) = shape.points
    return rle.from_polygons([[left, top, right, top, right, bottom, left, bottom]], size)


def _circle(shape: Shape, size: tuple[int, int]) -> Rle:
    if len(shape.points) != 2:
        raise GranViewError("A circle has a centre and a point of its rim.")
    centre, rim = shape.points
    radius = math.dist(centre, rim)
    return ellipse(centre, (radius, radius), 0, size)


def _packed(shape: Shape, size: tuple[int, int]) -> Rle:
    """A PNG in base64, its first corner at the first point."""
    if not shape.points or shape.mask is None:
        raise GranViewError("A mask has two corners and a PNG.")
    left, top = (round(each) for each in shape.points[0])
    return rle.encode_within(_pixels(shape.mask), left, top, size)


def _pixels(packed: str) -> NDArray[np.bool_]:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(base64.b64decode(packed, validate=True)), formats=("PNG",)) as image:
            if image.width * image.height > MAX_PIXELS:
                raise GranViewError("Its mask claims more pixels than any picture has.")
            inside: NDArray[np.bool_] = np.asarray(image.convert("L")) != 0
            return inside
    except (
        binascii.Error,
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as error:
        raise GranViewError("Its mask is no PNG in base64.") from error


_SHAPES: Final[dict[str, Callable[[Shape, tuple[int, int]], Rle]]] = {
    "polygon": _polygon,
    "rectangle": _rectangle,
    "circle": _circle,
    "mask": _packed,
}
