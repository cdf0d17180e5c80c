"""Text files: their encoding, found out and said, and their content as it stands in the file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.io.encodings import UTF8, damage_in_words, detect
from granview.io.files import check_regular, open_regular, trouble

MAX_BYTES: Final = 1 << 30
"""The largest text that is read whole."""


@dataclass(frozen=True)
class DecodedText:
    """The content of a text file.

    Attributes:
        text: The text, with its line ends as they are, without a byte order mark.
        encoding: Its encoding, as people know it, such as ``UTF-16 LE``.
        notices: Sentences that the user must see, such as that the encoding was guessed.
    """

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def read_text(path: Path) -> DecodedText:
    """Read a whole text file. NUL and lone surrogates come through as they are.

    Raises:
        InputError: it cannot be read, is not a text, or is too large.
    """
    data = read_bytes(path)
    encoding = detect(data, path.name)
    if encoding == UTF8 and (strict := _strictly(data)) is not None:
        return DecodedText(strict, encoding.title)
    text = encoding.decode(data)
    words = damage_in_words(encoding, data, text, path.name)
    return DecodedText(text, encoding.title, encoding.notices(path.name) + words)


def _strictly(data: bytes) -> str | None:
    """The text of undamaged UTF-8, which most files are."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def read_bytes(path: Path) -> bytes:
    """A whole file of at most ``MAX_BYTES``.

    Raises:
        InputError: it cannot be read, or is larger.
    """
    size = check_regular(path).st_size
    if size > MAX_BYTES:
        raise InputError(
            f"{path.name} has {size / 1e9:.1f} GB, more than the limit of {MAX_BYTES / 1e9:.1f} GB.", "Split it."
        )
    try:
        with open_regular(path) as file:
            return file.read()
    except OSError as error:
        raise trouble(path, error) from error
