"""The grid of pictures: every lane's result on one picture, in the mode that is chosen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSizeF, QThreadPool
from PySide6.QtGui import QEnterEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from granview.core.labels import Color
from granview.gui.background.latest_result import BackgroundPool
from granview.gui.lanes.cell_grid import CellGrid
from granview.gui.lanes.pictures.cell_artist import CellArtist
from granview.gui.lanes.pictures.cell_view import CellView
from granview.gui.lanes.pictures.linked_artists import LinkedArtists
from granview.gui.lanes.pictures.modes import MODES, Group
from granview.gui.lanes.pictures.navigator import Navigator
from granview.gui.lanes.pictures.scene import Scene
from granview.gui.lanes.tiling import best_columns, tiles
from granview.gui.model.picture_tone import PictureTone
from granview.gui.model.view_state import PAIR_MODES, ViewState
from granview.gui.model.viewport import Viewport
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.paint.toned_picture import TonedPicture
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.style.theme import SPACING, Theme

_NAVIGATES: Final = "show_navigator"
_ARRANGES: Final = frozenset({"mode", "left", "right", "solo", "show_reference"})
_COLORS: Final = frozenset({"opacity", "outline_only", "hidden_classes", "highlighted_class"})
_FILTERS: Final = frozenset({"filters", "options"})
_GAP: Final = SPACING // 2
_BORDER: Final = 2
_ROLES: Final = ("right", "missed", "invented", "partly", "unnamed")


class PictureGrid(CellGrid):
    """Shows contents as cells that share one viewport.

    Args:
        view: How results are shown; the grid follows every change.
        viewport: Which part of the picture is shown, shared with whoever else moves it.
        theme: Colours.
        pool: Where masks are prepared; the application's own pool when None.
        tone: In which window level, gamma and channel pictures are shown, shared with whoever else chooses them.
    """

    def __init__(
        self,
        view: ViewState,
        viewport: Viewport,
        theme: Theme,
        pool: QThreadPool | None = None,
        parent: QWidget | None = None,
        tone: PictureTone | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._viewport = viewport
        self._theme = theme
        self._tone = tone or PictureTone(self)
        self._background = BackgroundPool(pool or QThreadPool.globalInstance())
        self._contents: tuple[PictureContent, ...] = ()
        self._artists: dict[str, CellArtist] = {}
        self._linked = LinkedArtists(self._background, self._on_ready)
        self._linked.set_style(self._style())
        self._cells: list[CellView] = []
        self._navigator: Navigator | None = None
        self._scene: type[Scene] | None = None
        self._is_near = False
        view.changed.connect(self._on_view_changed)
        viewport.cursor_changed.connect(self._on_cursor_changed)
        self._tone.changed.connect(self._on_tone_changed)
        self._tone.source_changed.connect(self._on_tone_changed)

    @property
    def cells(self) -> tuple[CellView, ...]:
        """The cells shown now, row by row."""
        return tuple(self._cells)

    def show_cells(self, contents: Sequence[PictureContent]) -> None:
        """Show these contents; pictures of earlier contents may be released once this has returned."""
        self._contents = tuple(contents)
        self._update_artists()
        picture = next((content.picture for content in contents if content.picture), None)
        if picture is not None:
            self._viewport.set_image_size(picture.width, picture.height)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self._restyle()
        for cell in self._cells:
            cell.set_theme(theme)
        if self._navigator is not None:
            self._navigator.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cells in the new room."""
        super().resizeEvent(event)
        self._place()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is near: say more of each lane."""
        super().enterEvent(event)
        self.set_near(True)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer rests elsewhere: leave the picture to the eye."""
        super().leaveEvent(event)
        self.set_near(False)

    def set_near(self, near: bool) -> None:
        """Say all of each lane while the pointer is near the pictures, and what matters while it is not."""
        self._is_near = near
        for cell in self._cells:
            cell.set_near(near or self._view.keep_heads)

    def _update_artists(self) -> None:
        keys = {content.key for content in self._contents}
        for gone in self._artists.keys() - keys:
            self._artists.pop(gone).close()
        for content in self._contents:
            if content.key not in self._artists:
                self._artists[content.key] = CellArtist(self._background, self._on_ready)
                self._artists[content.key].set_style(self._style())
            self._artists[content.key].show(content)
        self._tone_pictures()
        self._linked.show(self._artists)
        self._point()

    def _tone_pictures(self) -> None:
        """Paint the picture as it is to be shown, once for all cells; as models get it where nothing else is chosen."""
        picture = next((content.picture for content in self._contents if content.picture), None)
        plain = picture is None or self._tone.is_plain
        toned = None if plain or picture is None else TonedPicture(picture, self._tone)
        for artist in self._artists.values():
            artist.set_toned(toned)

    def _on_tone_changed(self) -> None:
        self._tone_pictures()
        self._repaint_canvases()

    def _arrange(self) -> None:
        plan = MODES[self._view.mode]
        groups = plan.choose(self._contents, self._view)
        is_pair = self._view.mode in PAIR_MODES
        lonely = is_pair and any(len(group) < 2 for group in groups)
        self._fit_cells(len(groups), Scene if lonely else plan.scene)
        for cell, group in zip(self._cells, groups, strict=True):
            self._fill(cell, group, self.tr("This view compares two lanes. Add another lane.") if lonely else "")
            cell.set_common_notices(self._common_notices())
            cell.set_near(self._is_near or self._view.keep_heads)
        self._place()

    def _common_notices(self) -> frozenset[str]:
        """What must be known of every lane with a result alike, so that no sign at one of them says it better."""
        lanes = [
            frozenset(content.lane_notices) for content in self._contents if content.is_lane and content.has_result
        ]
        return frozenset.intersection(*lanes) if len(lanes) > 1 else frozenset()

    def _fit_cells(self, count: int, scene: type[Scene]) -> None:
        """Keep the cells that can be kept: a scene's state and the focus live in them."""
        keep = count if scene is self._scene else 0
        if not keep:
            self._navigator = None
        for cell in self._cells[keep:]:
            cell.hide()
            cell.deleteLater()
        del self._cells[keep:]
        self._scene = scene
        while len(self._cells) < count:
            self._cells.append(self._new_cell(scene))

    def _new_cell(self, scene: type[Scene]) -> CellView:
        cell = CellView(scene(self._view, self._theme, self._background), self._viewport, self._theme, self, self._tone)
        cell.requested.connect(self.requested)
        cell.show()
        return cell

    def _fill(self, cell: CellView, group: Group, hint: str) -> None:
        reference = next((content for content in self._contents if content.is_reference), None)
        cell.show_artists([self._artists[content.key] for content in group], reference, hint)

    def _place(self) -> None:
        if not self._cells:
            return
        columns = best_columns(len(self._cells), QSizeF(self.size()), self._viewport.image_size, _BORDER)
        for cell, tile in zip(self._cells, tiles(len(self._cells), columns, self.rect(), _GAP), strict=True):
            cell.setGeometry(tile)
        room = self._cells[0].canvas_room()
        self._viewport.set_view_size(room.width(), room.height(), self.devicePixelRatioF())
        self._navigate()

    def _navigate(self) -> None:
        """Have the navigator over the first cell."""
        canvas = self._cells[0].canvas
        if self._navigator is None or self._navigator.parentWidget() is not canvas:
            self._navigator = Navigator(self._viewport, self._theme, self._paint_picture, canvas)
        self._navigator.set_wanted(self._view.show_navigator)

    def _paint_picture(self, painter: QPainter, frame: Frame) -> None:
        for artist in list(self._artists.values())[:1]:
            artist.paint_picture(painter, frame)

    def _style(self) -> OverlayStyle:
        view = self._view
        return OverlayStyle(
            view.opacity,
            view.outline_only,
            view.hidden_classes,
            view.emphasised_class,
            self._rgb("unnamed"),
            view.filters,
            view.options,
            {role: self._rgb(role) for role in _ROLES},
        )

    def _rgb(self, role: str) -> Color:
        color = self._theme.color(role)
        return color.red(), color.green(), color.blue()

    def _restyle(self) -> None:
        style = self._style()
        self._linked.set_style(style)
        for artist in self._artists.values():
            artist.set_style(style)
        self._repaint_canvases()

    def _repaint_canvases(self) -> None:
        for cell in self._cells:
            cell.canvas.update()

    def _on_ready(self) -> None:
        self._point()
        for cell in self._cells:
            cell.refresh()
        self._repaint_canvases()

    def _point(self) -> bool:
        """Let what is under the mouse stand out, and say what each cell says of it; whether it is another."""
        is_other = self._linked.point_at(self._viewport.cursor_key, self._viewport.cursor)
        self._viewport.set_linked(self._linked.readouts())
        return is_other

    def _on_cursor_changed(self) -> None:
        if self._point():
            self._repaint_canvases()

    def _on_view_changed(self, name: str) -> None:
        if name in _COLORS:
            self._restyle()
        elif name in _FILTERS:
            self._restyle()
            self._point()
            for cell in self._cells:
                cell.refresh()
        elif name == "keep_heads":
            self.set_near(self._is_near)
        elif name == _NAVIGATES and self._cells:
            self._navigate()
        elif name in _ARRANGES:
            self._arrange()
