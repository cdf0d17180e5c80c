"""Where two lanes see different classes in one picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from granview.core.labels import Color
from granview.core.predictions.class_scores import ClassScores
from granview.gui.paint.frame import Frame
from granview.gui.paint.overlay_style import class_name
from granview.gui.presenters.picture_presenter import DifferenceJob, DifferenceRow, DifferenceSide
from granview.gui.presenters.pictures.class_scores_card import ClassCard
from granview.gui.presenters.pictures.class_scores_links import right_classes
from granview.gui.presenters.pictures.class_scores_rows import CardRow
from granview.gui.style.theme import Theme

translate = QCoreApplication.translate

Side = DifferenceSide[ClassScores]

_EACH: Final = 3
"""Classes of each lane on the card of a difference."""

_GROUND: Final = 0.9


@dataclass(frozen=True)
class _LaneClasses:
    """What one of the two says: its classes, the surest first, with their marks."""

    role: str
    title: str
    rows: tuple[CardRow, ...]
    is_right: bool | None

    @property
    def words(self) -> str:
        said = ", ".join(row.name for row in self.rows if row.is_chosen) or translate(
            "ClassScoresPresenter", "no class"
        )
        verdict = {True: translate("ClassScoresPresenter", "right"), False: translate("ClassScoresPresenter", "wrong")}
        text = translate("ClassScoresPresenter", "{lane}: {classes}").format(lane=self.title, classes=said)
        return text if self.is_right is None else f"{text} ({verdict[self.is_right]})"


class ClassScoresDifference:
    """A card with the surest classes of both, each lane's bars in one colour, and who is right."""

    def __init__(self, sides: Sequence[_LaneClasses]) -> None:
        self._sides = tuple(sides)
        self._colors: dict[str, Color] = {side.role: (120, 120, 120) for side in sides}

    @property
    def rows(self) -> Sequence[DifferenceRow]:
        """Each lane's class with its probability; one line where both say the same."""
        return [DifferenceRow(side.role, side.words, _surest(side)) for side in self._sides]

    def set_colors(self, theme: Theme, opacity: float) -> None:
        """Draw in these colours from now on."""
        for side in self._sides:
            color = theme.color(side.role)
            self._colors[side.role] = (color.red(), color.green(), color.blue())

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Draw the card, in the right corner: the legend lies in the left one."""
        rows = [
            CardRow(row.name, row.score, self._colors[side.role], row.is_chosen, row.is_right)
            for side in self._sides
            for row in side.rows
        ]
        ClassCard(rows, at_right=True).paint(painter, frame.rect, _GROUND)


def class_scores_difference(left: Side, right: Side, reference: Side | None) -> DifferenceJob:
    """What compares the classes of two lanes; with a reference, it says who is right."""
    return partial(_compared, left, right, reference)


def _compared(left: Side, right: Side, reference: Side | None) -> ClassScoresDifference:
    return ClassScoresDifference(
        [_lane_classes("only_left", left, reference), _lane_classes("only_right", right, reference)]
    )


def _lane_classes(role: str, side: Side, reference: Side | None) -> _LaneClasses:
    known = None if reference is None else right_classes(side, reference)
    scores, chosen = side.prediction.scores, set(side.prediction.chosen())
    order: list[int] = np.argsort(-scores, kind="stable")[:_EACH].tolist()
    rows = tuple(
        CardRow(
            class_name(side.labels, index),
            float(scores[index]),
            (120, 120, 120),
            index in chosen,
            None if known is None else index in known,
        )
        for index in order
    )
    return _LaneClasses(role, side.title, rows, None if known is None else chosen == known and bool(chosen))


def _surest(side: _LaneClasses) -> float | None:
    return next((row.score for row in side.rows if row.is_chosen), None)
