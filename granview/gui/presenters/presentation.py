"""How a cell shows what is said about a text: made by a presenter, drawn by the cell."""

from collections.abc import Callable
from dataclasses import dataclass, field

from granview.core.labels import Color
from granview.gui.model.readout import Readout
from granview.gui.model.shown_text import ShownText
from granview.gui.model.text_viewport import INPUT, TextSpan
from granview.gui.presenters.marks import NO_MARKS, Marks
from granview.scoring.word_difference import WordAlignment


@dataclass(frozen=True)
class Bar:
    """A line with a bar.

    Attributes:
        name: What the bar stands for.
        value: Its length, 0 to 1; None: no bar, but a dot in its colour before the name.
        color: Its colour; None: the accent.
        verdict: Whether the reference agrees; None where that is not known, or not asked.
        is_chosen: Whether this is what the lane says.
        note: A few words after the name.
    """

    name: str
    value: float | None
    color: Color | None = None
    verdict: bool | None = None
    is_chosen: bool = False
    note: str = ""


@dataclass(frozen=True)
class SummaryText:
    """A line of words above the text.

    Attributes:
        text: The words; of the user's, they are never read as markup.
        caption: What they are, such as ``Question``.
        role: Their colour: a role of the theme.
    """

    text: str
    caption: str = ""
    role: str = "text"


@dataclass(frozen=True)
class Presentation:
    """What a cell draws.

    Attributes:
        shown: The text.
        space: The space of its offsets.
        rows: What stands above it.
        marks: Stretches of the text that mean something.
        shades: How sure the lane is of each token, drawn on demand.
        focus: What to scroll to when it is first shown; None: the beginning.
        alignment: Where the same stands in another text; None where there is no other.
        say: What the lane says of a code point; None where it says nothing.
        text_span: The token, word or span that holds a code point; None outside the text.
        is_writing: Whether more is to come at its end.
        notices: Sentences that the user must see.
    """

    shown: ShownText
    space: str = INPUT
    rows: tuple[Bar | SummaryText, ...] = ()
    marks: Marks = NO_MARKS
    shades: Marks = NO_MARKS
    focus: int | None = None
    alignment: WordAlignment | None = None
    say: Callable[[int], Readout | None] = field(default=lambda _: None)
    text_span: Callable[[int], TextSpan | None] = field(default=lambda _: None)
    is_writing: bool = False
    notices: tuple[str, ...] = ()
