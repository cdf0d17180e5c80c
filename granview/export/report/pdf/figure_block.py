"""Drawings on paper, as vectors."""

from typing import Final

from granview.export.report.document import Figure
from granview.export.report.drawing import Area, Dot, Drawing, Label, Line, Shape
from granview.export.report.pdf.sheet import LEAST, MARGIN_MM, MM_PER_POINT, SMALL_PT, WIDTH_MM, Sheet, color_of

_WIDEST_MM: Final = 165.0
_PLAIN_PX: Final = 720.0
"""The width of a drawing that takes the page; narrower ones are drawn at the same scale."""


def figure_room(sheet: Sheet, block: Figure) -> float:
    """How much of a page the drawing and its caption take at least, in mm."""
    least = 1.0 if block.is_row else LEAST
    return block.drawing.height * _full_scale(block) * least + _caption_room(sheet, block)


def _full_scale(block: Figure) -> float:
    """Mm by px."""
    return _WIDEST_MM / max(block.drawing.width, _PLAIN_PX)


def _caption_room(sheet: Sheet, block: Figure) -> float:
    return 1.5 + (sheet.height(block.caption, SMALL_PT, WIDTH_MM) if block.caption else 0.0)


def draw_figure(sheet: Sheet, block: Figure) -> None:
    """The drawing and its caption, on one page; a little smaller where it would miss that by little."""
    drawing, scale = block.drawing, _full_scale(block)
    sheet.need(figure_room(sheet, block))
    if not block.is_row:
        scale *= sheet.shrinking(drawing.height * scale, _caption_room(sheet, block))
    top = sheet.y
    _draw(sheet, drawing, MARGIN_MM, top, scale)
    sheet.pdf.set_y(top + drawing.height * scale + 1.5)
    if block.caption:
        sheet.write(block.caption, SMALL_PT, "muted")
    sheet.skip(3.0)


def _draw(sheet: Sheet, drawing: Drawing, left: float, top: float, scale: float) -> None:
    pdf = sheet.pdf
    pdf.set_auto_page_break(False)
    for shape in drawing.shapes:
        _draw_shape(sheet, shape, left, top, scale)
    sheet.flow()


def _draw_shape(sheet: Sheet, shape: Shape, left: float, top: float, scale: float) -> None:
    pdf = sheet.pdf
    match shape:
        case Line():
            pdf.set_draw_color(*color_of(shape.role))
            pdf.set_line_width(shape.width * scale)
            if shape.is_dashed:
                pdf.set_dash_pattern(dash=5 * scale, gap=4 * scale)
            pdf.polyline([(left + x * scale, top + y * scale) for x, y in shape.places])
            pdf.set_dash_pattern()
        case Area():
            pdf.set_fill_color(*color_of(shape.role))
            with pdf.local_context(fill_opacity=shape.opacity):
                pdf.polygon([(left + x * scale, top + y * scale) for x, y in shape.places], style="F")
        case Dot():
            pdf.set_draw_color(*color_of(shape.role))
            pdf.set_fill_color(*color_of("ground" if shape.is_hollow else shape.role))
            pdf.set_line_width(1.6 * scale)
            pdf.circle(left + shape.x * scale, top + shape.y * scale, shape.radius * scale, style="DF")
        case Label():
            _draw_label(sheet, shape, left, top, scale)


def _draw_label(sheet: Sheet, label: Label, left: float, top: float, scale: float) -> None:
    size = label.size * scale / MM_PER_POINT
    height = sheet.font(size, label.role, label.is_strong)
    width = sheet.width(label.text)
    shift = {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    x, baseline = left + label.x * scale - shift, top + label.y * scale
    sheet.pdf.set_xy(x, baseline - height / 2 - size * MM_PER_POINT * 0.3)
    sheet.pdf.cell(width + 1, height, sheet.shown(label.text).replace("\u200b", ""))
