"""Line icons from ``resources/icons``, drawn at any size in the theme's colour."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from granview.core.resources import resource_path

_DISABLED_OPACITY = 0.35


class IconSet:
    """Makes icons whose colour follows the theme: after ``recolor`` every icon made before paints in the new colour.

    Args:
        color: Hex colour of the lines.
        accent: Hex colour of the lines of an icon that is switched on.
    """

    def __init__(self, color: str, accent: str) -> None:
        self._color = color
        self._accent = accent

    def recolor(self, color: str, accent: str) -> None:
        """Use other colours from the next paint on."""
        self._color, self._accent = color, accent

    def icon(self, name: str, color: str | None = None) -> QIcon:
        """The icon of that name; in a fixed ``color`` when one is given."""
        return QIcon(_LineEngine(self, name, color))

    def pixmap(self, name: str, edge_px: int, color: str | None = None) -> QPixmap:
        """The icon as a square picture."""
        return self.icon(name, color).pixmap(QSize(edge_px, edge_px))

    def line_color(self, state: QIcon.State) -> str:
        """Colour of the lines in a state."""
        return self._accent if state == QIcon.State.On else self._color


def application_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(resource_path("icons", "granview.svg")))


class _LineEngine(QIconEngine):
    def __init__(self, icons: IconSet, name: str, color: str | None) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._fixed = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        color = self._fixed or self._icons.line_color(state)
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(_DISABLED_OPACITY)
        _renderer(self._name, color).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():
            return QPixmap()
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        return picture

    def clone(self) -> QIconEngine:
        return _LineEngine(self._icons, self._name, self._fixed)


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    text = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", color).encode()))
