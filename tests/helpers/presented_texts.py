"""What presenters make of predictions that tests wrote by hand."""

from typing import Final

from granview.core.labels import LabelSet
from granview.core.palette import class_colors
from granview.core.prediction import Prediction
from granview.core.text import TextReference
from granview.gui.model.opened_text import OpenedText
from granview.gui.model.view_state import TextDifference
from granview.gui.presenters.cell_presentation import present
from granview.gui.presenters.text_presenter import Bar, Presentation, PresenterInput, SummaryText
from tests.helpers.text_cells import spans_of, text_lane

MOODS: Final = LabelSet(("negative", "neutral", "positive"), class_colors(("negative", "neutral", "positive")), None)
TEXT: Final = "Ada Lovelace met Babbage in London."
KNOWN: Final = spans_of(TEXT, ("Ada Lovelace", "PER"), ("Babbage", "PER"), ("London", "LOC"))


def shown(
    prediction: Prediction | None, text: str = TEXT, reference: TextReference | None = None, **others: object
) -> Presentation:
    """How the cell of a lane shows its prediction."""
    question = others.pop("question", None)
    difference = others.pop("difference", TextDifference.REFERENCE)
    opened = OpenedText(text, question=question)  # type: ignore[arg-type]
    content = text_lane("a", opened, prediction, reference=reference, **others)
    return present(PresenterInput(content, opened, difference=difference))  # type: ignore[arg-type]


def bars(presentation: Presentation) -> list[Bar]:
    """The bars above the text."""
    return [row for row in presentation.rows if isinstance(row, Bar)]


def words(presentation: Presentation) -> str:
    """The words above the text."""
    return " ".join(row.text for row in presentation.rows if isinstance(row, SummaryText))
