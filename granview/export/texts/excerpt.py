"""The part of a text that a page shows, where it is too long to be shown whole."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from granview.export.texts.page_content import Words

DRAWN: Final = 6_000
"""Code points of a text on a page that is drawn: a picture can be only so high."""

WRITTEN: Final = 200_000
"""Code points of a text on an HTML page: what browsers open at once."""

_LETTERS_PER_LINE: Final = 20
_LINE_END: Final = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")
_BEFORE: Final = 3
"""The part before the place of interest is this part of the excerpt: a third."""


@dataclass(frozen=True)
class Excerpt:
    """A part of a text, by offsets.

    Attributes:
        start: Its first code point.
        end: After its last.
        size: Code points of the whole text.
    """

    start: int
    end: int
    size: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.start == 0 and self.end == self.size

    @property
    def words(self) -> tuple[Words, ...]:
        """What to say about it; nothing for a whole text."""
        if self.is_whole:
            return ()
        return (
            Words(f"Characters {self.start + 1:,} to {self.end:,} of {self.size:,}; the rest is not shown.", "warn"),
        )


def excerpt(text: str, limit: int, focus: int = 0) -> Excerpt:
    """As much of a text as fits, from its beginning, or about a place that lies beyond.

    Args:
        text: The whole text.
        limit: Code points; a line counts as twenty at least.
        focus: Offset of what must be seen.
    """
    start = 0 if focus < limit - limit // _BEFORE else focus - limit // _BEFORE
    end = min(start + limit, len(text))
    line_ends = _LINE_END.finditer(text, start, end)
    last = next(islice(line_ends, max(limit // _LETTERS_PER_LINE - 1, 0), None), None)
    return Excerpt(start, end if last is None else last.end(), len(text))
