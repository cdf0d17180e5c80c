"""What a cell of a text shows."""

from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.sample_kind import Kind
from granview.core.text import TextReference
from granview.gui.model.cell_content import CellContent
from granview.gui.model.opened_text import OpenedText
from granview.gui.paint.heat import Heat
from granview.scoring.matched_names import BY_NAME, MatchedNames

translate = QCoreApplication.translate


TARGET_SPACE: Final = "target"
"""The space of offsets into the text that lanes should have written."""


def lane_space(lane: str) -> str:
    """The space of offsets into what a lane wrote."""
    return f"lane:{lane}"


@dataclass(frozen=True)
class Compared:
    """A text with the space of its offsets.

    Attributes:
        text: The reference's first target, or what the pinned lane wrote.
        space: Of its offsets, as ``TextViewport`` names spaces.
    """

    text: str
    space: str


@dataclass(frozen=True)
class TextContent(CellContent):
    """A sample's text, and what a lane says about it or what is known to be true of it.

    Attributes:
        opened: The sample's text; None while it is being opened.
        prediction: What the lane says; None while there is nothing, and for the reference.
        labels: The lane's classes or entity types, in the colours of the legend.
        known_labels: The same of the reference; None where it names none.
        names: What the lane's classes and the reference's are called in common, as they were scored.
        reference: What is known to be true of the text; None where nothing is.
        partial: What the lane has written so far; None when it is not writing.
        compared: The text that a written one is compared with; None where there is none.
        writes: Whether the lane's task is to write a text, so that the sample's own text is not shown in its cell.
        target: For the reference of texts that are written: the text that is right. None where none is.
        heat: What the lane answered to the question that is asked; shades the tokens.
    """

    kind: ClassVar[Kind] = "text"

    opened: OpenedText | None = None
    prediction: Prediction | None = None
    labels: LabelSet | None = None
    known_labels: LabelSet | None = None
    names: MatchedNames = BY_NAME
    reference: TextReference | None = None
    partial: str | None = None
    compared: Compared | None = None
    writes: bool = False
    target: str | None = None
    heat: Heat | None = None

    @property
    def has_result(self) -> bool:
        """Whether there is something to see besides the sample's text."""
        known = self.is_reference and self.reference is not None
        return known or self.is_bare or any(found is not None for found in (self.prediction, self.partial, self.heat))

    @property
    def is_bare(self) -> bool:
        """Whether this is the sample's text alone."""
        return self.key == TEXT_KEY

    @property
    def is_code(self) -> bool:
        """Whether the text shown is code: its reference says what it must compute."""
        is_written = self.writes or self.target is not None
        return is_written and self.reference is not None and self.reference.cases is not None

    @property
    def is_open(self) -> bool:
        """Whether the text is there."""
        return self.opened is not None

    @property
    def is_lane(self) -> bool:
        """Whether a lane can be asked for something here."""
        return super().is_lane and not self.is_bare

    @property
    def opening(self) -> str:
        """What is said while the text is being opened."""
        return translate("CellStatus", "Opening the text…")

    @property
    def no_reference(self) -> str:
        """How to give a text a reference."""
        return translate("CellStatus", "Open a file that has labels, entities, answers or targets beside its texts.")


TEXT_KEY = "text"
"""Key of the cell with the sample's text alone."""
