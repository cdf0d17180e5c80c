"""The main window: puts toolbar, lanes, panels and status line together, and takes what is dropped."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QMenu,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from granview.gui.arrangement.arrangement import Arrangement
from granview.gui.arrangement.arrangement_switch import ArrangementSwitch
from granview.gui.arrangement.docks import DockSet
from granview.gui.commands.arrangement_commands import ArrangementCommands
from granview.gui.commands.drops import DropFrame, paths_in, text_in
from granview.gui.commands.file_commands import FileCommands
from granview.gui.commands.menus import fill_menu_bar
from granview.gui.commands.region_commands import RegionCommands
from granview.gui.commands.toolbar import MainToolBar
from granview.gui.lanes.lane_strip import LaneStrip
from granview.gui.lanes.panel import LaneGrid
from granview.gui.panel import moves_focus
from granview.gui.services import Services
from granview.gui.session.window_memory import WindowMemory
from granview.gui.slices.focus_line import FocusLine
from granview.gui.slices.slice_editor import SliceEditor
from granview.gui.style.theme import Theme
from granview.gui.verdict.headline_bar import HeadlineBar
from granview.gui.widgets.accessible_names import name_controls
from granview.gui.widgets.action_set import ActionSet
from granview.gui.widgets.banner import Banners
from granview.gui.widgets.own_keys import keeps

_KEEP_HEADS = "view/keep-heads"
_SCREEN_PART = 0.86
"""Part of the screen that the window takes at its first start, in each direction."""
_USEFUL = QSize(1280, 800)
"""What it takes at least of a screen that has as much."""
_SIDES = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
    Qt.DockWidgetArea.TopDockWidgetArea,
    Qt.DockWidgetArea.NoDockWidgetArea,
)
"""The sides of the window, clockwise from the left; what floats comes last."""
_FRAME = QSize(4, 40)
"""What a desktop's frame and title take at most around it: they stay on the screen, too."""


