"""How predictions about texts are shown: what a presenter is given, what it makes, and the table of presenters by type.

A presenter is one function in one file of ``presenters.texts``, registered under the prediction's ``type_name``; the
grid knows no type. A plug-in's ``gui.presenters.texts`` is looked through as well.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from granview.core.labels import Color, LabelSet
from granview.core.registry import Registry
from granview.gui.model.opened_text import OpenedText
from granview.gui.model.readout import Readout
from granview.gui.model.shown_text import ShownText
from granview.gui.model.text_viewport import INPUT, TextSpan
from granview.gui.model.view_state import TextDifference
from granview.gui.presenters.marks import NO_MARKS, Marks
from granview.gui.presenters.text_content import TextContent, translate
from granview.scoring.word_difference import WordAlignment
from granview.scoring.words import word_at


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
        marks: Spans of the text that mean something.
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


LONG: Final = 50_000
"""Code points from which on a text is long: what is said of it takes the time of a frame or more to be laid out."""


@dataclass(frozen=True)
class PresenterInput:
    """A cell's content and the choices by which it is shown.

    Attributes:
        content: What the cell shows.
        opened: The sample's text.
        part: Number of the part of the text that is shown.
        difference: What written texts are compared with.
    """

    content: TextContent
    opened: OpenedText
    part: int = 0
    difference: TextDifference = TextDifference.REFERENCE

    def is_like(self, other: "PresenterInput") -> bool:
        """Whether what is made of the two looks the same: large things are the same ones, small ones are equal."""
        mine, theirs = self.content, other.content
        return (
            self.opened is other.opened
            and mine.prediction is theirs.prediction
            and mine.reference is theirs.reference
            and self._choices() == other._choices()
        )

    def _choices(self) -> tuple[object, ...]:
        content = self.content
        classes = (content.labels, content.known_labels, content.names)
        small = (content.key, classes, content.partial, content.compared, content.writes, content.target)
        return (*small, content.is_reference, self.part, self.difference)

    @property
    def is_long(self) -> bool:
        """Whether so much may be said of the text that the window would have to wait for it."""
        return len(self.opened.text) > LONG and self.content.partial is None

    def shown(self) -> ShownText:
        """The sample's text as it stands."""
        return self.opened.shown(self.part)

    def word(self, offset: int) -> TextSpan | None:
        """The word of the sample's text that holds a code point."""
        return word_at(self.opened.text, offset)

    def known_color(self, name: str) -> Color | None:
        """The colour of a class that the reference names; None where there is no such class."""
        return color_of(self.content.known_labels or self.content.labels, name)

    def asked(self) -> tuple[SummaryText, ...]:
        """The question and the second text, where there are any."""
        rows = (
            (self.opened.question, translate("TextCell", "Question")),
            (self.opened.pair, translate("TextCell", "Second text")),
        )
        return tuple(SummaryText(text, caption) for text, caption in rows if text is not None)


def name_of(labels: LabelSet | None, index: int) -> str:
    """Name of a class; the index itself where the label set has no such class."""
    return labels.names[index] if labels is not None and index < len(labels) else str(index)


def color_of(labels: LabelSet | None, name: str) -> Color | None:
    """The colour of the class of that name; None where there is no such class."""
    index = None if labels is None else labels.index(name)
    return None if labels is None or index is None else labels.colors[index]


TextPresenter = Callable[[Any, PresenterInput], Presentation]
"""From a prediction of the type that it is registered for, and what its cell is given, to what the cell shows."""

TEXT_PRESENTERS: Final[Registry[TextPresenter]] = Registry(
    "granview.gui.presenters.texts", "presenter of predictions about texts"
)
"""By ``type_name``, what shows a type of prediction."""
