"""Documents and sessions of reports, made by hand."""

import io
from typing import Final

from PIL import Image

from granview.export.page_content import Detail, LegendEntry
from granview.export.report import document as d
from granview.export.report.drawing import Area, Dot, Drawing, Label, Line
from granview.export.texts.page_content import Bar, Passage, TextColumn, TextFormat, TextRun, Words

HOSTILE: Final = "<script>alert(1)</script>&\"'{{ 7*7 }}\x07"
"""A name that would be markup, a template or a control character, were it taken for one."""


def picture() -> d.EncodedPicture:
    """A small JPEG."""
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), (200, 30, 30)).save(buffer, "JPEG")
    return d.EncodedPicture(buffer.getvalue(), 40, 30)


def every_block(name: str = "unet-small") -> tuple[d.Block, ...]:
    """A block of each kind, with a name in each of its texts."""
    drawing = Drawing(
        200,
        100,
        (
            Line(((0, 0), (200, 100)), "rule", is_dashed=True),
            Area(((0, 0), (10, 0), (10, 10)), 1, 0.5),
            Dot(50, 50, 4, 2, is_hollow=True),
            Label(10, 90, name, "middle", "ink", is_strong=True),
        ),
    )
    cells = tuple(d.PictureCell(f"{name} {i}", (Detail("score 0.5"),), picture(), swatch=i) for i in range(6))
    card = TextColumn(
        name,
        (Detail("score 1.00", strong=True),),
        (
            Passage(
                (TextRun(name, (TextFormat((200, 30, 30), 0.3, "solid", "dashed"),), "PER"), TextRun(" went\nhome")),
                "Text",
            ),
            Words(name, "warn"),
            Bar(name, 0.75, (10, 110, 189), True, True, "note"),
        ),
    )
    heads = (d.Head("Lane"), d.Head("mIoU", True, "%"))
    rows = ((d.TableCell(name, swatch=0), d.TableCell("0.5", True)),)
    return (
        d.Paragraph(name, "lead"),
        d.Paragraph(name, "warn"),
        d.SubHeading(name, name),
        d.Bullets((d.Item(name, name, (d.Item(name),)),)),
        d.Table(heads, rows * 60, name),
        d.Figure(drawing, name, name),
        d.PictureRow(name, name, (*cells, d.PictureCell(name, (), None, name)), (LegendEntry(name, (1, 2, 3)),)),
        d.TextCards(name, name, (card,) * 3, (LegendEntry(name, (1, 2, 3)),), (name,)),
        d.Facts(((name, name),)),
        d.SmallPrint(name, ((name, "ab" * 32),) * 300),
        d.Command(name),
    )


def document_of(name: str = "unet-small", language: str = "en") -> d.ReportDocument:
    """A document with every block."""
    section = d.Section("all", name, every_block(name))
    return d.ReportDocument(language, name, name, "2026-11-30", (section, section), name, name)
