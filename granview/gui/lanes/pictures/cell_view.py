"""One cell: a scene's canvas, over which head and foot float."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from granview.gui.lanes import cell_menu
from granview.gui.lanes.cell_foot import CellFoot
from granview.gui.lanes.cell_head import CellHead, head_text
from granview.gui.lanes.cell_status import cell_status
from granview.gui.lanes.pictures.canvas import Canvas
from granview.gui.lanes.pictures.cell_artist import CellArtist
from granview.gui.lanes.pictures.scene import Scene
from granview.gui.lanes.status_card import StatusCard
from granview.gui.model.picture_tone import PictureTone
from granview.gui.model.readout import Readout
from granview.gui.model.viewport import Viewport
from granview.gui.presenters.picture_content import PictureContent
from granview.gui.presenters.pixel_words import position_words
from granview.gui.style.theme import Theme

_BY_KEYBOARD = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class CellView(QWidget):
    """Shows the contents of a scene's artists. Signals name what the user asks for and the lane it is asked of."""

    requested = Signal(str, str)

    def __init__(
        self,
        scene: Scene,
        viewport: Viewport,
        theme: Theme,
        parent: QWidget | None = None,
        tone: PictureTone | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._scene = scene
        self._viewport = viewport
        self._theme = theme
        self._contents: tuple[PictureContent, ...] = ()
        self._hint = ""
        self._shows_focus = False
        self._common: frozenset[str] = frozenset()
        self.canvas = Canvas(scene, viewport, theme, None, tone)
        self.head = CellHead(theme, self, floats=True)
        self.foot = CellFoot(theme, self, floats=True)
        self.card = StatusCard(theme, self.canvas)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.canvas)
        self.head.raise_()
        self.foot.raise_()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas.resized.connect(self._place_all)
        self.foot.changed.connect(self._place_foot)
        self.canvas.region_asked.connect(self._on_region_asked)
        self.card.acted.connect(self._on_card_acted)
        scene.side_changed.connect(self.refresh)
        scene.changed.connect(self._show_notice)
        viewport.cursor_changed.connect(self._show_readouts)
        viewport.linked_changed.connect(self._show_readouts)
        viewport.changed.connect(self._show_readouts)
        if tone is not None:
            tone.source_changed.connect(self._show_readouts)

    @property
    def contents(self) -> tuple[PictureContent, ...]:
        """What is shown: one content, or left and right."""
        return self._contents

    @property
    def scene(self) -> Scene:
        """What draws the canvas."""
        return self._scene

    def show_artists(self, artists: Sequence[CellArtist], reference: PictureContent | None, hint: str) -> None:
        """Show what these artists paint; ``hint`` stands in the foot where nothing weightier does."""
        self._contents = tuple(artist.content for artist in artists)
        self._hint = hint
        self._scene.show(artists, reference)
        self.setAccessibleName("; ".join(head_text(content) for content in self._contents))
        said = (" ".join((content.message, *content.lane_notices)).strip() for content in self._contents)
        self.setAccessibleDescription("; ".join(filter(None, said)))
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        for part in (self.head, self.canvas, self.foot):
            part.set_theme(theme)
        self.refresh()
        self.update()

    def canvas_room(self) -> QSizeF:
        """Room for the picture at the cell's size, before the layout has run as after."""
        return QSizeF(self._room().size())

    def set_near(self, near: bool) -> None:
        """Say everything in head and foot while the pointer is near; else the names, what is wrong and notices."""
        self.head.set_near(near)
        self._place_head()

    def set_common_notices(self, notices: frozenset[str]) -> None:
        """Notices that all lanes have get no sign in the head."""
        if notices != self._common:
            self._common = notices
            self.refresh()

    def event(self, event: QEvent) -> bool:
        """Say what head and foot have to say in full, though the mouse goes through them to the picture."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for part in (self.head, self.foot):
                if part.isVisible() and part.geometry().contains(event.pos()):
                    QToolTip.showText(event.globalPos(), part.toolTip(), self)
                    return True
        return super().event(event)

    def open_menu(self, at: QPoint) -> None:
        """Offer what can be done with this cell, at a point of the screen."""
        offered = cell_menu.cell_menu(self._contents, self)
        offered.triggered.connect(lambda action: self._on_chosen(*action.data()))
        offered.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered.popup(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with this cell."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.open_menu(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus, when it came by the keyboard."""
        super().focusInEvent(event)
        self._shows_focus = event.reason() in _BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is gone."""
        super().focusOutEvent(event)
        self._shows_focus = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the border, in the accent where the keyboard's focus is."""
        with QPainter(self) as painter:
            painter.setPen(QPen(self._theme.color("accent" if self._shows_focus else "border"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def refresh(self) -> None:
        """Bring head, foot and card up to date."""
        self.head.show_contents(self._contents, self._scene.active, self._common)
        self._place_head()
        status = next((status for content in self._contents if (status := cell_status(content))), None)
        self.card.show_status(status, self._theme)
        self._place_card()
        self._show_notice()
        self._show_readouts()

    def _show_notice(self) -> None:
        self._scene.show_legend()
        said = [
            content.message
            for content in self._contents
            if (content.has_result or content.is_plain) and content.message
        ]
        self.foot.show_notice(next(filter(None, (self._scene.notice, *said, self._hint)), ""))

    def _show_readouts(self) -> None:
        point = self._viewport.cursor
        if point is None:
            self.foot.show_readouts((), "")
        else:
            position = self._position(point) if self.canvas.underMouse() else ""
            self.foot.show_readouts([self._readout(content, point) for content in self._contents], position)

    def _position(self, point: QPointF) -> str:
        """Column and row of the px, its own values in the file, and the zoom in px of the device."""
        picture = next((content.picture for content in self._contents if content.picture), None)
        values = () if self._tone is None else self._tone.values_at(point, picture)
        return position_words(point, values, self._viewport.zoom)

    def _readout(self, content: PictureContent, point: QPointF) -> Readout | None:
        linked = self._viewport.linked.get(content.key)
        return linked if linked is not None else content.readout(point, self._scene.view.filters)

    def _room(self) -> QRect:
        margins = self.contentsMargins() + self._column.contentsMargins()
        return self.rect().marginsRemoved(margins)

    def _place_all(self) -> None:
        self._place_card()
        self._place_head()
        self._place_foot()

    def _place_head(self) -> None:
        """In the corner, as wide as its words; across the whole cell where it names two lanes."""
        room = self._room()
        width = room.width() if len(self._contents) > 1 else min(self.head.sizeHint().width(), room.width())
        self.head.setGeometry(room.left(), room.top(), max(width, 0), self.head.height())

    def _place_foot(self) -> None:
        room = self._room()
        size = self.foot.floating_size(room.width()).boundedTo(room.size())
        self.foot.setVisible(not size.isEmpty())
        self._scene.leave_room(size.height())
        self.canvas.leave_room(size.height())
        self.foot.setGeometry(room.left(), room.bottom() + 1 - size.height(), size.width(), size.height())

    def _place_card(self) -> None:
        if self.card.status is not None:
            has_picture = any(content.picture for content in self._contents)
            self.card.place(self.canvas.rect(), in_the_way=has_picture)

    def _on_region_asked(self, point: QPointF) -> None:
        """Name the cell that can be seen at the mouse: of two, the first that is shown."""
        shown = [content for content, seen in zip(self._contents, self._scene.active, strict=True) if seen]
        for content in shown[:1]:
            self._viewport.pick_region(content.key, point)

    def _on_card_acted(self) -> None:
        stuck = next((content for content in self._contents if cell_status(content)), None)
        if stuck is not None:
            self.requested.emit(cell_menu.RESTART, stuck.key)

    def _on_chosen(self, what: str, key: str) -> None:
        if what == cell_menu.COPY:
            QGuiApplication.clipboard().setPixmap(self.canvas.grab())
        else:
            self.requested.emit(what, key)
