"""What a report says, in order, before it has a format: its writers draw these blocks and add nothing.

All texts are plain; nothing in them is ever read as markup.
"""

from dataclasses import dataclass
from typing import Literal

from granview.export.page_content import Detail, LegendEntry
from granview.export.report.drawing import Drawing
from granview.export.texts.page_content import TextColumn

Tone = Literal["text", "lead", "muted", "warn"]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``lead`` for the sentence that the rest explains, ``warn`` for what limits it."""

    text: str
    tone: Tone = "text"


@dataclass(frozen=True)
class SubHeading:
    """A heading within a section, with a few words beside it."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Item:
    """A line of a list, with lines of its own below it; what stands before its text is strong."""

    text: str
    name: str = ""
    items: tuple["Item", ...] = ()


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Head:
    """The head of a table's column: what it says, its unit below, and whether cells hold numbers."""

    text: str
    is_number: bool = False
    unit: str = ""


@dataclass(frozen=True)
class TableCell:
    """A cell.

    Attributes:
        text: What it says.
        is_strong: Whether it is the best of its row or column.
        swatch: A lane's place among the series; None for what is no lane.
        whole: What it says in full, where ``text`` is shortened.
    """

    text: str
    is_strong: bool = False
    swatch: int | None = None
    whole: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under heads, which stand again on each page that the table goes over; the first column names the rows."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    caption: str = ""


@dataclass(frozen=True)
class Figure:
    """A drawing with its caption, and what it shows in words for those who cannot see it.

    Attributes:
        drawing: What is drawn.
        caption: What stands below it.
        words: What it shows.
        is_row: Whether it is one of several drawings of one size, of which the last has the caption.
    """

    drawing: Drawing
    caption: str
    words: str
    is_row: bool = False


@dataclass(frozen=True)
class EncodedPicture:
    """A picture as it lies in a file: JPEG bytes, and its size in px."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True)
class PictureCell:
    """One picture of a row, or the reason why there is none.

    Attributes:
        title: The lane's name, or what the picture is.
        details: Lines under it.
        picture: The picture; None where ``message`` says why not.
        message: Why there is none.
        swatch: The lane's place among the series; None for what is no lane.
    """

    title: str
    details: tuple[Detail, ...]
    picture: EncodedPicture | None
    message: str = ""
    swatch: int | None = None


@dataclass(frozen=True)
class PictureRow:
    """One place of one sample as every lane saw it."""

    title: str
    subtitle: str
    cells: tuple[PictureCell, ...]
    legend: tuple[LegendEntry, ...] = ()


@dataclass(frozen=True)
class TextCards:
    """One text as every lane read it."""

    title: str
    subtitle: str
    cards: tuple[TextColumn, ...]
    legend: tuple[LegendEntry, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Names with their values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SmallPrint:
    """What is there to be looked up, not to be read: folded together on screens, in small letters on paper.

    Attributes:
        title: What it is.
        rows: Names with their values, such as files with their hashes.
    """

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Command:
    """Something to be typed."""

    text: str


Block = Paragraph | SubHeading | Bullets | Table | Figure | PictureRow | TextCards | Facts | SmallPrint | Command


@dataclass(frozen=True)
class Section:
    """A part of a report.

    Attributes:
        anchor: What it goes by in links, the same in every language.
        title: Its heading.
        blocks: What it says.
    """

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class ReportDocument:
    """A report.

    Attributes:
        language: Its code, such as ``en`` or ``zh-Hans``.
        title: What it is about.
        subtitle: What was compared, in a line.
        date: When it was made, ISO 8601 without a time.
        sections: Its parts.
        contents_title: What stands above the list of parts.
        footer: How it was made.
        no_font: What a writer says of ``{characters}`` for which it has no font, and which ``{fonts}`` have them.
    """

    language: str
    title: str
    subtitle: str
    date: str
    sections: tuple[Section, ...]
    contents_title: str
    footer: str
    no_font: str = "{characters}: {fonts}"
