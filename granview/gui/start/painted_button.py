"""A button that draws itself: its ground, its focus, and what stands on it."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from granview.gui.style.stylesheet import mixed
from granview.gui.style.theme import SPACING, Theme

RADIUS_PX: Final = 10
_ARROWS: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_PRESSES: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OWN: Final = _ARROWS | _PRESSES | {Qt.Key.Key_Space}


class PaintedButton(QAbstractButton):
    """Pressed by mouse, Space and Return; arrows go to the neighbours of its group.

    Args:
        title: What it does, also for screen readers.
        detail: More of it, in a line.
        theme: Colours.
        parent: Where it stands.
    """

    def __init__(self, title: str, detail: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.detail = detail
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self.theme = theme
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep arrows, Space and Return from the window's acts while this has the focus."""
        is_own = isinstance(event, QKeyEvent) and event.key() in _OWN and not event.modifiers()
        if is_own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Return, too."""
        if event.key() in _PRESSES:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, then what stands on it, then the frame."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            path = QPainterPath()
            path.addRoundedRect(area, RADIUS_PX, RADIUS_PX)
            painter.fillPath(path, self.ground())
            painter.save()
            painter.setClipPath(path)
            self.draw(painter, area)
            painter.restore()
            painter.setPen(self.frame())
            painter.drawPath(path)

    def ground(self) -> QColor:
        """Its colour, by whether it is chosen, under the mouse or pressed."""
        theme = self.theme
        if self.isDown():
            return theme.color("border")
        if self.isChecked():
            return QColor(mixed(theme.panel, theme.accent, 0.12))
        return theme.color("raised" if self.underMouse() else "panel")

    def frame(self) -> QPen:
        """The line round it: thick and in the accent's colour while it has the focus."""
        if self.hasFocus():
            return QPen(self.theme.color("accent"), 2)
        return QPen(self.theme.color("accent" if self.isChecked() else "border"), 1)

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw what stands on it."""
        raise NotImplementedError

    def title_font(self, larger: float = 1.0) -> QFont:
        """The title's font, so much larger than the window's."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * larger)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """Wide enough for its words."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 6 * SPACING
        return QSize(width, 7 * SPACING)
