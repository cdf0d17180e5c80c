"""Classes of a picture as a whole: one that is right, or several that do not exclude each other."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.prediction import Prediction
from granview.core.predictions.class_scores import ClassScores
from granview.core.truth import Truth


@dataclass(frozen=True)
class ReferenceClasses(Truth):
    """The ground truth of a picture.

    Attributes:
        names: Its classes; one where classes exclude each other.
        known: All classes of its data set; empty where they are not known.
        n_alike: Pictures of the data set that have its class, this one among them: how rare it is. None where that is
            not known, or where it has several classes.
        object_share: Part of the picture that the object takes, 0 to 1; None where no box of it is known.
        notices: Sentences that the user must see.
    """

    noun: ClassVar[str] = "the class of a picture"
    names: tuple[str, ...]
    known: tuple[str, ...] = ()
    n_alike: int | None = None
    object_share: float | None = None
    notices: tuple[str, ...] = ()

    def as_prediction(self) -> tuple[Prediction, LabelSet]:
        """Its classes with a probability of 1, among those of the data set."""
        names = tuple(dict.fromkeys((*self.known, *self.names)))
        scores = np.array([name in self.names for name in names], dtype=np.float32)
        return ClassScores(scores, len(self.names) != 1), LabelSet(names, class_colors(names), None)