class MainWindow(QMainWindow):
    """The window's frame. It knows where things stand, not what they do.

    Attributes:
        actions_by_name: Every act.
        banners: What the user must know, above the lanes.
        docks: The panels.
        centre: The cells, or the start page.
    """

    def __init__(self, services: Services, memory: WindowMemory, theme: Theme) -> None:
        super().__init__()
        self._services = services
        self._memory = memory
        self._theme = theme
        self._is_content_set = False
        self._on_close: Callable[[], None] = lambda: None
        self._may_close: Callable[[], bool] = lambda: True
        self.actions_by_name = ActionSet(services.icons, self)
        self.banners = Banners(services.icons, theme)
        self.setAcceptDrops(True)
        room = self.screen().availableSize() - _FRAME
        self.resize((room * _SCREEN_PART).expandedTo(_USEFUL).boundedTo(room))

    def set_content(self, grid: QWidget, files: FileCommands) -> None:
        """Put everything in its place; all acts have been added by now."""
        self._files = files
        self._add_own_actions()
        self.docks = DockSet(self, self._services, self._theme)
        services = self._services
        pids = services.runner.idle_pids
        self.strip = LaneStrip(services.model, services.view, self.actions_by_name, self._theme, pids)
        self.toolbar = MainToolBar(self.actions_by_name, self.strip, self._services.icons, self._theme, self)
        self.addToolBar(self.toolbar)
        self.slice_editor = SliceEditor(services, self)
        self.focus_line = FocusLine(services, self._theme, self.slice_editor.open_at)
        self.centre = grid
        self.setCentralWidget(self._centre(grid))
        self.setStatusBar(QStatusBar(sizeGripEnabled=False))
        self.headline = HeadlineBar(services, self._theme)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self.headline)
        self.arrangement = Arrangement(self, self.docks, self._memory)
        self.headline.unfold_asked.connect(lambda: self.arrangement.fold_results(False))
        self._arranging.follow(self.arrangement)
        panels = QMenu(self.tr("&Panels"), self)
        panels.addActions(self.docks.actions())
        fill_menu_bar(self, self.actions_by_name, {"recent": files.recent_menu, "panels": panels})
        self.addActions(self.docks.actions())
        self._place_switch()
        self.arrangement.changed.connect(self._show_arrangement)
        self._drop_frame = DropFrame(self, self._theme)
        self._restore()
        name_controls(self, "GranView")

    def when_closed(self, act: Callable[[], None]) -> None:
        """Do this when the window closes."""
        self._on_close = act

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        """Stay open where this says no; whoever says so closes the window once it may."""
        self._may_close = may_close

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        for part in (
            self.banners,
            self.focus_line,
            self.docks,
            self.strip,
            self.toolbar,
            self.headline,
            self._drop_frame,
        ):
            part.set_theme(theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout, then end everything, unless something is to be asked before."""
        if not self._may_close():
            event.ignore()
            return
        self.keep_layout()
        self._memory.write()
        self._on_close()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Suit the panels to the size that the window really got, or as the user had them."""
        super().showEvent(event)
        self.arrangement.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the results have their share of a window of another size."""
        super().resizeEvent(event)
        if self._is_content_set:
            self.arrangement.follow_size(event.oldSize(), event.size())

    def event(self, event: QEvent) -> bool:
        """Leave Tab to move the focus, but where pictures or texts have it: there it hides all panels."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            moves = moves_focus(event) and not self._cells_have_focus()
            if moves or keeps(self.focusWidget(), event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing else takes it, gives the keys back to the cells."""
        if event.key() == Qt.Key.Key_Escape:
            self._regions.leave()
        else:
            super().keyPressEvent(event)

    def _in_order(self) -> list[QWidget]:
        left, others = self.docks_at(_SIDES[:1]), self.docks_at(_SIDES[1:])
        above, below = (self.toolbar, self.banners, self.focus_line), (self.headline, self.switch)
        return [*above, *left, self.centre, *others, *below]

    def docks_at(self, sides: Sequence[Qt.DockWidgetArea]) -> list[QDockWidget]:
        """The docks at some sides of the window, in their order; those without a side float."""
        docks = [self.docks.by_name[name] for name in self.docks.order()]
        return [dock for side in sides for dock in docks if self._side_of(dock) == side]

    def _side_of(self, dock: QDockWidget) -> Qt.DockWidgetArea:
        return Qt.DockWidgetArea.NoDockWidgetArea if dock.isFloating() else self.dockWidgetArea(dock)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and texts are welcome anywhere."""
        if paths_in(event.mimeData()) or text_in(event.mimeData()):
            event.acceptProposedAction()
            self._drop_frame.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self._drop_frame.hide()
        paths, text = paths_in(event.mimeData()), text_in(event.mimeData())
        if paths or text:
            event.acceptProposedAction()
        if paths:
            self._files.open_paths(paths)
        elif text:
            self._files.add_text(text)

    def keep_layout(self) -> None:
        """Remember where the window stands, and its panels in it; the next window takes it over."""
        self._memory.keep_bytes("window/geometry", bytes(self.saveGeometry().data()))
        self.arrangement.save()
        self._memory.keep_bytes(_KEEP_HEADS, b"1" if self._services.view.keep_heads else b"0")

    def take_place_of(self, other: "MainWindow") -> None:
        """Stand where another window stands; its panels stand where that has kept them."""
        if other.windowState() == Qt.WindowState.WindowNoState:
            self.setGeometry(other.geometry())
        else:
            self.setWindowState(other.windowState())

    def _show_arrangement(self) -> None:
        self.headline.setVisible(self.arrangement.is_folded and not self.arrangement.is_hidden)
        self.switch.setVisible(not self.arrangement.is_alone)

    def _place_switch(self) -> None:
        """Beside the menus, where it takes no height; in the status line where the desktop has the menus."""
        self.switch = ArrangementSwitch(self.arrangement, self.actions_by_name, self._services.icons)
        if self.menuBar().isNativeMenuBar():
            self.statusBar().addPermanentWidget(self.switch)
        else:
            self.menuBar().setCornerWidget(self.switch, Qt.Corner.TopRightCorner)

    def _cells_have_focus(self) -> bool:
        """Whether the keys go to lanes with something to see, and to no field or button among them."""
        at: QWidget | None = self.focusWidget()
        if isinstance(at, QLineEdit | QAbstractButton):
            return False
        while at is not None and not isinstance(at, LaneGrid):
            at = at.parentWidget()
        return at is not None and bool(at.cells)

    def _add_own_actions(self) -> None:
        add = self.actions_by_name.add
        self._arranging = ArrangementCommands(self._services.deeds, self.actions_by_name, self)
        self._regions = RegionCommands(self._in_order, lambda: self.centre, self.actions_by_name, self)
        self.actions_by_name.add_switch("full-screen", self.tr("&Full screen"), self._set_full_screen, ("F11",))
        tip = self.tr("Narrow everything to some units: by class, grain, answer, right or wrong")
        add("slices", self.tr("S&lices…"), self._edit_slices, ("G",), "", tip)
        add("quit", self.tr("&Quit"), self.close, ("Ctrl+Q",))

    def _edit_slices(self) -> None:
        anchor = self.focus_line.edit if self.focus_line.isVisible() else self.strip
        self.slice_editor.open_at(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))

    def _set_full_screen(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

    def _centre(self, grid: QWidget) -> QWidget:
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.banners)
        layout.addWidget(self.focus_line)
        layout.addWidget(grid, 1)
        centre.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        return centre

    def _restore(self) -> None:
        """Take over the size that was remembered; panels are arranged once the window has it."""
        self.docks.line_up()
        self._services.view.keep_heads = self._memory.bytes_of(_KEEP_HEADS) == b"1"
        geometry = self._memory.bytes_of("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self._is_content_set = True
