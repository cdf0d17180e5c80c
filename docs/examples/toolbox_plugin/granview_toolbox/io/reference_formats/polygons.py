"""Polygons in a file beside a picture: ``scan.polygons.json``, as LabelMe writes them, goes with ``scan.png``."""

from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import BACKGROUND, LabelSet
from granview.core.palette import class_colors
from granview.core.sample import Reference
from granview.core.truths.mask import ReferenceMask
from granview.io.json_files import read_json_file
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat

_HINT: Final = 'Write {"shapes": [{"label": "cell", "points": [[3, 4], [9, 4], [6, 10]]}]}.'

_NO_PICTURE: Final = "Put it beside the picture, under the same name."


class _Shape(msgspec.Struct, frozen=True):
    label: str
    points: tuple[tuple[float, float], ...]


class _Document(msgspec.Struct, frozen=True):
    shapes: tuple[_Shape, ...]


class PolygonFormat(ReferenceFormat):
    """Closed polygons in px from the picture's upper left corner; where two overlap, the later one counts."""

    truth_type = ReferenceMask
    suffixes = frozenset({".polygons.json"})

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferenceMask:
        """The polygons, filled: a class for every pixel, background where there is none.

        Raises:
            InputError: it cannot be read, a polygon has fewer than three corners, or the picture is not known.
        """
        from PIL import Image, ImageDraw

        path = Path(reference.path)
        shapes = read_json_file(path, _HINT, _Document).shapes
        if frame is None:
            raise InputError(f"{path.name} belongs to no picture, so nothing says how large it is.", _NO_PICTURE)
        for number, shape in enumerate(shapes, 1):
            if len(shape.points) < 3:
                raise InputError(f"Polygon {number} in {path.name} has fewer than three corners.", _HINT)
        names = tuple(dict.fromkeys((BACKGROUND, *(shape.label for shape in shapes))))
        canvas = Image.new("L", (frame.width, frame.height))
        draw = ImageDraw.Draw(canvas)
        for shape in shapes:
            draw.polygon(list(shape.points), fill=names.index(shape.label))
        return ReferenceMask(np.array(canvas), LabelSet(names, class_colors(names), None))


REFERENCE_FORMATS.register("polygons")(PolygonFormat())
