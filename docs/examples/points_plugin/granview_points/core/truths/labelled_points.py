"""Points that somebody has set in a picture."""

from dataclasses import dataclass
from typing import ClassVar

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.truth import Truth
from granview_points.core.predictions.labelled_points import LabelledPoints


@dataclass(frozen=True)
class ReferencePoints(Truth):
    """The ground truth of a picture.

    Attributes:
        points: Where things are; all scores are 1.
        label_set: The classes.
        notices: Sentences that the user must see.
    """

    noun: ClassVar[str] = "points"
    points: LabelledPoints
    label_set: LabelSet
    notices: tuple[str, ...] = ()

    def as_prediction(self) -> tuple[Prediction, LabelSet]:
        """The points themselves."""
        return self.points, self.label_set
