"""Depth maps: what the window makes of them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF

from granview.core.labels import LabelSet
from granview.core.predictions.depth_map import DepthMap
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.model.readout import Readout
from granview.gui.presenters.picture_presenter import (
    DifferenceJob,
    DifferenceSide,
    PicturePresenter,
    ViewChoice,
    picture_presenter,
)
from granview.gui.presenters.pictures.depth_map_difference import depth_map_difference
from granview.gui.presenters.pictures.depth_map_links import DepthMapLinks
from granview.gui.presenters.pictures.depth_map_painter import DepthMapPainter

translate = QCoreApplication.translate


@picture_presenter
class DepthMapPresenter(PicturePresenter[DepthMap]):
    """Draws distances in colours of even lightness, reads them, and maps where two differ."""

    type_name = DepthMap.type_name
    choices = frozenset({ViewChoice.OPACITY})

    @property
    def plural(self) -> str:
        """As users call them."""
        return translate("DepthMapPresenter", "depth maps")

    def painter(
        self, prediction: DepthMap, labels: LabelSet, background: BackgroundPool, on_ready: Callable[[], None]
    ) -> DepthMapPainter:
        """Near is yellow, far is violet."""
        return DepthMapPainter(prediction, background, on_ready)

    def links(self, background: BackgroundPool, on_ready: Callable[[], None]) -> DepthMapLinks:
        """One scale for all cells where they can be brought to one."""
        return DepthMapLinks(background, on_ready)

    def readout(self, prediction: DepthMap, labels: LabelSet, point: QPointF) -> Readout | None:
        """The distance at a point, in metres or as the model says it; None outside, and where it is not known."""
        x, y = int(point.x()), int(point.y())
        height, width = prediction.size
        if not (0 <= point.x() < width and 0 <= point.y() < height):
            return None
        value = float(prediction.values[y, x])
        return None if value != value else Readout(_in_words(value, prediction), None, None)  # noqa: PLR0124  NaN

    def difference(
        self,
        left: DifferenceSide[DepthMap],
        right: DifferenceSide[DepthMap],
        reference: DifferenceSide[DepthMap] | None,
    ) -> DifferenceJob | str:
        """With a reference, which is nearer to it; without, how far they differ."""
        return depth_map_difference(left, right, reference)


def _in_words(value: float, depth: DepthMap) -> str:
    words = {
        "metric": translate("DepthMapPresenter", "{value} m"),
        "relative": translate("DepthMapPresenter", "{value} (relative distance)"),
        "inverse": translate("DepthMapPresenter", "{value} (relative, larger is nearer)"),
    }
    return words[depth.kind].format(value=f"{value:.3g}")
