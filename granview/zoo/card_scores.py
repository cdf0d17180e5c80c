"""What a card says of quality and of grain, whatever its task."""

import msgspec

from granview.zoo.card import Card
from granview.zoo.figures import Figures


class GrainFigure(msgspec.Struct, frozen=True, array_like=True):
    """The score of one grain.

    Attributes:
        grain: The grain, in the unit of the task.
        count: Number of units that were measured.
        score: Of them; None without any.
    """

    grain: str
    count: int
    score: float | None


class CardScores(msgspec.Struct, frozen=True):
    """What a card says of quality.

    Attributes:
        metric: Name of the score by which models are ranked.
        score: That score.
        unit: Its unit; empty for a share.
        by_grain: Scores by grain, the finest or plainest first; empty where the card has none.
    """

    metric: str
    score: float
    unit: str
    by_grain: tuple[GrainFigure, ...]


def card_scores(card: Card) -> CardScores | None:
    """The scores of a measured model; None before it was measured."""
    if card.measured is not None:
        rows = tuple(GrainFigure(row.grain, row.regions, row.recall) for row in card.measured.grain_recall)
        return CardScores("mIoU", card.measured.mean_iou, "", rows)
    if card.measured_text is not None:
        text = card.measured_text
        rows = tuple(GrainFigure(row.grain, row.count, row.score) for row in text.by_grain)
        return CardScores(text.metric, text.score, "", rows)
    if card.figures is not None:
        figures = card.figures
        return CardScores(figures.metric, figures.score, figures.unit, _grains_of(figures))
    return None


def _grains_of(figures: Figures) -> tuple[GrainFigure, ...]:
    """The rows of the table whose first column is the grain, the second a count and the third a score."""
    tables = (table for table in figures.tables if table.columns[0].startswith("grain"))
    return tuple(msgspec.convert(row[:3], GrainFigure) for table in tables for row in table.rows)
