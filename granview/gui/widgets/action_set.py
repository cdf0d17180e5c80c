"""Every act of the window by name: one table from which menus, toolbar and the keyboard page are made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from granview.gui.style.icons import IconSet


class ActionSet(QObject):
    """Named actions.

    Args:
        icons: Where their icons come from.
        parent: Owns the actions.
    """

    def __init__(self, icons: IconSet, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self._actions: dict[str, QAction] = {}

    def add(
        self,
        name: str,
        text: str,
        slot: Callable[[], object],
        keys: Sequence[str] = (),
        icon: str = "",
        tip: str = "",
    ) -> QAction:
        """Add an act.

        Args:
            name: By which menus refer to it.
            text: As menus show it; an ellipsis says that a question follows.
            slot: Does it.
            keys: Shortcuts, the first of which menus show.
            icon: Name of a line icon.
            tip: What its tool tip says, besides the text and the key.
        """
        action = self._new(name, text, keys, icon, tip)
        action.triggered.connect(lambda _=False: slot())
        return action

    def add_switch(
        self,
        name: str,
        text: str,
        slot: Callable[[bool], object],
        keys: Sequence[str] = (),
        icon: str = "",
        tip: str = "",
    ) -> QAction:
        """Add an act that is on or off; ``slot`` is told which the user wants."""
        action = self._new(name, text, keys, icon, tip)
        action.setCheckable(True)
        action.triggered.connect(slot)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def names(self) -> tuple[str, ...]:
        """All names, in the order in which they were added."""
        return tuple(self._actions)

    def _new(self, name: str, text: str, keys: Sequence[str], icon: str, tip: str) -> QAction:
        action = QAction(text, self.parent())
        action.setShortcuts([QKeySequence(key) for key in keys])
        shown = f" ({QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)})" if keys else ""
        action.setToolTip(f"{tip or text.replace('&', '').rstrip('…')}{shown}")
        if icon:
            action.setIcon(self._icons.icon(icon))
            action.setIconVisibleInMenu(False)
        self._actions[name] = action
        return action
