"""Text files: their encoding, found out and said, and their content as it stands in the file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.limits import MAX_TEXT_BYTES
from granview.io.encodings import UTF8, decoding_notices, detect
from granview.io.regular_files import as_input_error, check_regular, open_regular

_SPLIT: Final = "Split it into shorter texts, for instance one per line of a .jsonl file."
_BYTES_PER_CHAR: Final = 4
"""No encoding that is read here takes more."""


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


def read_text(path: Path, max_chars: int | None = None) -> DecodedText:
    """Read a whole text file. NUL and lone surrogates come through as they are.

    Args:
        path: The file.
        max_chars: The most characters that it may have; None takes any text that can be shown.

    Raises:
        InputError: it cannot be read, is not a text, or is too large.
    """
    if max_chars is None:
        return _decoded(path)
    size = check_regular(path).st_size
    decoded = _decoded(path) if size <= _BYTES_PER_CHAR * max_chars else None
    if decoded is None or len(decoded.text) > max_chars:
        raise InputError(
            f"{path.name} has {size / 1e6:,.1f} MB of text. At most {max_chars:,} characters are taken.", _SPLIT
        )
    return decoded


def refuse_huge(path: Path, size: int) -> None:
    """Refuse a text file that is too large to be held in memory.

    Raises:
        InputError: it has more than ``MAX_TEXT_BYTES``.
    """
    if size > MAX_TEXT_BYTES:
        words = (
            f"{path.name} has {size / 1e6:,.0f} MB, more than the limit of {MAX_TEXT_BYTES / 1e6:,.0f} MB for a text."
        )
        raise InputError(words, _SPLIT)


def _decoded(path: Path) -> DecodedText:
    data = read_bytes(path)
    encoding = detect(data, path.name)
    if encoding == UTF8 and (strict := _strictly(data)) is not None:
        return DecodedText(strict, encoding.title)
    text = encoding.decode(data)
    words = decoding_notices(encoding, data, text, path.name)
    return DecodedText(text, encoding.title, encoding.notices(path.name) + words)


def _strictly(data: bytes) -> str | None:
    """The text of undamaged UTF-8, which most files are."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def read_bytes(path: Path) -> bytes:
    """A whole file of at most ``MAX_TEXT_BYTES``.

    Raises:
        InputError: it cannot be read, or is larger.
    """
    refuse_huge(path, check_regular(path).st_size)
    try:
        with open_regular(path) as file:
            return file.read()
    except OSError as error:
        raise as_input_error(path, error) from error
