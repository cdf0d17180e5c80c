"""A format of references as a plug-in would bring it: ``.points.json``, a list of x and y."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from granview.core.image_params import ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truth import Truth
from granview.io.orientation import Frame
from granview.io.reference_format import REFERENCE_FORMATS, ReferenceFormat


@dataclass(frozen=True)
class TruePoints(Truth):
    """Where the points are."""

    noun: ClassVar[str] = "a list of points"
    xy: tuple[tuple[float, float], ...]
    notices: tuple[str, ...] = ()


class PointsFormat(ReferenceFormat):
    """Reads them."""

    truth_type = TruePoints
    suffixes = frozenset({".points.json"})

    def read(
        self, reference: Reference, frame: Frame | None, by_index: LabelSet | None, params: ImageParams
    ) -> TruePoints:
        """The points of a file."""
        return TruePoints(tuple((x, y) for x, y in json.loads(Path(reference.path).read_text())))


@contextmanager
def points_format() -> Iterator[None]:
    """For as long as the block runs, files of points are references."""
    with REFERENCE_FORMATS.temporarily("points", PointsFormat()):
        yield
