"""From what a page says to where it stands: one row of columns, each picture at its native size under its caption."""

from dataclasses import dataclass
from typing import Final

from granview.core.labels import Color
from granview.export.page import Box, Item, Page, Picture, Text
from granview.export.page_content import LegendEntry, PageColumn, PageContent
from granview.export.page_scale_bar import bar_on_page, scale_bar_items
from granview.export.typeface import Typeface, choose_typeface

GROUND: Final[Color] = (255, 255, 255)
INK: Final[Color] = (23, 26, 31)
MUTED: Final[Color] = (98, 107, 120)
BEST: Final[Color] = (10, 110, 189)
BAD: Final[Color] = (176, 32, 32)
HAIRLINE: Final[Color] = (222, 226, 232)

_READABLE_PX = 420
"""Picture width at which text has its plain size; wider pictures have larger text, so that a page looks alike."""
_LEAST_COLUMN_PX = 200
_MISSING = " · no font on this machine has all characters of the names on this page"


@dataclass(frozen=True)
class Scale:
    """Sizes in px for pictures of one width."""

    unit: float

    @classmethod
    def of(cls, width: int) -> "Scale":
        """Plain for small pictures, growing with wide ones."""
        return cls(max(width / _READABLE_PX, 1.0))

    def px(self, plain: float) -> int:
        """A plain size, scaled and whole."""
        return round(plain * self.unit)

    @property
    def heading(self) -> int:
        """Size of the page's title."""
        return self.px(22)

    @property
    def title(self) -> int:
        """Size of a column's title."""
        return self.px(16)

    @property
    def detail(self) -> int:
        """Size of everything else."""
        return self.px(13)

    @property
    def line(self) -> int:
        """From one baseline of details to the next."""
        return self.px(18)

    @property
    def margin(self) -> int:
        """Around the page."""
        return self.px(28)

    @property
    def gutter(self) -> int:
        """Between columns."""
        return self.px(16)


def lay_out(content: PageContent) -> Page:
    """The page of a comparison."""
    typeface = choose_typeface(_texts(content))
    scale = Scale.of(content.width)
    column = max(content.width, scale.px(_LEAST_COLUMN_PX))
    n = len(content.panels)
    width = 2 * scale.margin + n * column + (n - 1) * scale.gutter
    top = scale.margin
    items, top = _header(content, typeface, scale, top, width)
    details = max(len(panel.details) for panel in content.panels)
    picture_top = top + scale.px(16) + scale.px(8) + details * scale.line + scale.px(8)
    for index, panel in enumerate(content.panels):
        x = scale.margin + index * (column + scale.gutter)
        items += _caption(panel, typeface, scale, x, top, column)
        items += _picture(content, panel, typeface, scale, x, picture_top)
    legend, bottom = _legend(content, typeface, scale, picture_top + content.height + scale.px(22), width)
    footer, bottom = _footer(content, typeface, scale, bottom, width)
    return Page(width, bottom + scale.margin, GROUND, typeface, content.title, (*items, *legend, *footer))


def _texts(content: PageContent) -> list[str]:
    bar = bar_on_page(content.pixel_size, content.width)
    captions = [text for panel in content.panels for text in (panel.title, panel.message, *_lines(panel))]
    return [
        content.title,
        content.subtitle,
        content.footer,
        *content.notes,
        *captions,
        *(entry.name for entry in content.legend),
        *([] if bar is None else [bar.label]),
        "…",
    ]


def _lines(panel: PageColumn) -> list[str]:
    return [detail.text for detail in panel.details]


def _header(content: PageContent, face: Typeface, scale: Scale, top: int, width: int) -> tuple[list[Item], int]:
    room = width - 2 * scale.margin
    baseline = top + scale.heading
    title = face.clipped(content.title, scale.heading, room)
    below = baseline + scale.px(21)
    subtitle = face.clipped(content.subtitle, scale.detail, room)
    rule = below + scale.px(14)
    items: list[Item] = [
        Text(scale.margin, baseline, title, scale.heading, INK),
        Text(scale.margin, below, subtitle, scale.detail, MUTED),
        Box(scale.margin, rule, room, scale.px(1), HAIRLINE),
    ]
    return items, rule + scale.px(20)


def _caption(panel: PageColumn, face: Typeface, scale: Scale, x: int, top: int, width: int) -> list[Item]:
    baseline = top + scale.title
    items: list[Item] = [Text(x, baseline, face.clipped(panel.title, scale.title, width), scale.title, INK)]
    for index, detail in enumerate(panel.details):
        y = baseline + scale.px(4) + (index + 1) * scale.line
        text = face.clipped(detail.text, scale.detail, width)
        items.append(Text(x, y, text, scale.detail, BEST if detail.strong else MUTED))
    return items


def _picture(content: PageContent, panel: PageColumn, face: Typeface, scale: Scale, x: int, y: int) -> list[Item]:
    items: list[Item] = [Picture(x, y, content.width, content.height, panel.make, panel.title)]
    if panel.message:
        inset = scale.px(14)
        room = max(content.width - 2 * inset, scale.px(_LEAST_COLUMN_PX) - inset)
        most = max((content.height - 2 * inset) // scale.line, 1)
        for index, line in enumerate(face.wrapped(panel.message, scale.detail, room, most)):
            items.append(Text(x + inset, y + inset + scale.detail + index * scale.line, line, scale.detail, BAD))
    bar = bar_on_page(content.pixel_size, content.width)
    if bar is not None:
        items += scale_bar_items(bar, face, scale.detail, x + content.width, y + content.height)
    return items


def _legend(content: PageContent, face: Typeface, scale: Scale, top: int, width: int) -> tuple[list[Item], int]:
    """Swatches with names, as many in a row as fit."""
    items: list[Item] = []
    swatch, gap, between = scale.px(14), scale.px(7), scale.px(20)
    x, y = scale.margin, top
    for entry in content.legend:
        name = face.clipped(entry.name, scale.detail, width - 2 * scale.margin - swatch - gap)
        needed = swatch + gap + face.width(name, scale.detail)
        if x > scale.margin and x + needed > width - scale.margin:
            x, y = scale.margin, y + scale.px(23)
        items += _swatch(entry, name, scale, x, y)
        x += round(needed) + between
    return items, y + swatch if content.legend else top


def _swatch(entry: LegendEntry, name: str, scale: Scale, x: int, y: int) -> list[Item]:
    side = scale.px(14)
    border = tuple(max(channel - 50, 0) for channel in entry.color)
    box = Box(x, y, side, side, entry.color, scale.px(3), (border[0], border[1], border[2]))
    return [box, Text(x + side + scale.px(7), y + side - scale.px(2.5), name, scale.detail, INK)]


def _footer(content: PageContent, face: Typeface, scale: Scale, top: int, width: int) -> tuple[list[Item], int]:
    """What the numbers mean, and how the page was made."""
    baseline = top + scale.px(30)
    size, room = scale.px(11), width - 2 * scale.margin
    missing = "" if face.covers_all else _MISSING
    lines = [line for note in content.notes for line in face.wrapped(note, size, room, len(note))]
    lines.append(face.clipped(content.footer + missing, size, room))
    places = [baseline + index * scale.px(16) for index in range(len(lines))]
    return [Text(scale.margin, y, line, size, MUTED) for y, line in zip(places, lines, strict=True)], places[-1]
