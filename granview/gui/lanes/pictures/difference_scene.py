"""Difference: where two lanes disagree, and with a reference which of them is right."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from granview.core.readable_errors import readable_error
from granview.gui.background.latest_result import BackgroundPool, Latest
from granview.gui.lanes.pictures.cell_artist import CellArtist
from granview.gui.lanes.pictures.scene import Scene
from granview.gui.model.view_state import ViewState
from granview.gui.paint.frame import Frame
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.presenters.picture_presenter import (
    DifferenceLayer,
    DifferenceRow,
    DifferenceSide,
    difference_of,
    presenter_of,
)
from granview.gui.style.theme import Theme

_VEIL: Final = 0.35


class DifferenceScene(Scene):
    """Paints a difference over the dimmed picture, with a legend that names its colours."""

    def __init__(self, view: ViewState, theme: Theme, background: BackgroundPool) -> None:
        super().__init__(view, theme, background)
        self._compared: list[DifferenceSide[Any]] = []
        self._notice = ""
        self._layer: DifferenceLayer | None = None
        self._comparing: Latest[DifferenceLayer] = Latest(background, self._on_compared, self._on_failed)
        view.changed.connect(self._on_view_changed)

    @property
    def notice(self) -> str:
        """Why there is no difference, where there is none."""
        return self._notice

    @property
    def legend_rows(self) -> Sequence[DifferenceRow]:
        """The colours of the difference."""
        return self._layer.rows if self._layer else ()

    def key_at(self, position: QPointF, area: QRect) -> str | None:
        """Neither of the two: what is shown is said of both."""
        return None

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        super().set_theme(theme)
        self._recolor()

    def show(self, artists: Sequence[CellArtist], reference: PictureContent | None) -> None:
        """Compare these from now on; what has been compared already is kept."""
        super().show(artists, reference)
        both = [side for artist in artists if (side := artist.content.side) is not None]
        truth = None if reference is None else reference.side
        compared = [side for side in (*both, truth) if side is not None]
        if not _is_like(compared, self._compared):
            self._compared = compared
            self._compare(both, truth)
        self.show_legend()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw the picture, dimmed, and the difference."""
        if not self.artists:
            return
        self.artists[0].paint_picture(painter, frame)
        if self._layer:
            painter.fillRect(frame.image_rect.intersected(frame.rect), self.theme.color("canvas", _VEIL))
            self._layer.paint(painter, frame)

    def _compare(self, both: Sequence[DifferenceSide[Any]], reference: DifferenceSide[Any] | None) -> None:
        self._layer, self._notice = None, ""
        self._comparing.cancel()
        if len(both) < 2:
            return
        job = difference_of(both[0], both[1], reference)
        if isinstance(job, str):
            self._notice = job
        else:
            self._comparing.submit(job)

    def _on_compared(self, layer: DifferenceLayer) -> None:
        self._layer = layer
        self._filter()
        self._recolor()
        self.show_legend()
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._notice = str(readable_error(error, self.tr("These two cannot be compared")))
        self.side_changed.emit()

    def _on_view_changed(self, name: str) -> None:
        if name == "opacity":
            self._recolor()
            self.changed.emit()
        elif name == "filters" and self._layer:
            self._filter()
            self.show_legend()
            self.changed.emit()

    def _filter(self) -> None:
        if self._layer and self._compared:
            presenter_of(self._compared[0].prediction).filter_difference(self._layer, self.view.filters)

    def _recolor(self) -> None:
        if self._layer:
            self._layer.set_colors(self.theme, self.view.opacity)


def _is_like(some: Sequence[DifferenceSide[Any]], others: Sequence[DifferenceSide[Any]]) -> bool:
    """Whether comparing these comes to the same."""
    return len(some) == len(others) and all(a.is_like(b) for a, b in zip(some, others, strict=True))
