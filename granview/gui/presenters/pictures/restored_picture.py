"""Restored pictures: what the window makes of them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF

from granview.core.labels import LabelSet
from granview.core.predictions.restored_picture import RestoredPicture
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.model.readout import Readout
from granview.gui.presenters.picture_presenter import (
    DifferenceJob,
    DifferenceSide,
    PicturePresenter,
    picture_presenter,
)
from granview.gui.presenters.pictures.restored_picture_difference import restored_picture_difference
from granview.gui.presenters.pictures.restored_picture_painter import RestoredPicturePainter

translate = QCoreApplication.translate


@picture_presenter
class RestoredPicturePresenter(PicturePresenter[RestoredPicture]):
    """Draws pictures in their samples' place, reads their px, and maps where two differ."""

    type_name = RestoredPicture.type_name
    choices = frozenset()

    @property
    def plural(self) -> str:
        """As users call them."""
        return translate("RestoredPicturePresenter", "restored pictures")

    def painter(
        self, prediction: RestoredPicture, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
    ) -> RestoredPicturePainter:
        """The picture itself."""
        return RestoredPicturePainter(prediction, background, on_ready)

    def readout(self, prediction: RestoredPicture, labels: LabelSet, point: QPointF) -> Readout | None:
        """Red, green and blue of the px at a point; None outside of it."""
        x, y = int(point.x() * prediction.scale), int(point.y() * prediction.scale)
        height, width = prediction.size
        if not (0 <= x < width and 0 <= y < height):
            return None
        red, green, blue = (int(value) for value in prediction.pixels[y, x])
        return Readout(f"{red}, {green}, {blue}", None, (red, green, blue))

    def difference(
        self,
        left: DifferenceSide[RestoredPicture],
        right: DifferenceSide[RestoredPicture],
        reference: DifferenceSide[RestoredPicture] | None,
    ) -> DifferenceJob | str:
        """With a reference, which picture is nearer to it; without, how far they differ."""
        return restored_picture_difference(left, right, reference)
