"""Difference: where two lanes disagree, and with a reference which of them is right."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from granview.core.readable_errors import readable_error
from granview.gui.background.latest_result import BackgroundPool, Latest
from granview.gui.lanes.pictures.cell_artist import CellArtist
from granview.gui.lanes.pictures.scene import Scene
from granview.gui.model.view_state import ViewState
from granview.gui.paint.frame import Frame
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.presenters.picture_presenter import DifferenceLayer, DifferenceRow, DifferenceSide, difference_of
from granview.gui.style.theme import SPACING, Theme

_VEIL: Final = 0.35
_SWATCH: Final = 12
_MAX_WIDTH: Final = 360


class DifferenceScene(Scene):
    """Paints a difference over the dimmed picture, with a legend that names its colours."""

    def __init__(self, view: ViewState, theme: Theme, background: BackgroundPool) -> None:
        super().__init__(view, theme, background)
        self._legend: DifferenceLegend | None = None
        self._area = QRect()
        self._compared: list[DifferenceSide[Any]] = []
        self._notice = ""
        self._layer: DifferenceLayer | None = None
        self._comparing: Latest[DifferenceLayer] = Latest(background, self._on_compared, self._on_failed)
        view.changed.connect(self._on_view_changed)

    @property
    def notice(self) -> str:
        """Why there is no difference, where there is none."""
        return self._notice

    def attach(self, canvas: QWidget) -> None:
        """Lay the legend over the canvas."""
        self._legend = DifferenceLegend(self.theme, canvas)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        super().set_theme(theme)
        if self._legend:
            self._legend.set_theme(theme)
        self._recolor()

    def place(self, area: QRect) -> None:
        """Put the legend into the lower left corner."""
        self._area = area
        if self._legend:
            size = self._legend.sizeHint().boundedTo(area.size())
            bottom = area.bottom() - SPACING - size.height()
            self._legend.setGeometry(area.left() + SPACING, bottom, size.width(), size.height())

    def show(self, artists: Sequence[CellArtist], reference: PictureContent | None) -> None:
        """Compare these from now on; what has been compared already is kept."""
        super().show(artists, reference)
        both = [side for artist in artists if (side := artist.content.side) is not None]
        truth = None if reference is None else reference.side
        compared = [side for side in (*both, truth) if side is not None]
        if not _is_like(compared, self._compared):
            self._compared = compared
            self._compare(both, truth)
        self._show_legend()

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
        self._recolor()
        self._show_legend()
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._notice = str(readable_error(error, self.tr("These two cannot be compared")))
        self.side_changed.emit()

    def _on_view_changed(self, name: str) -> None:
        if name == "opacity":
            self._recolor()
            self.changed.emit()

    def _recolor(self) -> None:
        if self._layer:
            self._layer.set_colors(self.theme, self.view.opacity)

    def _show_legend(self) -> None:
        if self._legend:
            self._legend.show_rows(self._layer.rows if self._layer else ())
            self.place(self._area)


def _is_like(some: Sequence[DifferenceSide[Any]], others: Sequence[DifferenceSide[Any]]) -> bool:
    """Whether comparing these comes to the same."""
    return len(some) == len(others) and all(a.is_like(b) for a, b in zip(some, others, strict=True))


class DifferenceLegend(QWidget):
    """Names the colours of a difference map, with the part of the picture that each takes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[DifferenceRow, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Legend of the differences"))
        self.hide()

    @property
    def rows(self) -> tuple[DifferenceRow, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[DifferenceRow]) -> None:
        """Show these lines; none hides the legend."""
        self._rows = tuple(rows)
        self.setAccessibleDescription("; ".join(f"{row.text} {row.percent}" for row in rows))
        self.setVisible(bool(rows))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the lines need."""
        metrics = self.fontMetrics()
        words = max((metrics.horizontalAdvance(row.text) for row in self._rows), default=0)
        width = 5 * SPACING + _SWATCH + SPACING + words + metrics.horizontalAdvance("100.0 %")
        return QSize(min(width, _MAX_WIDTH), len(self._rows) * self._line() + 2 * SPACING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines on a card."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.color("border"))
            painter.setBrush(self._theme.color("panel", 0.94))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), SPACING, SPACING)
            for index, row in enumerate(self._rows):
                self._paint_row(painter, row, SPACING + index * self._line())

    def _line(self) -> int:
        return self.fontMetrics().height() + SPACING // 2

    def _paint_row(self, painter: QPainter, row: DifferenceRow, top: int) -> None:
        area = self.rect().adjusted(SPACING + SPACING // 2, 0, -SPACING - SPACING // 2, 0)
        area.setTop(top)
        area.setHeight(self._line())
        swatch = QRectF(area.left() + 0.5, area.center().y() - _SWATCH / 2 + 0.5, _SWATCH, _SWATCH)
        painter.setPen(QPen(self._theme.color("muted")) if not row.role else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(row.role) if row.role else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(swatch, 3, 3)
        words = area.adjusted(_SWATCH + SPACING, 0, 0, 0)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.percent)
        words.setRight(words.right() - painter.fontMetrics().horizontalAdvance("100.0 %") - SPACING)
        text = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(self._theme.color("text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
