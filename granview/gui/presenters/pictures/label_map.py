"""Label maps: what the window makes of a class for every pixel."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPointF

from granview.core.labels import LabelSet
from granview.core.predictions.label_map import LabelMap
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.model.readout import Readout
from granview.gui.model.view_option import ViewOption
from granview.gui.paint.overlay_style import class_name
from granview.gui.presenters.picture_presenter import (
    DifferenceJob,
    DifferenceSide,
    PicturePresenter,
    ViewChoice,
    picture_presenter,
)
from granview.gui.presenters.pictures.label_map_choices import COLOR_BY
from granview.gui.presenters.pictures.label_map_difference import label_map_difference
from granview.gui.presenters.pictures.label_map_links import LabelMapLinks
from granview.gui.presenters.pictures.label_map_painter import LabelMapPainter

translate = QCoreApplication.translate


@picture_presenter
class LabelMapPresenter(PicturePresenter[LabelMap]):
    """Draws areas or outlines, reads pixels, and maps where two differ."""

    type_name = LabelMap.type_name
    choices = frozenset(ViewChoice)

    @property
    def plural(self) -> str:
        """As users call them."""
        return translate("LabelMapPresenter", "masks")

    def painter(
        self, prediction: LabelMap, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
    ) -> LabelMapPainter:
        """Areas or outlines."""
        return LabelMapPainter(prediction, labels, background, on_ready)

    @property
    def options(self) -> Sequence[ViewOption]:
        """By what masks are coloured."""
        return (COLOR_BY,)

    def links(self, background: BackgroundPool, on_ready: Callable[[], None]) -> LabelMapLinks:
        """Compares every lane's mask with the reference, where that is wanted."""
        return LabelMapLinks(background, on_ready)

    def readout(self, prediction: LabelMap, labels: LabelSet, point: QPointF) -> Readout | None:
        """The class of a pixel, and how sure the lane is of it; None outside the map."""
        pixel = _pixel(prediction, point)
        if pixel is None:
            return None
        value = int(prediction.labels[pixel])
        if value == labels.void:
            return Readout(translate("Readout", "not labelled"), None, None)
        confidence = None if prediction.confidence is None else int(prediction.confidence[pixel]) / 255
        return Readout(class_name(labels, value), confidence, labels.colors[value] if value < len(labels) else None)

    def difference(
        self,
        left: DifferenceSide[LabelMap],
        right: DifferenceSide[LabelMap],
        reference: DifferenceSide[LabelMap] | None,
    ) -> DifferenceJob | str:
        """Pixel by pixel: with a reference, who is right."""
        return label_map_difference(left, right, reference)


def _pixel(label_map: LabelMap, point: QPointF) -> tuple[int, int] | None:
    """Row and column under an image point; None outside the map."""
    row, column = math.floor(point.y()), math.floor(point.x())
    return (row, column) if 0 <= row < label_map.size[0] and 0 <= column < label_map.size[1] else None
