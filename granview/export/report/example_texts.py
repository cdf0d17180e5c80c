"""A text of a report: what is known of it and what each lane said, in cards."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import msgspec

from granview.export.page_content import Detail
from granview.export.report.document import TextCards
from granview.export.report.example_request import ExampleRequest
from granview.export.texts.block_context import ANSWERS
from granview.export.texts.page_content import Bar, Block, Passage, TextColumn, Words
from granview.export.texts.text_page import text_page

OfPage = Callable[[str], str]

MOST_CHARACTERS: Final = 700
"""Code points of a text that a report shows."""


def text_example(request: ExampleRequest) -> TextCards:
    """The cards of an example; what metrics are is said elsewhere in a report.

    Raises:
        InputError: the text cannot be read.
    """
    page = text_page(request.page, MOST_CHARACTERS, has_metric_notes=False)
    asked = (TextColumn(request.of_page("Input"), (), page.input_blocks),) if page.input_blocks else ()
    cards = tuple(_in_words(request, card) for card in (*asked, *(_card(request, panel) for panel in page.panels)))
    notes = tuple(map(request.of_page, page.notes[:_NOTES]))
    return TextCards(request.title, request.subtitle, cards, page.legend, notes)


_NOTES: Final = 4


def _card(request: ExampleRequest, panel: TextColumn) -> TextColumn:
    is_lane = panel.title in request.notes
    title = panel.title if is_lane or panel.title != "Reference" else request.reference_title
    details = (Detail(request.notes[panel.title]),) if is_lane else panel.details
    return msgspec.structs.replace(panel, title=title, details=details)


def _in_words(request: ExampleRequest, card: TextColumn) -> TextColumn:
    """The card with what is GranView's own in the report's language; texts and names of classes stay."""
    details = tuple(replace(each, text=request.of_page(each.text)) for each in card.details)
    blocks = tuple(_BLOCKS[type(block)](block, request.of_page) for block in card.blocks)
    return msgspec.structs.replace(card, details=details, blocks=blocks)


def _words(block: Words, of_page: OfPage) -> Words:
    return msgspec.structs.replace(block, text=of_page(block.text))


def _bar(block: Bar, of_page: OfPage) -> Bar:
    name = of_page(block.name) if block.name == ANSWERS else block.name
    return msgspec.structs.replace(block, name=name, note=of_page(block.note))


def _passage(block: Passage, of_page: OfPage) -> Passage:
    runs = tuple(msgspec.structs.replace(run, label=of_page(run.label)) for run in block.runs)
    return msgspec.structs.replace(block, runs=runs, caption=of_page(block.caption))


_BLOCKS: Final[dict[type, Callable[[Any, OfPage], Block]]] = {Words: _words, Bar: _bar, Passage: _passage}
