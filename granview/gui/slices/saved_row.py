"""The slices that are saved in the session: a click narrows to one, a cross removes it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from granview.core.slices import Slice
from granview.gui.style.icons import IconSet
from granview.gui.widgets.text_preview import as_tip

_NAME_PX: Final = 240
"""Longer names are shortened in their middle; the tip has them whole."""


class SavedRow(QWidget):
    """Hidden where none is saved."""

    chosen = Signal(object)
    """A ``Slice``."""

    removed = Signal(str)
    """Its name."""

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self._icons = icons
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self.slices: tuple[Slice, ...] = ()
        self.hide()

    def show_slices(self, slices: Sequence[Slice]) -> None:
        """Show these."""
        self.slices = tuple(slices)
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if slices:
            heading = QLabel(self.tr("Saved slices"))
            heading.setProperty("role", "heading")
            self._layout.addWidget(heading)
        for each in slices:
            self._layout.addWidget(self._row(each))
        self.setVisible(bool(slices))
        if (parent := self.parentWidget()) is not None:
            parent.adjustSize()

    def _row(self, each: Slice) -> QWidget:
        row = QWidget()
        choose = QPushButton()
        choose.setText(choose.fontMetrics().elidedText(each.name, Qt.TextElideMode.ElideMiddle, _NAME_PX))
        choose.setAccessibleName(each.name)
        choose.setToolTip(as_tip(f"{each.name}\n{each}"))
        choose.clicked.connect(lambda _=False: self.chosen.emit(each))
        remove = QToolButton()
        remove.setIcon(self._icons.icon("close"))
        remove.setIconSize(QSize(12, 12))
        remove.setToolTip(self.tr("Keep it no more"))
        remove.setAccessibleName(remove.toolTip())
        remove.clicked.connect(lambda _=False: self.removed.emit(each.name))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(choose, 1)
        layout.addWidget(remove)
        return row
