"""Blink: the left and the right lane in turn, at the same place; what differs jumps to the eye."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from granview.gui.background.latest_result import BackgroundPool
from granview.gui.lanes.overlay_style_sheets import button_style_sheet
from granview.gui.lanes.pictures.cell_artist import CellArtist
from granview.gui.lanes.pictures.scene import Scene
from granview.gui.model.view_state import ViewState
from granview.gui.paint.frame import Frame
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.presenters.picture_presenter import DifferenceRow
from granview.gui.style.theme import SPACING, Theme


class BlinkScene(Scene):
    """Shows one artist, then the other; a button over the canvas names the one shown, and pauses."""

    def __init__(self, view: ViewState, theme: Theme, background: BackgroundPool) -> None:
        super().__init__(view, theme, background)
        self._side = 0
        self._button: QPushButton | None = None
        self._width = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.flip)
        view.changed.connect(self._on_view_changed)
        self._apply_pace()

    @property
    def active(self) -> tuple[bool, ...]:
        """Only the side shown now can be seen."""
        return tuple(index == self._side for index in range(len(self.artists)))

    @property
    def legend_rows(self) -> Sequence[DifferenceRow]:
        """The colours of the side shown now."""
        return self.artists[self._side].legend if len(self.artists) == 2 else super().legend_rows

    def attach(self, canvas: QWidget) -> None:
        """Lay the button over the canvas."""
        super().attach(canvas)
        self._button = QPushButton(canvas)
        self._button.clicked.connect(self._on_clicked)
        self.set_theme(self.theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        super().set_theme(theme)
        if self._button:
            self._button.setStyleSheet(button_style_sheet(theme))
        self._label()

    def place(self, area: QRect) -> None:
        """Put the button at the top, in the middle."""
        super().place(area)
        if self._button:
            size = self._button.sizeHint()
            self._width = max(self._width, size.width())
            self._button.setGeometry(
                area.center().x() - self._width // 2, area.top() + SPACING, self._width, size.height()
            )

    def flip(self) -> None:
        """Show the other side."""
        self._side = 1 - self._side
        self._label()
        self.show_legend()
        self.side_changed.emit()
        self.changed.emit()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw the picture and the prediction of the side shown now."""
        if len(self.artists) == 2:
            self.artists[0].paint_picture(painter, frame)
            self.artists[self._side].paint_prediction(painter, frame)

    def show(self, artists: Sequence[CellArtist], reference: PictureContent | None) -> None:
        """Draw these from now on, in turn."""
        super().show(artists, reference)
        self._width = 0
        self._label()

    def _label(self) -> None:
        if self._button and len(self.artists) == 2:
            sign = "▶" if self.view.blink_paused else "❚❚"
            side = self.tr("left") if self._side == 0 else self.tr("right")
            title = self.artists[self._side].content.title
            self._button.setText(f"{sign}   {title} · {side}")
            act = self.tr("Go on blinking") if self.view.blink_paused else self.tr("Pause blinking")
            self._button.setToolTip(act)
            self._button.setAccessibleName(f"{act}. {title}, {side}")
            self.place(self._area)

    def _apply_pace(self) -> None:
        if self.view.blink_paused:
            self._timer.stop()
        else:
            self._timer.start(self.view.blink_interval_ms)

    def _on_clicked(self) -> None:
        self.view.blink_paused = not self.view.blink_paused

    def _on_view_changed(self, name: str) -> None:
        if name in ("blink_paused", "blink_interval_ms"):
            self._apply_pace()
            self._label()
