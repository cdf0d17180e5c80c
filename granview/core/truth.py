"""The ground truth of one sample, read and ready to be scored against: one file of ``granview.core.truths`` a type."""

from abc import ABC

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction


class Truth(ABC):
    """The ground truth of a sample. A task scores predictions against the one type of truth that it knows.

    Attributes:
        notices: Sentences that the user must see, such as that classes have no names.
    """

    notices: tuple[str, ...]

    def as_prediction(self) -> tuple[Prediction, LabelSet] | None:
        """What a lane would have to say to be right, and in which classes; None where that is shown in another way.

        So the reference of a picture is drawn, read under the cursor, listed in legends and written on pages by what
        serves the type of prediction.
        """
        return None
