"""The ground truth of one sample, read and ready to be scored against."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from granview.core.labels import LabelSet
from granview.core.text import NO_NAMES, DataSetNames, TextInput, TextReference

Labels = NDArray[np.uint8] | NDArray[np.uint16]


@dataclass(frozen=True)
class ReferenceMask:
    """The ground truth of an image.

    Attributes:
        labels: (H, W) uint8 or uint16, C-contiguous: class indices of ``label_set``, or its void index.
        label_set: The classes.
        notices: Sentences that the user must see, such as that classes have no names.
    """

    labels: Labels
    label_set: LabelSet
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReferenceText:
    """The ground truth of a text, beside the text that it is true of.

    Attributes:
        given: The text.
        reference: What is true of it.
        notices: Sentences that the user must see, such as that an entity lies outside the text.
        data_set: What is said of any text of its data set: the label set that it is scored in.
    """

    given: TextInput
    reference: TextReference
    notices: tuple[str, ...] = ()
    data_set: DataSetNames = NO_NAMES


Truth = ReferenceMask | ReferenceText
