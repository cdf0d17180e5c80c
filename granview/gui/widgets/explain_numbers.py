"""The numbers of every lane's answer, side by side."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

translate = QCoreApplication.translate

_MOST_COLUMNS: Final = 4


def _titles() -> dict[str, tuple[str, str]]:
    """Short title and meaning of the numbers that are shown, in their order."""
    return {
        "entropy_normalised": (
            translate("Explain", "Spread"),
            translate("Explain", "Entropy over that of equal weights: 0 is one point, 1 is everywhere alike"),
        ),
        "distance_px": (
            translate("Explain", "Distance"),
            translate("Explain", "Mean distance of what is attended to, in px"),
        ),
        "distance_tokens": (
            translate("Explain", "Distance"),
            translate("Explain", "Mean distance of what is attended to, in tokens"),
        ),
        "share_inside": (
            translate("Explain", "Inside"),
            translate("Explain", "Share of the weight inside the reference's region at the place"),
        ),
        "pointing": (
            translate("Explain", "Hit"),
            translate("Explain", "Whether the largest weight lies inside the reference's region (pointing game)"),
        ),
    }


class ExplainNumbers(QWidget):
    """One row per lane."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)

    def show_numbers(self, numbers: Mapping[str, Mapping[str, float]]) -> None:
        """Show each lane's numbers; a number that a lane lacks is ``n/a``."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        titles = _titles()
        shown = [name for name in titles if any(name in own for own in numbers.values())][:_MOST_COLUMNS]
        self.setVisible(bool(shown))
        for column, name in enumerate(shown, start=1):
            title, meaning = titles[name]
            self._put(0, column, title, "muted").setToolTip(meaning)
        for row, (lane, own) in enumerate(numbers.items(), start=1):
            self._put(row, 0, lane, "")
            for column, name in enumerate(shown, start=1):
                self._put(row, column, f"{own[name]:.3g}" if name in own else translate("Explain", "n/a"), "")

    def _put(self, row: int, column: int, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(label, row, column, side)
        return label
