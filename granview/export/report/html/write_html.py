"""A report as HTML: no scripts, nothing from anywhere else, light or dark as the reader's system says, ready to print.

The templates lie in ``resources/report``. Everything that a session says is escaped; only drawings and cards, which
escape what they say themselves, are put in as they are.
"""

import base64
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from granview.core.palette import LANES_ON_DARK, LANES_ON_LIGHT
from granview.core.resources import resource_path
from granview.export.report import document
from granview.export.report.grid import MOST_IN_A_ROW, in_a_row
from granview.export.report.html.svg_figure import svg_figure
from granview.export.texts.html import panel_html
from granview.export.texts.style import STYLE
from granview.export.texts.unprintable_characters import named

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_MACROS: Final[dict[type, str]] = {
    document.Paragraph: "paragraph",
    document.SubHeading: "sub_heading",
    document.Bullets: "bullets",
    document.Table: "table",
    document.Figure: "figure",
    document.PictureRow: "picture_row",
    document.TextCards: "text_cards",
    document.Facts: "facts",
    document.SmallPrint: "small_print",
    document.Command: "command",
}
"""What of ``blocks.html.jinja`` writes each block."""


def write_html(report: document.ReportDocument, file: BinaryIO) -> None:
    """Write a report as UTF-8."""
    template = _environment().get_template("report.html.jinja")
    style = _style() + resource_path("report", "report.css").read_text(encoding="utf-8")
    for part in template.generate(report=report, style=style):
        file.write(part.encode())


def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource_path("report")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: named(value) if type(value) is str else value,
    )
    environment.filters |= {"svg": _svg, "card": _card, "data_uri": _data_uri, "in_a_row": _in_a_row}
    environment.filters["block"] = _block_writer(environment.get_template("blocks.html.jinja"))
    return environment


def _block_writer(template: "Template") -> Callable[[document.Block], Any]:
    def write(block: document.Block) -> Any:
        return getattr(template.module, _MACROS[type(block)])(block)

    return write


def _svg(figure: document.Figure) -> Any:
    from markupsafe import Markup

    return Markup(svg_figure(figure.drawing, figure.words))


def _card(card: Any) -> Any:
    from markupsafe import Markup

    return Markup(panel_html(card))


def _data_uri(picture: document.EncodedPicture) -> str:
    return "data:image/jpeg;base64," + base64.b64encode(picture.data).decode()


def _in_a_row(things: Sequence[object], most: int = MOST_IN_A_ROW) -> int:
    return in_a_row(len(things), most)


def _style() -> str:
    """The style sheet of pages, and the colours of the lanes."""
    light = _lanes(LANES_ON_LIGHT)
    dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_lanes(LANES_ON_DARK)} }} }}"
    used = "".join(
        f".f-lane{place} {{ fill: var(--lane{place}); }} .s-lane{place} {{ stroke: var(--lane{place}); }}"
        f" .swatch.lane{place} {{ background: var(--lane{place}); }}\n"
        for place in range(len(LANES_ON_LIGHT))
    )
    return f"{STYLE}\n:root {{ {light} }}\n{dark}\n{used}"


def _lanes(colors: tuple[str, ...]) -> str:
    return " ".join(f"--lane{place}: {color};" for place, color in enumerate(colors))
