"""One build of torch as a large choice: what it is for, what it takes, what speaks against it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from granview.gui.first_start.words import hash_line, purpose, size_line, words_line
from granview.gui.style.theme import SPACING
from granview.runtime.backends import Offer


class OfferCard(QWidget):
    """A choice among others; a click anywhere on it chooses it.

    Args:
        offer: What is offered.
    """

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        best = self.tr("recommended") if offer.is_recommended and not offer.warning else ""
        self.choice = QRadioButton(" · ".join(filter(None, (offer.title, purpose(offer), best))))
        font = self.choice.font()
        font.setBold(True)
        self.choice.setFont(font)
        self.choice.toggled.connect(self.update)
        self.size_label = _line("muted")
        self.warning_label = _line("warn", offer.warning)
        self.hash_label = _line("muted", hash_line(offer))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACING, SPACING, 2 * SPACING, SPACING)
        layout.setSpacing(2)
        for part in (self.choice, self.size_label, self.hash_label, self.warning_label):
            layout.addWidget(part)
        self.hash_label.setVisible(bool(self.hash_label.text()))
        self.warning_label.setVisible(bool(offer.warning))
        self.choice.setAccessibleDescription(
            " ".join(filter(None, (f"{size_line(offer, None)}.", self.hash_label.text(), offer.warning)))
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_speed(None)

    def complete(self, offer: Offer) -> None:
        """Take the offer with all its files, once an index was asked for them."""
        self.offer = offer
        self.set_speed(None)

    def set_speed(self, bytes_per_s: float | None) -> None:
        """Say how long it takes at a speed that was measured."""
        self.size_label.setText(size_line(self.offer, bytes_per_s))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self.choice.setChecked(True)
        self.choice.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame, in the accent's colour where it is chosen."""
        chosen = self.choice.isChecked()
        role = QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Mid
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(role), 2 if chosen else 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), SPACING, SPACING)

    def sizeHint(self) -> QSize:
        """As high as its words."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), 6 * SPACING))


def _line(role: str, text: str = "") -> QLabel:
    """Words under the title, in line with it."""
    label = words_line(role, text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)  # a click chooses the card
    label.setContentsMargins(3 * SPACING, 0, 0, 0)
    return label
