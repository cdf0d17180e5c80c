"""Texts: HTML for browsers, and pages that Qt draws, since it shapes every script."""

from contextlib import nullcontext
from pathlib import Path

from granview.export.explanation_groups import ExplanationGroup
from granview.export.page_formats import PAGE_WRITERS
from granview.export.page_request import PageRequest, PageTools
from granview.export.report.document import TextCards
from granview.export.report.example_request import ExampleRequest
from granview.export.report.example_texts import text_example
from granview.export.sample_export import SAMPLE_EXPORTS, SampleExport
from granview.export.texts.excerpt import DRAWN, WRITTEN
from granview.export.texts.html import write_html
from granview.export.texts.page_content import TextPage
from granview.export.texts.renderer import PageRenderer
from granview.export.texts.text_page import text_page
from granview.export.texts.token_weight_pages import token_weight_page
from granview.io.atomic_write import atomic_write
from granview.store.rows import ExplanationRow

_HTML = ".html"


class TextExport(SampleExport):
    """Pages of passages and bars."""

    suffixes = (_HTML, *PAGE_WRITERS)
    always = (_HTML,)

    def write_page(self, request: PageRequest, path: Path) -> None:
        """The text, what is known of it, and what lanes said, side by side."""
        if path.suffix.lower() == _HTML:
            page = text_page(request, WRITTEN)
            with atomic_write(path) as file:
                write_html(page, file)
        else:
            _draw(text_page(request, DRAWN), path, request.tools)

    def example(self, request: ExampleRequest) -> TextCards:
        """The text with what each lane marked in it."""
        return text_example(request)

    def draws_explanations(self, group: ExplanationGroup) -> bool:
        """Whether every answer weighs tokens."""
        return group.over_text

    def write_explanation(self, path: Path, group: ExplanationGroup, row: ExplanationRow, tools: PageTools) -> None:
        """One lane's weights as shades over the text."""
        _draw(token_weight_page(tools.session, group, [row]), path, tools)

    def write_explanations(self, path: Path, group: ExplanationGroup, tools: PageTools) -> None:
        """All lanes' weights as shades over the text, side by side."""
        _draw(token_weight_page(tools.session, group, group.rows), path, tools)


def _draw(page: TextPage, path: Path, tools: PageTools) -> None:
    """Let Qt draw a page in a process of its own."""
    with PageRenderer() if tools.renderer is None else nullcontext(tools.renderer) as renderer:
        data = renderer.draw(page, path.suffix.lower())
    with atomic_write(path) as file:
        file.write(data)


SAMPLE_EXPORTS.register("text")(TextExport())
