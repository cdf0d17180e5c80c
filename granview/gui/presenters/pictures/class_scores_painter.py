"""Draws class scores over their picture."""

from typing import Final

from PySide6.QtGui import QPainter

from granview.core.labels import LabelSet
from granview.core.predictions.class_scores import ClassScores
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import OverlayStyle
from granview.gui.presenters.pictures.class_scores_card import ClassCard
from granview.gui.presenters.pictures.class_scores_rows import card_rows

_LEAST_GROUND: Final = 0.45
"""Opacity of a card's ground at the least opacity of the view: words must be read over any picture."""


class ClassScoresPainter:
    """A card in the lower left corner of the cell."""

    notice = ""

    def __init__(self, prediction: ClassScores, labels: LabelSet) -> None:
        self._prediction = prediction
        self._labels = labels
        self._style = OverlayStyle()
        self._known: frozenset[int] | None = None
        self._card = self._made()

    @property
    def card(self) -> ClassCard:
        """What is drawn."""
        return self._card

    def set_labels(self, labels: LabelSet) -> None:
        """Take over other names and colours."""
        self._labels = labels
        self._card = self._made()

    def set_style(self, style: OverlayStyle) -> None:
        """Draw with these choices from now on."""
        self._style = style
        self._card = self._made()

    def set_known(self, known: frozenset[int] | None) -> None:
        """Mark these classes as right, and others that are said as wrong; None: it is not known."""
        self._known = known
        self._card = self._made()

    def close(self) -> None:
        """Nothing is being prepared."""

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw the card, as large at every zoom."""
        self._card.paint(painter, frame.rect, _LEAST_GROUND + (1 - _LEAST_GROUND) * self._style.opacity)

    def _made(self) -> ClassCard:
        return ClassCard(card_rows(self._prediction, self._labels, self._style, self._known))
