"""A page about a text, as both of its writers take it: what is said, in which order, and how it stands out.

Its parts are messages, since one of the writers is another process. A colour is a class's own, or a role that the
writer has a colour for: ``text``, ``muted``, ``accent``, ``good``, ``bad``, ``warn``.
"""

from typing import Literal

import msgspec

from granview.core.labels import Color
from granview.export.page_content import Detail, LegendEntry

Role = Literal["text", "muted", "accent", "good", "bad", "warn"]
Line = Literal["", "solid", "dashed", "dotted"]


class TextFormat(msgspec.Struct, frozen=True):
    """How a span of text stands out.

    Attributes:
        color: Of everything below.
        fill: Opacity of the ground behind it, 0 to 1.
        under: A line under it.
        about: A line about it.
        is_struck: Whether a line goes through it.
        is_plain: Whether the ground ends with its letters, so that neighbours do not overlap.
    """

    color: Color | Role
    fill: float = 0.0
    under: Line = ""
    about: Line = ""
    is_struck: bool = False
    is_plain: bool = False


class TextRun(msgspec.Struct, frozen=True):
    """Text that looks the same from end to end.

    Attributes:
        text: The text; of the user's, it is never read as markup.
        text_formats: From the outermost to the innermost; empty for plain text.
        label: A few letters after it that say what it is.
    """

    text: str
    text_formats: tuple[TextFormat, ...] = ()
    label: str = ""


class Passage(msgspec.Struct, frozen=True, tag="passage"):
    """A text with its line ends.

    Attributes:
        runs: The text, piece by piece.
        caption: What it is, such as ``Question``; may be empty.
        is_code: Whether letters stand under each other.
    """

    runs: tuple[TextRun, ...]
    caption: str = ""
    is_code: bool = False


class Words(msgspec.Struct, frozen=True, tag="words"):
    """A sentence of GranView's own.

    Attributes:
        text: The words.
        role: Their colour.
    """

    text: str
    role: Role = "muted"


class Bar(msgspec.Struct, frozen=True, tag="bar"):
    """A name with a value.

    Attributes:
        name: What the bar stands for.
        value: Its length, 0 to 1; None: no bar, only a dot in its colour.
        color: Its colour.
        verdict: Whether the reference agrees; None where that is not known, or not asked.
        is_chosen: Whether this is what the lane says.
        note: A few words after the name.
    """

    name: str
    value: float | None
    color: Color | Role = "accent"
    verdict: bool | None = None
    is_chosen: bool = False
    note: str = ""


Block = Passage | Words | Bar


class TextColumn(msgspec.Struct, frozen=True):
    """One column.

    Attributes:
        title: The lane's name, or what the column is.
        details: Lines under the title.
        blocks: What the lane says, from top to bottom.
    """

    title: str
    details: tuple[Detail, ...]
    blocks: tuple[Block, ...]


class TextPage(msgspec.Struct, frozen=True):
    """All that a page says.

    Attributes:
        title: The sample's name.
        subtitle: What else is known of it.
        input_blocks: What stands above the columns: the question, and the text unless the columns show it.
        panels: The columns, from left to right.
        legend: The classes present.
        notes: What signs and lines mean.
        footer: How the page was made.
    """

    title: str
    subtitle: str
    input_blocks: tuple[Block, ...]
    panels: tuple[TextColumn, ...]
    legend: tuple[LegendEntry, ...]
    notes: tuple[str, ...]
    footer: str
