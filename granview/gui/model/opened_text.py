"""The text of a sample, opened: whole, and in parts as text views show it."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from granview.core.sample import Sample
from granview.gui.model.shown_text import ShownText, part_count, part_of
from granview.scoring.word_difference import Edit

PIECEWISE_BYTES: Final = 4 << 20
"""Size of a file from which on it is decoded piece by piece."""


class OpenedText:
    """What a text sample gives to models, ready to be shown.

    Attributes:
        text: The text; for a question, the context in which the answer is looked for.
        pair: The second text of a pair, or None.
        question: The question, or None.
        notices: Sentences that the user must see, such as that the encoding was guessed.
        parts: In how many parts it is shown; one, unless it is very long.
    """

    def __init__(
        self, text: str, pair: str | None = None, question: str | None = None, notices: tuple[str, ...] = ()
    ) -> None:
        self.text = text
        self.pair = pair
        self.question = question
        self.notices = notices
        self.parts = part_count(text)
        self._plain = lru_cache(maxsize=2)(self._part)
        self.shown(0)

    def shown(self, part: int, edits: Sequence[Edit] = ()) -> ShownText:
        """A part of the text as a text view holds it; the same object each time where nothing is edited."""
        part = min(part, self.parts - 1)
        return ShownText(self.text, *part_of(self.text, part), edits) if edits else self._plain(part)

    def part_at(self, offset: int) -> int:
        """Number of the part that holds a code point."""
        return next((n for n in range(self.parts) if offset < part_of(self.text, n)[1]), self.parts - 1)

    def _part(self, part: int) -> ShownText:
        return ShownText(self.text, *part_of(self.text, part))


def open_text(sample: Sample) -> OpenedText:
    """Read a text sample's file, or take the text that it carries.

    Raises:
        InputError: the file cannot be read.
    """
    if sample.text is not None:
        return OpenedText(sample.text.text, sample.text.pair, sample.text.question)
    path = Path(sample.path)
    if path.is_file() and path.stat().st_size > PIECEWISE_BYTES:
        return _opened_piecewise(path)
    from granview.io.text_reader import read_text

    decoded = read_text(path)
    return OpenedText(decoded.text, notices=decoded.notices)


def _opened_piecewise(path: Path) -> OpenedText:
    """Read a big file piece by piece: decoding it, or joining its pieces, in one go would stop every other thread.

    CPython lets a string that nobody else holds grow in place, so that each step takes about a millisecond; joining
    100 MB kept the window waiting for a third of a second.
    """
    from granview.io.text_file import TextFile

    file = TextFile(path)
    text = ""
    for block in file.blocks():
        text += block
    return OpenedText(text, notices=file.notices)
