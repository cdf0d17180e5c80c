"""A comparison page that is asked for, and what it is made with."""

from dataclasses import dataclass

from granview.core.sample import Sample
from granview.export.texts.renderer import PageRenderer
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord


@dataclass(frozen=True)
class PageTools:
    """What pages are made with.

    Attributes:
        session: Where predictions are read.
        renderer: Draws what needs Qt; None to start a process for each page.
    """

    session: SessionReader
    renderer: PageRenderer | None = None


@dataclass(frozen=True)
class PageRequest:
    """A comparison page that is asked for.

    Attributes:
        tools: What it is made with.
        sample: What it is about.
        lanes: The lanes to show, in this order.
        opacity: Of predictions over the picture, 0 to 1.
        is_close_up: Whether a part of it is to be enlarged, so that no words are drawn over the picture.
    """

    tools: PageTools
    sample: Sample
    lanes: tuple[LaneRecord, ...]
    opacity: float
    is_close_up: bool = False
