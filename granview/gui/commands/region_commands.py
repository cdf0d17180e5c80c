"""Moving through the window by keys alone: from region to region, from cell to cell, and back to the cells."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from granview.gui.lanes.panel import LaneGrid
from granview.gui.widgets.action_set import ActionSet

_KEYS: Final = Qt.FocusReason.TabFocusReason


class RegionCommands(QObject):
    """Adds the acts. Each region gets the keys where it last had them, or at its first control.

    Args:
        regions: The parts of the window as they stand: from the top, then clockwise from the left.
        centre: The cells, or the start page.
        actions: Where the acts are added.
        parent: The window.
    """

    def __init__(
        self,
        regions: Callable[[], Sequence[QWidget]],
        centre: Callable[[], QWidget],
        actions: ActionSet,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._all, self._centre = regions, centre
        tr = self.tr
        words = tr("From the lanes' bar to the panels, the pictures and back; Tab goes on within each")
        actions.add("next-region", tr("Next part of the window"), lambda: self._step(1), ("F6",), "", words)
        actions.add("previous-region", tr("Previous part of the window"), lambda: self._step(-1), ("Shift+F6",))
        actions.add("next-cell", tr("Next cell"), lambda: self._step_cell(1), ("Ctrl+Right",))
        actions.add("previous-cell", tr("Previous cell"), lambda: self._step_cell(-1), ("Ctrl+Left",))
        words = tr("The panel that has the keys leaves the window, or stands in it again")
        actions.add("float-panel", tr("F&loat or dock panel"), self._float, (), "", words)

    def regions(self) -> list[QWidget]:
        """Those that are shown and can have the keys, as they stand: from the top, then clockwise from the left."""
        return [region for region in self._all() if next(_controls(region), None) is not None]

    def leave(self) -> None:
        """Give the keys back to the cells, or to the start page."""
        self._enter(self._centre())

    def _step(self, by: int) -> None:
        regions = self.regions()
        if not regions:
            return
        now = QApplication.focusWidget()
        at = next((place for place, each in enumerate(regions) if each is now or _is_in(each, now)), None)
        self._enter(regions[(at + by) % len(regions) if at is not None else 0])

    def _enter(self, region: QWidget) -> None:
        before = region.focusWidget()
        controls = list(_controls(region))
        target = before if before in controls else next(iter(controls), None)
        if target is not None:
            if isinstance(region, QDockWidget) and region.isFloating():
                region.activateWindow()
            target.setFocus(_KEYS)

    def _float(self) -> None:
        dock = QApplication.focusWidget()
        while dock is not None and not isinstance(dock, QDockWidget):
            dock = dock.parentWidget()
        if dock is not None:
            dock.setFloating(not dock.isFloating())

    def _step_cell(self, by: int) -> None:
        grid = self._centre().findChild(LaneGrid)
        shown: tuple[QWidget, ...] = () if grid is None else grid.cells
        if not shown:
            return
        now = QApplication.focusWidget()
        at = next((place for place, cell in enumerate(shown) if cell is now or _is_in(cell, now)), 0 if by < 0 else -1)
        target = _first(shown[(at + by) % len(shown)])
        if target is not None:
            target.setFocus(_KEYS)


def _first(root: QWidget) -> QWidget | None:
    """The root itself, or the first control in it."""
    return root if _takes_keys(root) else next(_controls(root), None)


def _controls(root: QWidget) -> Iterator[QWidget]:
    """What Tab reaches in a region, in the order in which it does."""
    if not root.isVisible() or root.visibleRegion().isEmpty():  # a dock behind another tab stands out of sight
        return
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        if root.isAncestorOf(widget) and _takes_keys(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _takes_keys(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget.isEnabled() and widget.isVisible() and not widget.size().isEmpty()


def _is_in(region: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and region.isAncestorOf(widget)
