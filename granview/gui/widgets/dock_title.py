"""The head of a dock panel: a quiet title, and buttons that show when the mouse is near. No head among tabs."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from granview.gui.style.icons import IconSet


class DockTitle(QWidget):
    """A title bar for a dock. ``set_collapsed`` hides it where a tab says the same, ``set_squeezed`` lets it be cut.

    Args:
        dock: The dock.
        icons: Where the buttons' icons come from.
        show_help: Opens the page of the guide about what is in it.
    """

    def __init__(self, dock: QDockWidget, icons: IconSet, show_help: Callable[[], object]) -> None:
        super().__init__(dock)
        self._collapsed = False
        self._squeezed = False
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        label = QLabel(dock.windowTitle())
        label.setProperty("role", "heading")
        self._buttons = (
            self._button(icons, "help", self.tr("Help on this panel"), show_help),
            self._button(icons, "next", self.tr("Float or dock"), lambda: dock.setFloating(not dock.isFloating())),
            self._button(icons, "close", self.tr("Hide"), dock.close),
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 5, 5, 3)
        layout.setSpacing(2)
        layout.addWidget(label, 1)
        for button in self._buttons:
            layout.addWidget(button)

    def set_collapsed(self, collapsed: bool) -> None:
        """Take no room at all, or the room of a title."""
        if collapsed != self._collapsed:
            self._collapsed = collapsed
            for child in self.findChildren(QWidget):
                child.setVisible(not collapsed)
            self.setMaximumHeight(0 if collapsed else 16_777_215)
            self.updateGeometry()

    def set_squeezed(self, squeezed: bool) -> None:
        """Ask for no width, or for that of the title and its buttons."""
        if squeezed != self._squeezed:
            self._squeezed = squeezed
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Nothing while collapsed."""
        return QSize(0, 0) if self._collapsed else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Nothing while collapsed; no width while squeezed."""
        least = super().minimumSizeHint()
        return QSize(0, 0) if self._collapsed else QSize(1, least.height()) if self._squeezed else least

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the buttons clearly."""
        self._dim(False)
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        """Let the buttons step back."""
        self._dim(True)

    def _dim(self, dim: bool) -> None:
        for button in self._buttons:
            button.setEnabled(not dim or button.hasFocus())

    def _button(self, icons: IconSet, icon: str, tip: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setToolTip(tip)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(12, 12))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setStyleSheet("padding: 2px;")
        button.clicked.connect(act)
        button.setEnabled(False)
        return button
