"""What a comparison page says, before it has a shape."""

from dataclasses import dataclass

from granview.core.labels import Color
from granview.core.pixel_size import PixelSize
from granview.export.page import MakePixels


@dataclass(frozen=True)
class Detail:
    """A line of a caption; ``strong`` for what is the best of its row."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class PageColumn:
    """One column: a picture of the sample's size with a caption.

    Attributes:
        title: The lane's name, or what the picture is.
        details: Lines under the title.
        make: Makes the picture's pixels when they are drawn.
        message: What is written over the picture: an error in words; empty when there is none.
    """

    title: str
    details: tuple[Detail, ...]
    make: MakePixels
    message: str = ""


@dataclass(frozen=True)
class LegendEntry:
    """A class that is in one of the pictures, or what a colour means.

    Attributes:
        name: The class, or the meaning.
        color: The colour.
        is_class: Whether the name is one of the data's own; else it is in GranView's words.
    """

    name: str
    color: Color
    is_class: bool = True


@dataclass(frozen=True)
class PageContent:
    """All that a page says.

    Attributes:
        title: The sample's name.
        subtitle: What else is known of it.
        width: Of every picture, in px.
        height: Of every picture, in px.
        panels: The columns, from left to right.
        legend: The classes present.
        footer: How the page was made.
        notes: What must be known of the numbers in the captions, a paragraph each.
        pixel_size: How large a px of the pictures is, for a scale bar; None: that is not known.
    """

    title: str
    subtitle: str
    width: int
    height: int
    panels: tuple[PageColumn, ...]
    legend: tuple[LegendEntry, ...]
    footer: str
    notes: tuple[str, ...] = ()
    pixel_size: PixelSize | None = None
