"""The switch of a panel, in the menu and by its key."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget


class PanelSwitch(QAction):
    """Shows a panel that is hidden, brings one to the front that lies behind another tab, and hides what is in front.

    Qt's own switch hides a panel that nobody sees.
    """

    about_to_show = Signal()
    """The panel is about to be shown."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock.windowTitle(), dock)
        self._dock = dock
        self._in_front = False
        self.setCheckable(True)
        self.setChecked(not dock.isHidden())
        dock.toggleViewAction().toggled.connect(self.setChecked)
        dock.visibilityChanged.connect(self._on_visibility)
        self.triggered.connect(lambda _: self._switch())

    def _on_visibility(self, in_front: bool) -> None:
        self._in_front = in_front

    def _switch(self) -> None:
        if self._in_front:
            self._dock.hide()
        else:
            self.about_to_show.emit()
            self._dock.show()
            self._dock.raise_()
        self.setChecked(not self._dock.isHidden())
