"""Cards in rows of equal width: high ones where there is room for all of them, low ones else."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from granview.gui.start.picture_card import PictureCard
from granview.gui.style.theme import SPACING, Theme

_GAP_PX: Final = int(1.25 * SPACING)
_LEAST_HIGH_PX: Final = 150
_MOST_HIGH_PX: Final = 280
_LEAST_COLUMNS: Final = 3
"""Of low cards: one alone is not drawn out over the page."""


class CardGrid(QWidget):
    """Lays out its cards by width, and by the height that the page can give them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[PictureCard, ...] = ()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def cards(self) -> tuple[PictureCard, ...]:
        """The cards, row by row."""
        return self._cards

    def show_cards(self, cards: Sequence[PictureCard]) -> None:
        """Show these instead of those before."""
        for card in self._cards:
            self._group.removeButton(card)
            card.hide()
            card.deleteLater()
        self._cards = tuple(cards)
        for card in cards:
            card.setParent(self)
            self._group.addButton(card)
            card.show()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        for card in self._cards:
            card.set_theme(theme)

    def lay_out(self, width: int, height: int) -> int:
        """Place all cards; returns the height that they take.

        Args:
            width: What there is, in px.
            height: What is free for them without scrolling, in px.
        """
        if not self._cards:
            return 0
        columns = self._high_columns(width, height)
        is_high = columns is not None
        if columns is None:
            widest = max(card.sizeHint().width() for card in self._cards)
            columns = max(min((width + _GAP_PX) // (widest + _GAP_PX), max(len(self._cards), _LEAST_COLUMNS)), 1)
        each = (width - (columns - 1) * _GAP_PX) // columns
        row_px = max(card.high_at(each) if is_high else card.low_at(each) for card in self._cards)
        for place, card in enumerate(self._cards):
            row, column = divmod(place, columns)
            card.set_high(is_high)
            card.setGeometry(column * (each + _GAP_PX), row * (row_px + _GAP_PX), each, row_px)
        n_rows = -(-len(self._cards) // columns)
        return n_rows * (row_px + _GAP_PX) - _GAP_PX

    def _high_columns(self, width: int, height: int) -> int | None:
        """The fewest columns at which high cards all fit; None where there are none."""
        for columns in range(1, max(len(self._cards), width // _LEAST_HIGH_PX) + 1):
            each = (width - (columns - 1) * _GAP_PX) // columns
            if not _LEAST_HIGH_PX <= each <= _MOST_HIGH_PX:
                continue
            n_rows = -(-len(self._cards) // columns)
            if n_rows * (max(card.high_at(each) for card in self._cards) + _GAP_PX) - _GAP_PX <= height:
                return columns
        return None
