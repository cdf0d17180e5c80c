"""What can be built on this computer, as choices; and, on request, why the rest cannot."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from granview.gui.first_start.offer_card import OfferCard
from granview.gui.first_start.words import words_line
from granview.gui.style.theme import SPACING
from granview.runtime.backends import Offer


class OfferList(QWidget):
    """Cards of which one is chosen, the recommended one first; under them what cannot be built here.

    Attributes:
        cards: The choices.
        why_not: Shows and hides why the rest cannot be built.
        refusals: Says it.
    """

    resized = Signal()
    """It shows more or less than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[OfferCard] = []
        self._group = QButtonGroup(self)
        self.why_not = QPushButton()
        self.why_not.setAutoDefault(False)
        self.why_not.setCheckable(True)
        self.why_not.toggled.connect(self._show_refusals)
        self.refusals = words_line("muted")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACING)
        self._layout.addWidget(self.why_not, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self.refusals)
        self.why_not.hide()
        self.refusals.hide()

    @property
    def chosen(self) -> Offer | None:
        """The offer that is chosen."""
        return next((card.offer for card in self.cards if card.choice.isChecked()), None)

    def show_offers(self, offers: Sequence[Offer], preferred: str) -> None:
        """List what can be built, and choose one.

        Args:
            offers: All of them.
            preferred: The backend to choose; empty for the recommended one.
        """
        refused = [offer for offer in offers if offer.refusal]
        self.refusals.setText("\n\n".join(offer.refusal for offer in refused))
        self.why_not.setText(self.tr("Why not {names}?").format(names=", ".join(each.title for each in refused)))
        self.why_not.setVisible(bool(refused))
        for offer in sorted((each for each in offers if not each.refusal), key=lambda offer: not offer.is_recommended):
            card = OfferCard(offer)
            self._group.addButton(card.choice)
            self._layout.insertWidget(len(self.cards), card)
            self.cards.append(card)
            card.choice.setChecked(offer.backend == preferred if preferred else offer.is_recommended)
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def show_sampled(self, whole: Offer, bytes_per_s: float | None) -> None:
        """Say how long each takes at a speed that was measured, and the size of one whose index was asked.

        Args:
            whole: An offer with all its files.
            bytes_per_s: How fast they come; None where that could not be measured.
        """
        for card in self.cards:
            if card.offer.backend == whole.backend:
                card.complete(whole)
            card.set_speed(bytes_per_s)

    def _show_refusals(self, shown: bool) -> None:
        self.refusals.setVisible(shown)
        self.resized.emit()
