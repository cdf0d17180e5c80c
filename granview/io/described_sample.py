"""A sample as it is known without its content: what a lane is given whose predictions were made elsewhere."""

from dataclasses import dataclass

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.core.text import TextInput
from granview.io.orientation import Frame


@dataclass(frozen=True)
class DescribedSample:
    """A sample, and how large it is.

    Attributes:
        sample: The sample.
        frame: How its picture lies; None for a text.
        text_input: Its text; None for a picture.
    """

    sample: Sample
    frame: Frame | None = None
    text_input: TextInput | None = None

    @property
    def picture(self) -> Frame:
        """How its picture lies.

        Raises:
            InputError: it is no picture.
        """
        if self.frame is None:
            raise InputError(f"{self.sample.filename} is no picture.", "Give saved predictions of pictures pictures.")
        return self.frame

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of its picture in px, as it is shown."""
        return self.picture.height, self.picture.width

    @property
    def text(self) -> TextInput:
        """Its text.

        Raises:
            InputError: it is no text.
        """
        if self.text_input is None:
            raise InputError(f"{self.sample.filename} is no text.", "Give saved predictions of texts texts.")
        return self.text_input
