"""All keys on one page."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from granview.gui.dialogs.dialog_page import Page, heading
from granview.gui.language.mnemonics import without_mnemonic


class KeyboardDialog(Page):
    """Lists every action that has a key.

    Args:
        by_menu: The actions under the titles of their menus; those of an empty title are in none.
        parent: The window.
    """

    guide = "guide/window.md#keys"

    def __init__(self, by_menu: Sequence[tuple[str, Sequence[QAction]]], parent: QWidget) -> None:
        super().__init__(self.tr("Keyboard"), parent)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(5)
        row = 0
        for title, group in by_menu:
            if not group:
                continue
            grid.addWidget(heading(title or self.tr("More")), row, 0, 1, 2)
            for offset, action in enumerate(group, 1):
                grid.addWidget(QLabel(_text(action)), row + offset, 0)
                grid.addWidget(_keys(action), row + offset, 1)
            row += len(group) + 2
            grid.setRowMinimumHeight(row - 1, 8)
        for text, keys in self._mouse():
            grid.addWidget(QLabel(text), row, 0)
            grid.addWidget(QLabel(keys), row, 1)
            row += 1
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(content)
        content.setProperty("surface", "panel")
        self.body.addWidget(area)
        self.add_cancel(self.tr("Close"))
        self.resize(520, 620)

    def _mouse(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Zoom to the cursor"), self.tr("Wheel")),
            (self.tr("Pan"), self.tr("Drag")),
            (self.tr("Fit"), self.tr("Double click")),
            (self.tr("Ask about a place, while explaining"), self.tr("Click, or drag over it")),
            (self.tr("Pan, while explaining"), self.tr("Drag with the middle button")),
            (self.tr("Ask about a box"), self.tr("Shift and drag")),
            (self.tr("Ask about a whole region"), self.tr("Ctrl and click")),
            (self.tr("Pin, restart or close a lane"), self.tr("Right click")),
            (self.tr("Edit, remove or choose columns of a sample"), self.tr("Right click")),
            (self.tr("Add the text that was typed"), self.tr("Ctrl+Return")),
        )


def _text(action: QAction) -> str:
    return without_mnemonic(action.text()).rstrip("…")


def _keys(action: QAction) -> QLabel:
    native = QKeySequence.SequenceFormat.NativeText
    label = QLabel("   ".join(key.toString(native) for key in action.shortcuts()))
    label.setProperty("role", "muted")
    return label
