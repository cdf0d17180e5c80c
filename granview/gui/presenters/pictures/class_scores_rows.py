"""Class scores as the lines of a card: the most probable classes, and those that are right."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import numpy as np

from granview.core.labels import Color, LabelSet, normalized
from granview.core.predictions.class_scores import ClassScores
from granview.gui.language.translatable import translatable
from granview.gui.model.number_filter import FilterValues, NumberFilter
from granview.gui.paint.overlay_style import OverlayStyle, class_name

MOST: Final = 5
"""Classes that a card lists, besides those that are right."""

LEAST_PROBABILITY: Final = NumberFilter(
    "probability",
    translatable("ClassScoresPresenter", "Least probability"),
    0.0,
    1.0,
    0.0,
    "",
    "ClassScoresPresenter",
)


@dataclass(frozen=True)
class CardRow:
    """A line of a card.

    Attributes:
        name: The class.
        score: Its probability, 0 to 1.
        color: Its colour.
        is_chosen: Whether it is what the lane says.
        is_right: Whether it is true; None where that is not known.
    """

    name: str
    score: float
    color: Color
    is_chosen: bool
    is_right: bool | None = None


def card_rows(
    prediction: ClassScores, labels: LabelSet, style: OverlayStyle, known: Collection[int] | None = None
) -> list[CardRow]:
    """The most probable classes, the surest first, and after them those that are right.

    Args:
        prediction: What the lane says.
        labels: Its classes.
        style: Hides classes, and those of less than the least probability.
        known: The classes that are right, as indices of ``labels``; None where that is not known.
    """
    order: list[int] = np.argsort(-prediction.scores, kind="stable").tolist()
    hidden = {normalized(name) for name in style.hidden}
    least = LEAST_PROBABILITY.value_in(style.filters)
    shown = [
        index
        for index in order
        if 0 < prediction.scores[index] >= least and normalized(class_name(labels, index)) not in hidden
    ]
    chosen = set(prediction.chosen())
    listed = [*shown[:MOST], *(index for index in order if known and index in known and index not in shown[:MOST])]
    return [
        CardRow(
            class_name(labels, index),
            float(prediction.scores[index]),
            labels.colors[index] if index < len(labels) else style.unnamed,
            index in chosen,
            None if known is None else index in known,
        )
        for index in listed
    ]


def surer_than(prediction: ClassScores, values: FilterValues) -> ClassScores:
    """The prediction with a probability of 0 for the classes that are not probable enough."""
    least = LEAST_PROBABILITY.value_in(values)
    kept = np.where(prediction.scores >= least, prediction.scores, np.float32(0))
    return ClassScores(kept.astype(np.float32), prediction.multi_label)


def percent(score: float) -> str:
    """A probability as shown: never 0 % for something."""
    return f"{score * 100:.0f} %" if score >= 0.01 or score == 0 else "< 1 %"
