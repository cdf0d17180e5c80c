"""Points in a file beside a picture: ``scan.points.json`` goes with ``scan.png``."""

from pathlib import Path

import msgspec
import numpy as np

from granview.core.errors import InputError
from granview.core.image_params import ImageParams
from granview.core.labels import Color, LabelSet
from granview.core.sample import Reference
from granview.io.json_files import read_json_file
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat
from granview_points.core.predictions.labelled_points import LabelledPoints
from granview_points.core.truths.labelled_points import ReferencePoints

_HINT = (
    'Write {"classes": [{"name": "spot", "color": [230, 159, 0]}], "points": [{"x": 3.5, "y": 8, "label": "spot"}]}.'
)


class _Class(msgspec.Struct, frozen=True):
    name: str
    color: Color


class _Point(msgspec.Struct, frozen=True):
    x: float
    y: float
    label: str


class _Document(msgspec.Struct, frozen=True):
    classes: tuple[_Class, ...]
    points: tuple[_Point, ...]


class PointsFormat(ReferenceFormat):
    """Classes with their colours, and points in px from the picture's upper left corner."""

    truth_type = ReferencePoints
    suffixes = frozenset({".points.json"})

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> ReferencePoints:
        """The points of a file.

        Raises:
            InputError: it cannot be read, a class is not declared, or a point lies outside the picture.
        """
        path = Path(reference.path)
        document = read_json_file(path, _HINT, _Document)
        labels = LabelSet(
            tuple(one.name for one in document.classes), tuple(one.color for one in document.classes), None
        )
        points = LabelledPoints(
            np.array([(point.x, point.y) for point in document.points], np.float32).reshape(-1, 2),
            np.array([_class_index(point, labels, path) for point in document.points], np.uint16),
            np.ones(len(document.points), np.float32),
        )
        if frame is not None and not points.fits((frame.height, frame.width)):
            size = f"{frame.width} x {frame.height} px"
            raise InputError(f"{path.name} has a point outside of the picture's {size}.", "Correct it.")
        return ReferencePoints(points, labels)


def _class_index(point: _Point, labels: LabelSet, path: Path) -> int:
    index = labels.index(point.label)
    if index is None:
        raise InputError(f"{path.name} has a point of '{point.label}', which is none of its classes.", _HINT)
    return index


REFERENCE_FORMATS.register("labelled-points")(PointsFormat())
