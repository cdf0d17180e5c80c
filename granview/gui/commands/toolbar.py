"""The toolbar: open, galleries, lanes, run."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolBar, QToolButton, QWidget

from granview.core.gallery import all_galleries
from granview.gui.lanes.lane_strip import LaneStrip
from granview.gui.language.mnemonics import without_mnemonic
from granview.gui.start.reason_line import ReasonLine
from granview.gui.style.icons import IconSet
from granview.gui.style.theme import Theme
from granview.gui.widgets.action_set import ActionSet

_ICON_PX: Final = 52
"""What a labelled button takes besides its words."""

_LANES_PX: Final = 520
"""The room for chips below which words give way."""


class MainToolBar(QToolBar):
    """Fixed under the menu bar."""

    def __init__(self, actions: ActionSet, strip: LaneStrip, icons: IconSet, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._actions = actions
        self._strip = strip
        self._labels: list[QToolButton] = []
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(18, 18))
        self.addWidget(self._labelled("open-files", self.tr("Open")))
        self.addWidget(self._gallery_button())
        self.addSeparator()
        self.addWidget(strip)
        self.run = self._run_button()
        self._run_act = self.addWidget(self.run)
        for name in ("run", "stop"):
            actions[name].changed.connect(self._show_run)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        self._show_run()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words to the icons where lanes and Run would have no room."""
        super().resizeEvent(event)
        words = sum(button.fontMetrics().horizontalAdvance(button.text()) + _ICON_PX for button in self._labels)
        lanes = min(self._strip.sizeHint().width(), _LANES_PX)
        fits = words + lanes + self.run.sizeHint().width() + _ICON_PX <= event.size().width()
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if fits else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._labels:
            button.setToolButtonStyle(style)

    def say_why(self, line: ReasonLine) -> None:
        """Put what says why Run is grey beside it."""
        shown = self.insertWidget(self._run_act, line)
        line.needed.connect(shown.setVisible)
        shown.setVisible(line.reason is not None)

    def _labelled(self, name: str, text: str) -> QToolButton:
        action = self._actions[name]
        button = QToolButton()
        button.setText(text)
        button.setToolTip(action.toolTip())
        button.setProperty("labelled", "true")
        button.setIcon(action.icon())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(action.trigger)
        button.setAccessibleName(text)
        self._labels.append(button)
        return button

    def _gallery_button(self) -> QToolButton:
        button = self._labelled("open-gallery-images", self.tr("Gallery"))
        menu = QMenu(button)
        menu.addActions([self._actions[gallery.act] for gallery in all_galleries()])
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _run_button(self) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "primary")
        button.setIconSize(QSize(16, 16))
        button.setMinimumWidth(88)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._on_run_pressed)
        return button

    def _is_running(self) -> bool:
        return self._actions["stop"].isEnabled()

    def _on_run_pressed(self) -> None:
        self._actions["stop" if self._is_running() else "run"].trigger()

    def _show_run(self) -> None:
        """One button: it runs, and while lanes run it stops them."""
        action = self._actions["stop" if self._is_running() else "run"]
        self.run.setText(without_mnemonic(action.text()))
        self.run.setToolTip(action.toolTip())
        self.run.setEnabled(action.isEnabled())
        color = self._theme.on_accent if action.isEnabled() else self._theme.muted
        self.run.setIcon(self._icons.icon("stop" if self._is_running() else "run", color))
