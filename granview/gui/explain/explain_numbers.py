"""The numbers of every lane's answer, side by side."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from granview.gui.widgets.elided_label import ElidedLabel

translate = QCoreApplication.translate

_LANE_PX: Final = 120


def _titles() -> dict[str, tuple[str, str]]:
    """Short title and meaning of the numbers that are shown, in their order."""
    return {
        "entropy_normalised": (
            translate("Explain", "Spread"),
            translate("Explain", "how far the weight is spread, from 0 (one point) to 1 (everywhere alike)"),
        ),
        "distance_px": (
            translate("Explain", "Distance"),
            translate("Explain", "mean distance of what is attended to, in px"),
        ),
        "distance_tokens": (
            translate("Explain", "Distance"),
            translate("Explain", "mean distance of what is attended to, in tokens"),
        ),
        "share_inside": (
            translate("Explain", "Inside"),
            translate("Explain", "share of the weight inside the reference's region at the place"),
        ),
        "pearson": (
            translate("Explain", "Alike"),
            translate("Explain", "correlation (Pearson) with the pinned lane, or else the first, from -1 to 1"),
        ),
        "pointing": (
            translate("Explain", "Hit"),
            translate("Explain", "whether the largest weight lies inside the reference's region"),
        ),
    }


class ExplainNumbers(QWidget):
    """One row per lane."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)

    def show_numbers(self, numbers: Mapping[str, Mapping[str, float]]) -> None:
        """Show each lane's numbers; one that a lane lacks is a dash."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        titles = _titles()
        shown = [name for name in titles if any(name in own for own in numbers.values())]
        self.setVisible(bool(shown))
        self._put_words(len(numbers) + 1, [titles[name] for name in shown])
        for column, name in enumerate(shown, start=1):
            title, meaning = titles[name]
            self._put(0, column, title, "muted").setToolTip(meaning)
        for row, (lane, own) in enumerate(numbers.items(), start=1):
            self._grid.addWidget(_name(lane), row, 0)
            for column, name in enumerate(shown, start=1):
                self._put(row, column, _text(name, own), "")

    def _put_words(self, row: int, shown: Sequence[tuple[str, str]]) -> None:
        """What the columns say, below them."""
        words = QLabel("\n".join(f"{title}: {meaning}." for title, meaning in shown))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        self._grid.addWidget(words, row, 0, 1, len(shown) + 1)

    def _put(self, row: int, column: int, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(label, row, column, side)
        return label


def _name(lane: str) -> ElidedLabel:
    label = ElidedLabel(_LANE_PX)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    label.setText(lane)
    return label


def _text(name: str, own: Mapping[str, float]) -> str:
    if name not in own:
        return translate("Explain", "–")
    if name == "pointing":
        return translate("Explain", "yes") if own[name] else translate("Explain", "no")
    return f"{own[name]:.0f}" if abs(own[name]) >= 100 else f"{own[name]:.2g}"
