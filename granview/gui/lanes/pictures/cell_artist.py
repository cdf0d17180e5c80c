"""Paints one cell's content: its picture and its prediction, each prepared once and kept while it stays the same."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter

from granview.core.prediction import Prediction
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.paint.frame import Frame
from granview.gui.paint.heat import HeatPainter, heat_opacity
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.paint.picture import PicturePainter
from granview.gui.paint.toned_picture import TonedPicture
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.presenters.picture_presenter import DifferenceRow, PredictionLinks, PredictionPainter, presenter_of


class CellArtist:
    """Holds the painters of one cell's content.

    Args:
        background: Where predictions are prepared.
        on_ready: Called when something new can be painted.
    """

    def __init__(self, background: BackgroundPool, on_ready: Callable[[], None]) -> None:
        self._background = background
        self._on_ready = on_ready
        self._style = OverlayStyle()
        self._content = PictureContent("", "")
        self._picture: PicturePainter | None = None
        self._toned: TonedPicture | None = None
        self._prediction: PredictionPainter | None = None
        self._heat: HeatPainter | None = None
        self._links: PredictionLinks | None = None
        self._revision = 0

    @property
    def revision(self) -> int:
        """Grows whenever another picture or prediction is to be painted."""
        return self._revision

    @property
    def content(self) -> PictureContent:
        """What is painted."""
        return self._content

    @property
    def prediction(self) -> PredictionPainter | None:
        """The prediction's painter, or None where there is no prediction."""
        return self._prediction

    @property
    def notice(self) -> str:
        """What the user must know about the prediction as it is painted; empty when there is nothing to know."""
        return self._prediction.notice if self._prediction else ""

    @property
    def legend(self) -> Sequence[DifferenceRow]:
        """Colours of the prediction that are no classes, in words; none while a heat map hides it."""
        return () if self._links is None or self._heat else self._links.legend(self._content.key)

    def join(self, links: PredictionLinks) -> None:
        """Draw what is known from the cells that these links join."""
        self._links = links
        if self._prediction:
            links.join(self._content.key, self._prediction)

    def show(self, content: PictureContent) -> None:
        """Paint this from now on; what has not changed is kept as it is."""
        before, self._content = self._content, content
        if content.picture is not before.picture:
            self._picture = PicturePainter(content.picture) if content.picture else None
            self._revision += 1
        if content.heat != before.heat:
            self._heat = HeatPainter(content.heat) if content.heat else None
            self._revision += 1
        if not _are_same(content.prediction, before.prediction) or (content.labels is None) != (before.labels is None):
            self._replace_prediction()
        elif self._prediction and content.labels is not None and content.labels != before.labels:
            self._prediction.set_labels(content.labels)
            self._revision += 1

    def set_toned(self, toned: TonedPicture | None) -> None:
        """Paint the picture by this instead, where it is of the same; None: as models get it."""
        if toned is not self._toned:
            self._toned = toned
            self._revision += 1

    def set_style(self, style: OverlayStyle) -> None:
        """Colour the prediction by these choices."""
        self._style = style
        if self._prediction:
            self._prediction.set_style(style)

    def paint_picture(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame of the picture."""
        if self._toned is not None and self._toned.picture is self._content.picture:
            self._toned.paint(painter, frame)
        elif self._picture:
            self._picture.paint(painter, frame)

    def paint_prediction(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame of the heat map, or else of the prediction; outlines lie over a heat map.

        Nothing while the picture is being opened: how large it is, is not known yet.
        """
        if not self._content.is_open:
            return
        if self._heat:
            self._heat.paint(painter, frame, heat_opacity(self._style.opacity))
        if self._prediction and (self._style.outline_only or not self._heat):
            self._prediction.paint(painter, frame)

    def close(self) -> None:
        """Let go of picture and prediction."""
        self.show(PictureContent("", ""))

    def _replace_prediction(self) -> None:
        if self._prediction:
            self._prediction.close()
        self._prediction = self._links = None
        self._revision += 1
        content = self._content
        if content.prediction is not None and content.labels is not None:
            presenter = presenter_of(content.prediction)
            self._prediction = presenter.painter(content.prediction, content.labels, self._background, self._on_ready)
            self._prediction.set_style(self._style)


def _are_same(one: Prediction | None, other: Prediction | None) -> bool:
    return one is other or (one is not None and one.is_same_as(other))
