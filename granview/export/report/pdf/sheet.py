"""A4 pages that are written from top to bottom: where the next thing stands, its colours and its fonts."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from granview.core.labels import Color
from granview.core.palette import LANES_ON_LIGHT
from granview.export.report.drawing import Role
from granview.export.report.pdf.fonts import Font, Fonts
from granview.export.texts.unprintable_characters import named

if TYPE_CHECKING:
    from fpdf import FPDF

MARGIN_MM: Final = 16.0
WIDTH_MM: Final = 210.0 - 2 * MARGIN_MM
_BOTTOM_MM: Final = 18.0
MM_PER_POINT: Final = 25.4 / 72
LEAST: Final = 0.84
"""The part of its size down to which a drawing is made smaller rather than leaving a page half empty."""
TEXT_PT: Final = 9.6
SMALL_PT: Final = 8.0
LINE: Final = 1.42
"""From one baseline to the next, by the size of the font."""

COLORS: Final[dict[str, Color]] = {
    "ink": (23, 26, 31), "text": (23, 26, 31), "muted": (90, 98, 110), "rule": (214, 219, 226),
    "ground": (255, 255, 255), "track": (241, 243, 246), "accent": (10, 110, 189), "good": (24, 121, 78),
    "bad": (176, 32, 32), "warn": (138, 90, 0),
}  # fmt: skip
"""By role, on paper."""

_FAMILY: Final = "report"
_NO_GLYPH: Final = "?"
"""What stands for a character that no font has; every font has it."""


def color_of(role: Role | str) -> Color:
    """The colour of a role, or of the lane at a place among the series."""
    if isinstance(role, str):
        return COLORS[role]
    text = LANES_ON_LIGHT[role % len(LANES_ON_LIGHT)]
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


class Sheet:
    """Pages of a report.

    Attributes:
        pdf: The document of fpdf2, in mm; what is drawn is drawn on it.
    """

    def __init__(self, pdf: "FPDF", missing: str) -> None:
        self.pdf = pdf
        self._missing = _replaced(missing)

    def shown(self, text: str) -> str:
        """A text as the fonts can write it: what no font has is a question mark, and lines may end in every script."""
        return breakable(text).translate(self._missing)

    @property
    def y(self) -> float:
        """Where the next thing stands."""
        return float(self.pdf.get_y())

    @property
    def bottom(self) -> float:
        """Where a page ends."""
        return float(self.pdf.h) - _BOTTOM_MM

    def flow(self) -> None:
        """Let what is written go on on the next page, as it does until a drawing forbids it."""
        self.pdf.set_auto_page_break(True, _BOTTOM_MM)

    def skip(self, mm: float) -> None:
        """Leave room, but none at the head of a page."""
        if self.y > MARGIN_MM:
            self.pdf.set_y(self.y + mm)

    def need(self, mm: float) -> None:
        """Begin a new page unless so much room is left on this one; more than a page has is not asked for."""
        if self.y + min(mm, self.bottom - MARGIN_MM) > self.bottom:
            self.pdf.add_page()

    def shrinking(self, drawn: float, beside: float) -> float:
        """By how much a drawing is made smaller to end on this page: 1 where it need not, never below ``LEAST``.

        Args:
            drawn: How high what can be made smaller is at its full size, in mm.
            beside: How high what goes with it is, such as its caption.
        """
        return min(1.0, max(LEAST, (self.bottom - self.y - beside) / drawn)) if drawn > 0 else 1.0

    def font(self, size: float = TEXT_PT, role: Role | str = "text", is_strong: bool = False) -> float:
        """Choose a font; the height of its line in mm."""
        self.pdf.set_font(_FAMILY, "B" if is_strong else "", size)
        self.pdf.set_text_color(*color_of(role))
        return size * LINE * MM_PER_POINT

    def width(self, text: str) -> float:
        """How wide a text is in the chosen font, in mm."""
        return float(self.pdf.get_string_width(self.shown(text).replace(_BREAK, "")))

    def write(self, text: str, size: float = TEXT_PT, role: Role | str = "text", **place: Any) -> None:
        """Write a paragraph below what is there.

        Args:
            text: What it says.
            size: Of the font, in points.
            role: Its colour.
            place: ``x`` and ``width`` in mm, by default those of the page; ``is_strong`` for the bold font.
        """
        height = self.font(size, role, place.get("is_strong", False))
        x = place.get("x", MARGIN_MM)
        room = place.get("width", WIDTH_MM - (x - MARGIN_MM))
        for line in self._lines(text, height, room):
            self.need(height)
            self.pdf.set_x(x)
            self.pdf.cell(room, height, line.replace(_BREAK, ""), new_x="LMARGIN", new_y="NEXT")

    def _lines(self, text: str, height: float, width: float) -> list[str]:
        """A text in lines of the chosen font."""
        lines: Any = self.pdf.multi_cell(width, height, self.shown(text), align="L", dry_run=True, output="LINES")
        return list(lines)

    def fitting(self, text: str, width: float) -> str:
        """A text for a room of some width in the chosen font, with places to break it only where it needs them."""
        shown = self.shown(text)
        plain = shown.replace(_BREAK, "")
        return plain if self.pdf.get_string_width(plain) <= width else shown

    def height(self, text: str, size: float, width: float, is_strong: bool = False) -> float:
        """How high a paragraph is, in mm."""
        height = self.font(size, is_strong=is_strong)
        return height * len(self._lines(text, height, width))

    def line(self, x1: float, x2: float, y: float, role: Role | str = "rule") -> None:
        """A hairline."""
        self.pdf.set_draw_color(*color_of(role))
        self.pdf.set_line_width(0.2)
        self.pdf.line(x1, y, x2, y)


def _replaced(missing: str) -> dict[int, str]:
    return {ord(character): _NO_GLYPH for character in missing}


_WIDE_FROM: Final = "\u2e80"
_BREAK: Final = "\u200b"
"""Where a line may end; it is never written."""
_NO_START: Final = frozenset("，。、；：？！）】》”’…％%")
"""What begins no line in Chinese and Japanese."""


def breakable(text: str) -> str:
    """The text with places where a line may end between characters of scripts that have no spaces."""
    text = named(text)
    if not any(character >= _WIDE_FROM for character in text):
        return text
    pieces: list[str] = []
    for before, character in zip(" " + text, text, strict=False):
        is_break = before >= _WIDE_FROM and before not in "（【《“‘" and character not in _NO_START
        is_break = is_break or (character >= _WIDE_FROM and not before.isspace() and character not in _NO_START)
        pieces.append(f"{_BREAK}{character}" if is_break and pieces else character)
    return "".join(pieces)


@contextmanager
def new_sheet(fonts: Fonts, footer: str) -> Iterator[Sheet]:
    """An empty document with its fonts; its pages have a footer with their number."""
    from fpdf import FPDF

    shown_footer = named(footer).translate(_replaced(fonts.missing))

    class Numbered(FPDF):
        """Pages with a footer.

        fpdf2 writes a font into a page with the first text that is set in it, within what it then takes back where that
        text begins with a character of another font: what follows has no font, or another size. So fonts are written
        when they are chosen, and at the head of each page.
        """

        def set_font(self, *choice: Any, **further: Any) -> None:
            """Choose a font, and write it into the page."""
            super().set_font(*choice, **further)
            self._write_font()

        def add_page(self, *wanted: Any, **further: Any) -> None:
            """Begin a page in the font of the last one."""
            super().add_page(*wanted, **further)
            self._write_font()

        def _write_font(self) -> None:
            if self.page and self.current_font is not None and not self.current_font_is_set_on_page:
                self._out(self._set_font_for_page(self.current_font, self.font_size_pt))

        def footer(self) -> None:
            """The footer of a page."""
            self.set_y(-12)
            self.set_font(_FAMILY, "", 7.5)
            self.set_text_color(*COLORS["muted"])
            self.cell(WIDTH_MM * 0.8, 4, shown_footer, align="L")
            self.cell(WIDTH_MM * 0.2, 4, f"{self.page_no()} / {{nb}}", align="R")

    pdf = Numbered(unit="mm", format="A4")
    pdf.set_margins(MARGIN_MM, MARGIN_MM, MARGIN_MM)
    pdf.set_auto_page_break(True, _BOTTOM_MM)
    pdf.c_margin = 0
    with tempfile.TemporaryDirectory(prefix="granview-") as folder:
        _add_fonts(pdf, fonts, Path(folder))
        pdf.add_page()
        yield Sheet(pdf, fonts.missing)


def _add_fonts(pdf: "FPDF", fonts: Fonts, folder: Path) -> None:
    """Register the fonts: the plain one, its bold one, and those that are asked for what these lack."""
    for style, font in (("", fonts.plain), ("B", fonts.bold)):
        pdf.add_font(_FAMILY, style, _file(folder, f"{_FAMILY}{style}", font))
    names: list[str] = []
    for place, font in enumerate(fonts.others):
        name = f"other{place}"
        for style in ("", "B"):
            pdf.add_font(name, style, _file(folder, name, font))
        names.append(name)
    pdf.set_fallback_fonts(names, exact_match=False)


def _file(folder: Path, name: str, font: Font) -> Path:
    path = folder / f"{name}{font.suffix[font.suffix.rfind('.') :]}"
    path.write_bytes(font.data)
    return path
