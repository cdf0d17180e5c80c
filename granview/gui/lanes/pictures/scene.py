"""What one canvas draws: the base of every mode's way of showing one lane, or one against another."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from granview.gui.background.latest_result import BackgroundPool
from granview.gui.lanes.pictures.cell_artist import CellArtist
from granview.gui.lanes.pictures.scene_legend import SceneLegend
from granview.gui.model.view_state import ViewState
from granview.gui.paint.frame import Frame
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.presenters.picture_presenter import DifferenceRow
from granview.gui.style.theme import Theme


class Scene(QObject):
    """Draws the content of one or two artists; may lay widgets over the canvas.

    ``changed`` asks for a new painting, ``side_changed`` tells that another side is shown (see ``active``).
    """

    changed = Signal()
    side_changed = Signal()

    def __init__(self, view: ViewState, theme: Theme, background: BackgroundPool) -> None:
        super().__init__()
        self.view = view
        self.theme = theme
        self.background = background
        self.artists: tuple[CellArtist, ...] = ()
        self.reference: PictureContent | None = None
        self._shown: tuple[tuple[CellArtist, int], ...] = ()
        self._legend: SceneLegend | None = None
        self._area = QRect()
        self._foot_px = 0

    @property
    def active(self) -> tuple[bool, ...]:
        """For each content, whether it can be seen now."""
        return tuple(True for _ in self.artists)

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture to draw."""
        return any(artist.content.picture is not None for artist in self.artists)

    @property
    def notice(self) -> str:
        """What the user must know about what is drawn; empty when there is nothing to know."""
        return next((artist.notice for artist in self.artists if artist.notice), "")

    @property
    def legend_rows(self) -> Sequence[DifferenceRow]:
        """Colours of what is drawn that are no classes, in words."""
        return next((artist.legend for artist in self.artists[:1]), ())

    def key_at(self, position: QPointF, area: QRect) -> str | None:
        """The cell whose prediction is drawn at a point of the canvas.

        Args:
            position: In px of the canvas.
            area: The canvas.
        """
        shown = [artist for artist, seen in zip(self.artists, self.active, strict=True) if seen]
        return shown[0].content.key if shown else None

    def show_legend(self) -> None:
        """Bring the card over the canvas up to date."""
        if self._legend:
            self._legend.show_rows(self.legend_rows)
            self._place_legend()

    def leave_room(self, foot_px: int) -> None:
        """Keep the card clear of what floats over the lower edge, so many px high."""
        if foot_px != self._foot_px:
            self._foot_px = foot_px
            self._place_legend()

    def _place_legend(self) -> None:
        if self._legend:
            self._legend.place_in(self._area.adjusted(0, 0, 0, -self._foot_px))

    def show(self, artists: Sequence[CellArtist], reference: PictureContent | None) -> None:
        """Draw these from now on; ``reference`` is the sample's ground truth, shown or not."""
        self.artists = tuple(artists)
        self.reference = reference
        shown = tuple((artist, artist.revision) for artist in artists)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
        self.show_legend()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.theme = theme
        if self._legend:
            self._legend.set_theme(theme)

    def attach(self, canvas: QWidget) -> None:
        """Lay widgets over the canvas: here the legend."""
        self._legend = SceneLegend(self.theme, canvas)

    def place(self, area: QRect) -> None:
        """Move those widgets to their place in the canvas's area."""
        self._area = area
        self._place_legend()

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw what is in the frame."""
        for artist in self.artists[:1]:
            artist.paint_picture(painter, frame)
            artist.paint_prediction(painter, frame)
