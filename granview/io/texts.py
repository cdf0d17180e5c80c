"""Text files: their encoding, found out and said, and their content as it stands in the file."""

from dataclasses import dataclass
from pathlib import Path

from granview.io.files import open_regular


@dataclass(frozen=True)
class DecodedText:
    """The content of a text file.

    Attributes:
        text: The text, with its line ends as they are.
        encoding: Its encoding, as Python names it.
        notices: Sentences that the user must see, such as that the encoding was guessed.
    """

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def read_text(path: Path) -> DecodedText:
    """Read a whole text file.

    Raises:
        InputError: it cannot be read.
    """
    with open_regular(path) as file:
        data = file.read()
    return DecodedText(data.decode("utf-8-sig"), "utf-8")
