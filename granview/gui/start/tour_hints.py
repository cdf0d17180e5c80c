"""The five hints of the tour: at which part of the window each stands, and what it says."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True)
class TourHint:
    """A hint.

    Attributes:
        anchor: The part that it speaks of, by its name.
        title: A few words.
        words: A sentence or two.
    """

    anchor: str
    title: str
    words: str


def tour_hints() -> tuple[TourHint, ...]:
    """All hints in their order, in the user's language."""
    return (
        TourHint(
            "lanes",
            translate("Tour", "Every model is a lane"),
            translate("Tour", "Click one to see it alone, right-click to pin it; + adds more."),
        ),
        TourHint(
            "inputs",
            translate("Tour", "Your samples"),
            translate("Tour", "A and D step through them. Sorted by “Differ most”, the interesting ones come first."),
        ),
        TourHint(
            "inspect",
            translate("Tour", "Side by side, or on each other"),
            translate("Tour", "Swipe, blink and difference show where two models part. The wheel zooms in all cells."),
        ),
        TourHint(
            "verdict",
            translate("Tour", "What it comes to"),
            translate("Tour", "Which model is enough, how surely, and at what cost. The numbers stand beside it."),
        ),
        TourHint(
            "menus",
            translate("Tour", "Take it with you"),
            translate("Tour", "File ▸ Export writes pictures and tables, File ▸ Report a document to hand on."),
        ),
    )
