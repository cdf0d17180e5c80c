"""Pictures as they should be: what a restored picture is compared with."""

from dataclasses import dataclass
from typing import ClassVar

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.predictions.restored_picture import Pixels, RestoredPicture
from granview.core.truth import Truth

_NO_CLASSES = LabelSet((), ())


@dataclass(frozen=True)
class ReferencePicture(Truth):
    """The ground truth of a picture that is small, noisy or blurred.

    Attributes:
        pixels: (H, W, 3) uint8, sRGB.
        scale: Its px for each px of the sample's picture; 1 where that is of the same size.
        notices: Sentences that the user must see, such as how it was read.
    """

    noun: ClassVar[str] = "a picture"
    pixels: Pixels
    scale: float = 1.0
    notices: tuple[str, ...] = ()

    def as_prediction(self) -> tuple[Prediction, LabelSet]:
        """The picture as a model would have to give it back."""
        return RestoredPicture(self.pixels, self.scale), _NO_CLASSES
