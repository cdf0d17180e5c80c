"""A sample in small with what is said of it: made off the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.gui.language.below import localized
from granview.gui.model.cell_content import REFERENCE_KEY
from granview.gui.paint.frame import Frame
from granview.gui.presenters.picture_presenter import DifferenceSide, difference_of
from granview.gui.style.theme import Theme

if TYPE_CHECKING:
    from granview.store.session import Session

MOST_PX: Final = 24_000_000
"""Larger pictures are shown without what is said of them: they would have to be decoded whole."""

PICTURE: Final = ""


@dataclass(frozen=True)
class SheetRequest:
    """What is to be shown of a sample.

    Attributes:
        sample: The sample.
        keys: One lane or the reference, or the two that are compared; empty for the picture alone.
        labels: The classes of lanes, by their keys, in the colours of the cells.
        edge_px: Length of the longer edge.
        opacity: Of what is said, 0 to 1.
        theme: Colours of differences.
        params: How pictures and references are read.
    """

    sample: Sample
    keys: tuple[str, ...]
    labels: Mapping[str, LabelSet]
    edge_px: int
    opacity: float
    theme: Theme
    params: RunParams


def read_predictions(session: "Session", request: SheetRequest) -> dict[str, Prediction]:
    """What the lanes of a request said of its sample, as far as they have."""
    lanes = [key for key in request.keys if key != REFERENCE_KEY]
    found = {lane: session.prediction(request.sample.name, lane) for lane in lanes}
    return {lane: prediction for lane, prediction in found.items() if prediction is not None}


def rendered(request: SheetRequest, predictions: Mapping[str, Prediction]) -> QImage:
    """The small picture.

    Raises:
        InputError: the picture or its reference cannot be read.
    """
    from granview.io.image_reader import probe, read_image

    path = Path(request.sample.path)
    info = probe(path)
    image_range = request.params.image.range
    decoded = read_image(path, image_range=image_range)
    pixels = decoded.pixels
    if info.width * info.height > MOST_PX:
        return _scaled(pixels, request.edge_px)
    sides = [side for key in request.keys if (side := _side(request, key, predictions, decoded)) is not None]
    if len(request.keys) == 2:
        return _difference(pixels, sides, _truth(request, decoded), request)
    return _scaled(pixels if not sides else _tinted(pixels, sides[0], request.opacity), request.edge_px)


def _side(
    request: SheetRequest, key: str, predictions: Mapping[str, Prediction], decoded: Any
) -> DifferenceSide[Any] | None:
    if key == REFERENCE_KEY:
        return _truth(request, decoded)
    prediction, labels = predictions.get(key), request.labels.get(key)
    return None if prediction is None or labels is None else DifferenceSide(key, prediction, labels)


def _truth(request: SheetRequest, decoded: Any) -> DifferenceSide[Any] | None:
    """What is right, where the sample has a reference that can be drawn."""
    from granview.core.reading_params import reading_params
    from granview.io.orientation import Frame as StoredFrame
    from granview.io.reference_format import read_truth

    if request.sample.reference is None:
        return None
    height, width = decoded.pixels.shape[:2]
    frame = StoredFrame(height, width, decoded.orientation)
    by_index = next(iter(request.labels.values()), None)
    said = read_truth(request.sample.reference, frame, by_index, reading_params(request.params)).as_prediction()
    if said is None:
        return None
    prediction, labels = said
    colors = request.labels.get(REFERENCE_KEY)
    shown = colors if colors is not None and colors.names == labels.names else labels
    return DifferenceSide(REFERENCE_KEY, prediction, shown, is_reference=True)


def _tinted(pixels: NDArray[np.uint8], side: DifferenceSide[Any], opacity: float) -> NDArray[np.uint8]:
    from granview.export.prediction_export import export_of

    overlay = export_of(side.prediction).overlay
    return pixels if overlay is None else overlay(pixels, side.prediction, side.labels, opacity)


def _difference(
    pixels: NDArray[np.uint8],
    sides: list[DifferenceSide[Any]],
    truth: DifferenceSide[Any] | None,
    request: SheetRequest,
) -> QImage:
    """Where two lanes differ, over the dimmed picture, as the mode Difference shows it."""
    image = _scaled(pixels, request.edge_px)
    job = difference_of(sides[0], sides[1], truth) if len(sides) == 2 else ""
    if isinstance(job, str):
        return image
    layer = job()
    layer.set_colors(request.theme, request.opacity)
    height, width = pixels.shape[:2]
    area = QRectF(image.rect())
    frame = Frame(area, width, height, QPointF(width / 2, height / 2), image.width() / width)
    with QPainter(image) as painter:
        painter.fillRect(area, request.theme.color("canvas", 0.35))
        layer.paint(painter, frame)
    return image


def _scaled(pixels: NDArray[np.uint8], edge_px: int) -> QImage:
    height, width = pixels.shape[:2]
    whole = np.ascontiguousarray(pixels)
    image = QImage(whole.data, width, height, whole.strides[0], QImage.Format.Format_RGB888)
    smooth = Qt.TransformationMode.SmoothTransformation
    size = QSize(width, height).scaled(QSize(edge_px, edge_px), Qt.AspectRatioMode.KeepAspectRatio)
    small = image if max(width, height) <= edge_px else image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return small.convertToFormat(QImage.Format.Format_RGB32).copy()


def reason(error: Exception) -> str:
    """Why there is no small picture, in words."""
    return localized(str(error))
