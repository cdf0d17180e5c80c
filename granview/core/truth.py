"""The ground truth of one sample, read and ready to be scored against: one file of ``granview.core.truths`` a type."""

from abc import ABC
from typing import ClassVar, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from granview.core.errors import InputError
from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.prompt import ObjectPrompt, PromptSource

Luminance = NDArray[np.uint8]
"""(H, W) uint8: luma of BT.601, 0 to 255."""


class Truth(ABC):
    """The ground truth of a sample. A task scores predictions against the one type of truth that it knows.

    Attributes:
        noun: What it is, in a sentence, such as ``a mask``.
        notices: Sentences that the user must see, such as that classes have no names.
    """

    noun: ClassVar[str]
    notices: tuple[str, ...]

    def as_prediction(self) -> tuple[Prediction, LabelSet] | None:
        """What a lane would have to say to be right, and in which classes; None where that is shown in another way.

        So the reference of a picture is drawn, read under the cursor, listed in legends and written on pages by what
        serves the type of prediction.
        """
        return None

    def with_luminance(self, luminance: Luminance) -> Self:
        """The same beside the picture that it is about, where units are measured in it too; itself where they are not.

        Args:
            luminance: (H, W) uint8.
        """
        return self

    def object_prompts(self, source: PromptSource) -> tuple[ObjectPrompt, ...]:
        """Prompts that a person would give for each of its objects, in their order; empty for a truth without objects.

        Args:
            source: What of an object is pointed at.
        """
        return ()


TruthT = TypeVar("TruthT", bound=Truth)


def required_truth(truth: Truth, wanted: type[TruthT]) -> TruthT:
    """The truth as the type that a task scores against.

    Raises:
        InputError: it is of another type: a reference that this task cannot compare with.
    """
    if not isinstance(truth, wanted):
        raise InputError(
            f"The reference is {truth.noun}, and this task compares with {wanted.noun}.",
            "Give a reference that fits the task.",
        )
    return truth
