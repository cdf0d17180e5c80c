"""Sentences that wrap: never cut off, and scrolled where there are many."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy

_MOST_LINES: Final = 4
"""Until another number is asked for."""


class WrappedText(QScrollArea):
    """As high as its text, up to a few lines; the rest of it is a turn of the wheel away."""

    def __init__(self) -> None:
        super().__init__()
        self._most_lines = _MOST_LINES
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self.label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.label.setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What it says."""
        return self.label.text()

    def setText(self, text: str) -> None:
        """Say something else."""
        self.label.setText(text)
        self._fit()

    def set_most_lines(self, most: int) -> None:
        """Be no higher than so many lines."""
        self._most_lines = most
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        most = self._most_lines * self.label.fontMetrics().lineSpacing()
        self.setFixedHeight(min(max(self.label.heightForWidth(self.viewport().width()), 0), most))
