"""What every dock panel is: a widget with a name, a place, and a theme."""

import enum
from typing import ClassVar, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from granview.core.registry import Registry
from granview.gui.services import Services
from granview.gui.style.theme import Theme
from granview.gui.widgets.own_keys import keeps


class DockSide(enum.Enum):
    """Where a panel stands until the user moves it."""

    LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
    RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
    BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


class Panel(QWidget):
    """A dock panel. A new one is a new folder with a ``panel.py``: a class registered by ``@PANELS.register(name)``.

    Attributes:
        place: Where it stands at first.
        rank: Panels of one place stand in this order.
        key: The key that shows it and gives it the focus.
        guide: The page of the guide that is about it, such as ``guide/verdict.md#the-rules``.
    """

    place: ClassVar[DockSide]
    rank: ClassVar[int] = 0
    key: ClassVar[str] = ""
    guide: ClassVar[str] = "guide/window.md"

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__()
        self.services = services
        self.theme = theme
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def title(self) -> str:
        """What it is called, in the user's language."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Keep Tab, which hides all panels elsewhere, and the keys of the control that has the focus."""
        is_own = isinstance(event, QKeyEvent) and (moves_focus(event) or keeps(QApplication.focusWidget(), event))
        if is_own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self.theme = theme
        self.update()

    def dispose(self) -> None:
        """Let go of what must not outlive the window."""


def moves_focus(event: QKeyEvent) -> bool:
    """Whether a key is Tab alone, which moves the focus where it does nothing else."""
    return event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.NoModifier


PANELS: Final[Registry[type[Panel]]] = Registry("granview.gui", "panel", module="panel")
"""Every panel, by the name under which its layout is remembered."""
