"""What is needed, besides a prediction, to show it, and what it is shown as."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.labels import Color, LabelSet, normalized
from granview.core.text import TextReference
from granview.export.texts.excerpt import Excerpt, excerpt
from granview.export.texts.formatted_runs import Mark, runs_of
from granview.export.texts.page_content import Block, Passage
from granview.scoring.matched_names import BY_NAME, MatchedNames
from granview.scoring.word_difference import Edit

NO_COLOR: Final[Color] = (139, 144, 153)
ANSWERS: Final = "no answer in this text"


@dataclass(frozen=True)
class BlockContext:
    """A text, what is known of it, and the lane's classes.

    Attributes:
        text: The text; for a question, the context.
        labels: The lane's classes.
        colors: The colour of each class on the page, by normalized common name.
        known: What is known of the text; None where nothing is.
        limit: How many code points of a text the page may show.
        names: What the lane's classes and the reference's are called in common, as they were scored.
    """

    text: str
    labels: LabelSet
    colors: Mapping[str, Color]
    known: TextReference | None
    limit: int
    names: MatchedNames = BY_NAME

    def name(self, index: int) -> str:
        """Name of a class of the lane's."""
        return self.labels.name_or_number(index)

    def color(self, name: str) -> Color:
        """The colour of a class by its common name, or by the reference's own."""
        return self.colors.get(normalized(name), NO_COLOR)

    def model_color(self, name: str) -> Color:
        """The colour of a class of the lane's, by the lane's own name."""
        return self.color(self.names.of_model(name))

    def passage(
        self, marks: Sequence[Mark] = (), edits: Sequence[Edit] = (), focus: int = 0, caption: str = ""
    ) -> Iterator[Block]:
        """The text with marks, and what is left out of it, in words."""
        yield from passage(self.text, excerpt(self.text, self.limit, focus), marks, edits, caption)


@dataclass(frozen=True)
class PageBlocks:
    """A prediction as a page shows it.

    Attributes:
        blocks: From top to bottom.
        has_text: Whether the sample's own text is among them.
        classes: Names of the classes that the legend must explain.
        notes: What signs and lines mean.
    """

    blocks: tuple[Block, ...]
    has_text: bool = False
    classes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def passage(
    text: str,
    shown: Excerpt,
    marks: Sequence[Mark] = (),
    edits: Sequence[Edit] = (),
    caption: str = "",
    is_code: bool = False,
) -> Iterator[Block]:
    """A text with marks, and what is left out of it, in words."""
    yield Passage(runs_of(text, shown, marks, edits), caption, is_code)
    yield from shown.words
