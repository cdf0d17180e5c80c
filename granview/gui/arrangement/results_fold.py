"""The results at the bottom, folded away and brought back as they were."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar


@dataclass(frozen=True)
class Folded:
    """What was folded away.

    Attributes:
        names: The panels.
        front: Those in front of their tabs.
        widths_px: How wide each of these stood.
        height_px: How high they stood.
    """

    names: tuple[str, ...]
    front: tuple[str, ...]
    widths_px: tuple[int, ...]
    height_px: int

    def without_sizes(self) -> "Folded":
        """The same panels, folded before anybody saw them: Qt has not given them the sizes that they are to have."""
        return Folded(self.names, (), (), 0)

    def as_bytes(self) -> bytes:
        """To be kept."""
        lists = (self.names, self.front, map(str, self.widths_px), (str(self.height_px),))
        return ";".join(",".join(each) for each in lists).encode()

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Folded | None":
        """What was kept; None where it cannot be read."""
        parts = [tuple(filter(None, part.split(","))) for part in kept.decode("utf-8", "replace").split(";")]
        try:
            names, front, widths, (height,) = parts
            return cls(names, front, tuple(map(int, widths)), int(height))
        except ValueError:
            return None


def fold(window: QMainWindow, docks: Mapping[str, QDockWidget]) -> Folded:
    """Hide the panels at the bottom; what is needed to bring them back."""
    at_bottom = {name: dock for name, dock in docks.items() if _is_at_bottom(window, dock)}
    front = {name: dock for name, dock in at_bottom.items() if in_front(dock)}
    height_px = height_with_tabs(window, front.values())
    folded = Folded(tuple(at_bottom), tuple(front), tuple(dock.width() for dock in front.values()), height_px)
    for dock in at_bottom.values():
        dock.hide()
    return folded


def unfold(window: QMainWindow, docks: Mapping[str, QDockWidget], folded: Folded, settle: Callable[[], None]) -> None:
    """Bring back what was folded away, as high as it stood, with the same panels in front.

    Args:
        window: Where.
        docks: Every dock, by its panel's name.
        folded: What was folded away.
        settle: Lays out what is there, so that no title bar takes room that a tab has.
    """
    back = [docks[name] for name in folded.names if name in docks]
    for dock in back:
        dock.show()
    settle()
    if back and folded.height_px:
        window.resizeDocks(back, [folded.height_px] * len(back), Qt.Orientation.Vertical)
    front = [docks[name] for name in folded.front if name in docks]
    if len(front) == len(folded.widths_px):
        window.resizeDocks(front, list(folded.widths_px), Qt.Orientation.Horizontal)
    for dock in front:
        dock.raise_()


def height_with_tabs(window: QMainWindow, docks: Iterable[QDockWidget]) -> int:
    """The height that a row of docks takes with the tabs above them, as Qt counts when it sizes them; 0 of none."""
    bars = [bar for bar in window.findChildren(QTabBar) if bar.parent() is window and bar.isVisible()]
    tabs = {bar.geometry().bottom() + 1: bar.height() for bar in bars}
    return max((dock.height() + tabs.get(dock.y(), 0) for dock in docks if in_front(dock)), default=0)


def in_front(dock: QDockWidget) -> bool:
    """Whether a dock is in view, not behind another tab: those Qt puts outside the window, as they were."""
    return dock.isVisible() and dock.x() >= 0


def _is_at_bottom(window: QMainWindow, dock: QDockWidget) -> bool:
    bottom = window.dockWidgetArea(dock) == Qt.DockWidgetArea.BottomDockWidgetArea
    return bottom and not dock.isFloating() and not dock.isHidden()
