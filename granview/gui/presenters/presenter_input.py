"""What a presenter is given, and what several of them share."""

from dataclasses import dataclass
from typing import Final

from granview.core.labels import Color, LabelSet
from granview.gui.model.opened_text import OpenedText
from granview.gui.model.shown_text import ShownText
from granview.gui.model.text_viewport import TextSpan
from granview.gui.model.view_state import TextDifference
from granview.gui.presenters.presentation import SummaryText
from granview.gui.presenters.text_content import TextContent, translate
from granview.scoring.word_spans import word_at

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
