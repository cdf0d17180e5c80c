"""A row of buttons of which exactly one is down."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

_ICON_PX: Final = 18


class Segmented(QWidget):
    """A choice between a few things, all in view.

    Args:
        choices: (key, text, icon, tool tip) of each; without an icon the text is shown, with one the text is read out.
        icon_px: How large icons are.
    """

    chosen = Signal(str)
    """The key that the user chose."""

    def __init__(
        self,
        choices: Sequence[tuple[str, str, QIcon | None, str]],
        parent: QWidget | None = None,
        *,
        icon_px: int = _ICON_PX,
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._tips = {key: tip or text for key, text, _, tip in choices}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for key, text, icon, tip in choices:
            button = _button(text, icon, tip, icon_px)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            layout.addWidget(button)
        layout.addStretch(1)

    def set_current(self, key: str) -> None:
        """Put the button of that key down, without a signal."""
        self._buttons[key].setChecked(True)

    def set_enabled(self, key: str, on: bool, why_not: str = "") -> None:
        """Say whether that thing can be chosen; the tool tip says why not."""
        button = self._buttons[key]
        button.setEnabled(on)
        button.setToolTip(self._tips[key] if on or not why_not else f"{button.text()}: {why_not}")

    def is_enabled(self, key: str) -> bool:
        """Whether that thing can be chosen."""
        return self._buttons[key].isEnabled()

    def current(self) -> str:
        """The key of the button that is down."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")


def _button(text: str, icon: QIcon | None, tip: str, icon_px: int) -> QToolButton:
    button = QToolButton()
    button.setProperty("segment", "true")
    button.setCheckable(True)
    button.setText(text)
    button.setToolTip(tip or text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if icon is not None:
        button.setIcon(icon)
        button.setIconSize(QSize(icon_px, icon_px))
    return button
