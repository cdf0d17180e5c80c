"""Sentences that wrap: whole lines alone are shown, and what has no room is one click away."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QToolButton, QWidget

_MOST_LINES: Final = 4
"""Until another number is asked for."""
_GAP_PX: Final = 4


class WrappedText(QWidget):
    """As high as its text, up to a few lines; a button beside it asks for the room that all of it needs."""

    asked_for_all = Signal(bool)
    """All of it shall be shown, or a few lines again."""

    def __init__(self) -> None:
        super().__init__()
        self._most_lines = _MOST_LINES
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidget(self.label)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setProperty("bare", "true")
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.label.setAutoFillBackground(False)
        self.more = QToolButton()
        self.more.setCheckable(True)
        self.more.setText(self.tr("More"))
        self.more.setToolTip(self.tr("Show all of what is said here in place of the plot"))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setVisible(False)
        self.more.toggled.connect(self._on_more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        row.addWidget(self.area, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What it says."""
        return self.label.text()

    def setText(self, text: str) -> None:
        """Say something else."""
        self.label.setText(text)
        self._fit()

    def set_most_lines(self, most: int) -> None:
        """Be no higher than so many lines, until all of it is asked for."""
        self._most_lines = most
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _on_more(self, on: bool) -> None:
        self.more.setText(self.tr("Less") if on else self.tr("More"))
        self.asked_for_all.emit(on)
        self._fit()

    def _fit(self) -> None:
        """Whole lines alone. Without all of it in view there is no scroll bar but the button."""
        shows_all, most = self.more.isChecked(), self._most_lines * self.label.fontMetrics().lineSpacing()
        self.more.setVisible(shows_all or self.label.heightForWidth(self.width()) > most)
        room = self.width() - (0 if self.more.isHidden() else self.more.sizeHint().width() + _GAP_PX)
        needed = max(self.label.heightForWidth(room), 0)
        as_needed, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.area.setVerticalScrollBarPolicy(as_needed if shows_all else off)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus if shows_all else Qt.FocusPolicy.NoFocus)
        if shows_all:
            self.setMinimumHeight(most)
            self.setMaximumHeight(max(needed, self.more.sizeHint().height()))
        else:
            self.area.verticalScrollBar().setValue(0)
            self.setFixedHeight(max(min(needed, most), 0 if self.more.isHidden() else self.more.sizeHint().height()))
