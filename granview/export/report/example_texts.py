"""A text of a report: what is known of it and what each lane said, in cards."""

from typing import Final

import msgspec

from granview.export.page_content import Detail
from granview.export.report.document import TextCards
from granview.export.report.example_request import ExampleRequest
from granview.export.texts.page_content import TextColumn
from granview.export.texts.text_page import text_page

MOST_CHARACTERS: Final = 1200
"""Code points of a text that a report shows."""


def text_example(request: ExampleRequest) -> TextCards:
    """The cards of an example.

    Raises:
        InputError: the text cannot be read.
    """
    page = text_page(request.page, MOST_CHARACTERS)
    given = (TextColumn(request.input_title, (), page.input_blocks),) if page.input_blocks else ()
    cards = (*given, *(_card(request, panel) for panel in page.panels))
    return TextCards(request.title, request.subtitle, cards, page.legend, page.notes[:_NOTES])


_NOTES: Final = 3


def _card(request: ExampleRequest, panel: TextColumn) -> TextColumn:
    is_lane = panel.title in request.notes
    title = panel.title if is_lane or panel.title != "Reference" else request.reference_title
    details = (Detail(request.notes[panel.title]),) if is_lane else panel.details
    return msgspec.structs.replace(panel, title=title, details=details)
