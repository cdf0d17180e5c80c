"""What is known to be true of a text."""

from dataclasses import dataclass
from typing import ClassVar

from granview.core.text import NO_NAMES, DataSetNames, TextInput, TextReference
from granview.core.truth import Truth


@dataclass(frozen=True)
class ReferenceText(Truth):
    """The ground truth of a text, beside the text that it is true of.

    Attributes:
        text_input: The text.
        reference: What is true of it.
        notices: Sentences that the user must see, such as that an entity lies outside the text.
        data_set: What is said of any text of its data set: the label set that it is scored in.
    """

    noun: ClassVar[str] = "what is known of a text"
    text_input: TextInput
    reference: TextReference
    notices: tuple[str, ...] = ()
    data_set: DataSetNames = NO_NAMES
