"""The panels as docks: where they stand at first, and how the user's layout is kept."""

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import zip_longest
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget

from granview.gui.arrangement.presets import FIRST_PRESET, PRESETS, Preset
from granview.gui.arrangement.results_fold import height_with_tabs
from granview.gui.background.timers import once
from granview.gui.guide.open_guide import open_guide
from granview.gui.panel import PANELS, DockSide, Panel
from granview.gui.panel_switch import PanelSwitch
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.accessible_names import name_controls
from granview.gui.widgets.dock_title import DockTitle

LAYOUT_VERSION: Final = 4
_WIDE_PX: Final = 1_700
_SIDE_SHARE: Final = {DockSide.LEFT: 0.165, DockSide.RIGHT: 0.185}
_SIDE_PX: Final = {DockSide.LEFT: (210, 300), DockSide.RIGHT: (256, 340)}
_LEAST_BOTTOM_PX: Final = 216
_NARROW_COLUMNS: Final = 3
_WEIGHTS: Final = {"verdict": 0.32, "metrics": 0.38}
_USUAL_WEIGHT: Final = 0.31
"""Of the row at the bottom, how wide panels are that stand side by side, against each other."""


class DockSet(QObject):
    """All panels of the registry, each in a dock of the window."""

    asked = Signal(str)
    """The name of a panel that is about to be shown."""

    def __init__(self, window: QMainWindow, services: Services, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._preset = PRESETS[FIRST_PRESET]
        self._docks: dict[str, QDockWidget] = {}
        self._switches: dict[str, PanelSwitch] = {}
        self._titles: dict[str, DockTitle] = {}
        self.panels: dict[str, Panel] = {name: kind(services, theme) for name, kind in PANELS.all().items()}
        window.setDockNestingEnabled(True)
        window.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self._titles_soon = once(window, 0, self._collapse_titles)
        for name, panel in self.panels.items():
            self._docks[name] = self._dock(name, panel, services)

    def actions(self) -> tuple[QAction, ...]:
        """One switch per panel that shows it, brings it to the front or hides it."""
        return tuple(self._switches[name] for name in self.order())

    @property
    def by_name(self) -> Mapping[str, QDockWidget]:
        """Every dock."""
        return self._docks

    def hide_all(self) -> None:
        """Hide every panel."""
        for dock in self._docks.values():
            dock.hide()

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        self.asked.emit(name)
        self._docks[name].show()
        self._docks[name].raise_()

    def line_up(self) -> None:
        """Put every panel at its side of the window, each by itself, and no wider than there is room for all."""
        self._squeeze(True)
        self._settle()
        for dock in self._docks.values():
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        self._settle()
        for place in DockSide:
            self._line_up(place)
        for dock in self._docks.values():
            dock.show()

    def arrange(self, preset: Preset = PRESETS[FIRST_PRESET]) -> None:
        """Put every panel where a preset has it, in sizes that suit the window, once that is shown."""
        self._preset = preset
        self.line_up()
        self._settle()
        self._tab_together()
        for name in preset.hidden:
            self._docks[name].hide()
        self._squeeze(False)
        self.settle()
        self.size_as_at_first()

    def settle(self) -> None:
        """Lay out what is shown now, without the title bars that tabs stand for."""
        self._collapse_titles()
        self._settle()

    def keep_bottom_share(self, before: QSize, now: QSize) -> None:
        """After the window has grown or shrunk, let the panels at the bottom have the same share of its height."""
        docks = [dock for dock in self._docks.values() if self._is_shown_at_bottom(dock)]
        if docks:
            height = height_with_tabs(self._window, docks)
            height = max(round(height * now.height() / before.height()), _LEAST_BOTTOM_PX)
            self._window.resizeDocks(docks, [height] * len(docks), Qt.Orientation.Vertical)

    def save(self) -> bytes:
        """The layout as it is now."""
        return bytes(self._window.saveState(LAYOUT_VERSION).data())

    def restore(self, layout: bytes) -> bool:
        """Take a kept layout over; False when it is from another version."""
        restored = self._window.restoreState(QByteArray(layout), LAYOUT_VERSION)
        if restored:
            self._squeeze(False)
            self._collapse_titles()
            self._window.restoreState(QByteArray(layout), LAYOUT_VERSION)  # now that no title takes room beside a tab
        self._titles_soon.start()
        return restored

    def dispose(self) -> None:
        """Let panels let go of what must not outlive the window."""
        for panel in self.panels.values():
            panel.dispose()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        for panel in self.panels.values():
            panel.set_theme(theme)

    def order(self) -> list[str]:
        """Names of the panels as they stand at first: left, right, at the bottom."""
        places = list(DockSide)
        return sorted(self.panels, key=lambda name: (places.index(self.panels[name].place), self.panels[name].rank))

    def _of(self, place: DockSide) -> list[QDockWidget]:
        sides = self._preset.sides
        return [self._docks[name] for name in self.order() if sides.get(name, self.panels[name].place) is place]

    def _is_shown_at_bottom(self, dock: QDockWidget) -> bool:
        bottom = self._window.dockWidgetArea(dock) == Qt.DockWidgetArea.BottomDockWidgetArea
        return bottom and not dock.isFloating() and not dock.isHidden()

    def _dock(self, name: str, panel: Panel, services: Services) -> QDockWidget:
        dock = QDockWidget(panel.title(), self._window)
        dock.setObjectName(name)
        dock.setWidget(panel)
        self._titles[name] = DockTitle(dock, services.icons, lambda: open_guide(panel.guide, dock))
        dock.setTitleBarWidget(self._titles[name])
        name_controls(dock, panel.title())
        dock.dockLocationChanged.connect(lambda _: self._titles_soon.start())
        dock.visibilityChanged.connect(lambda _: self._titles_soon.start())
        self._switches[name] = PanelSwitch(dock)
        self._switches[name].about_to_show.connect(partial(self.asked.emit, name))
        self._switches[name].setShortcut(panel.key)
        return dock

    def _squeeze(self, on: bool) -> None:
        """While panels stand side by side that will share tabs, the window must not grow by what each needs."""
        for name, panel in self.panels.items():
            panel.setMinimumWidth(1 if on else 0)
            self._titles[name].set_squeezed(on)

    def _settle(self) -> None:
        """Let Qt lay out what it has: of docks that leave before it did, it goes on showing the tab bars."""
        layout = self._window.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()

    def _line_up(self, place: DockSide) -> None:
        docks = self._of(place)
        for before, dock in zip([None, *docks], docks, strict=False):
            self._window.addDockWidget(place.value, dock)
            if before is not None and place is DockSide.BOTTOM:
                self._window.splitDockWidget(before, dock, Qt.Orientation.Horizontal)

    def _tab_together(self) -> None:
        """Make room: the panels on the right share tabs, those at the bottom three groups, in a wide window four."""
        right = self._of(DockSide.RIGHT)
        for dock in right[1:]:
            self._window.tabifyDockWidget(right[0], dock)
        right[0].raise_()
        bottom = self._of(DockSide.BOTTOM)
        if len(bottom) < 3:
            return
        columns, rest = bottom[: self._n_columns()], bottom[self._n_columns() :]
        for column, dock in zip_longest(columns[: len(rest)], reversed(rest), fillvalue=columns[-1]):
            self._window.tabifyDockWidget(column, dock)
            self._settle()
        self._raise(columns)

    def size_as_at_first(self) -> None:
        """Give the panels the sizes and the tabs in front that their preset has."""
        bottom = self._of(DockSide.BOTTOM)
        self._raise(bottom[: self._n_columns()])
        self._raise([self._docks[name] for name in self._preset.front])
        self._size()

    def _n_columns(self) -> int:
        return _NARROW_COLUMNS + (self._window.width() >= _WIDE_PX)

    def _raise(self, docks: Iterable[QDockWidget]) -> None:
        for dock in docks:
            dock.raise_()

    def _size(self) -> None:
        window = self._window
        for place, share in _SIDE_SHARE.items():
            low, high = _SIDE_PX[place]
            width = min(max(round(window.width() * share), low), high)
            if place is DockSide.RIGHT and self._preset.right_share:
                width = round(window.width() * self._preset.right_share)
            docks = self._of(place)
            window.resizeDocks(docks, [width] * len(docks), Qt.Orientation.Horizontal)
        bottom = self._of(DockSide.BOTTOM)
        height = max(round(window.height() * self._preset.bottom_share), _LEAST_BOTTOM_PX)
        window.resizeDocks(bottom, [height] * len(bottom), Qt.Orientation.Vertical)
        columns = bottom[: self._n_columns()]  # one of each group: Qt takes the last width that it gets for a group
        widths = [round(window.width() * _WEIGHTS.get(dock.objectName(), _USUAL_WEIGHT)) for dock in columns]
        window.resizeDocks(columns, widths, Qt.Orientation.Horizontal)

    def _collapse_titles(self) -> None:
        for name, dock in self._docks.items():
            if not dock.isHidden():
                self._titles[name].set_collapsed(self._is_tabbed(dock))

    def _is_tabbed(self, dock: QDockWidget) -> bool:
        return not dock.isFloating() and any(_is_open(other) for other in self._window.tabifiedDockWidgets(dock))


def _is_open(dock: QDockWidget) -> bool:
    return dock.toggleViewAction().isChecked()
