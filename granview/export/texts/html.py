"""A page of a text as one HTML file: no scripts, no other files, and nothing from anywhere is taken for markup."""

from collections.abc import Iterable
from html import escape
from typing import BinaryIO

from granview.core.labels import Color
from granview.export.page_content import Detail
from granview.export.texts.page_content import (
    Bar,
    Block,
    Passage,
    Role,
    TextColumn,
    TextFormat,
    TextPage,
    TextRun,
    Words,
)
from granview.export.texts.style import STYLE
from granview.export.texts.unprintable_characters import named, visible

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Even if something got through, a browser would run nothing and fetch nothing."""


def write_html(page: TextPage, file: BinaryIO) -> None:
    """Write a page as UTF-8."""
    file.write(_document(page).encode())


def _document(page: TextPage) -> str:
    title = _text(page.title)
    legend = [f"<li>{_swatch(entry.color)}<bdi>{_text(entry.name)}</bdi></li>" for entry in page.legend]
    legend += [f'<li class="muted">{_text(note)}</li>' for note in page.notes]
    input_blocks = f'<section class="given">{_blocks(page.input_blocks)}</section>\n' if page.input_blocks else ""
    panels = "\n".join(map(panel_html, page.panels))
    listed = f'<ul class="legend">{"".join(legend)}</ul>\n' if legend else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f'<header>\n<h1 dir="auto">{title}</h1>\n<p class="subtitle muted" dir="auto">{_text(page.subtitle)}</p>\n'
        f'</header>\n{input_blocks}<main class="panels">\n{panels}\n</main>\n{listed}'
        f"<footer>{_text(page.footer)}</footer>\n</body>\n</html>\n"
    )


def panel_html(panel: TextColumn) -> str:
    """A column as HTML, of which ``STYLE`` knows the classes; all that it says is escaped."""
    details = "".join(map(_detail, panel.details))
    return (
        f'<article class="panel">\n<h2 dir="auto">{_text(panel.title)}</h2>{details}\n'
        f'<div class="blocks">{_blocks(panel.blocks)}</div>\n</article>'
    )


def _detail(detail: Detail) -> str:
    return f'<p class="detail{" strong" if detail.strong else ""}">{_text(detail.text)}</p>'


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Passage():
            caption = f'<p class="caption">{_text(block.caption)}</p>' if block.caption else ""
            kind = "passage code" if block.is_code else "passage"
            return f'{caption}<div class="{kind}" dir="auto">{"".join(map(_run, block.runs))}</div>'
        case Words():
            return f'<p class="words {block.role}" dir="auto">{_text(block.text)}</p>'
        case Bar():
            return _bar(block)


def _run(run: TextRun) -> str:
    inner = escape(visible(run.text))
    if run.label:
        inner += f"<bdi>{_text(run.label)}</bdi>"
    for text_format in reversed(run.text_formats):
        style = f"{_color(text_format.color)};--a:{text_format.fill:g}"
        inner = f'<mark class="{_classes(text_format)}" style="{style}">{inner}</mark>'
    return inner


def _classes(text_format: TextFormat) -> str:
    lines = (
        ("under-", text_format.under),
        ("about-", text_format.about),
        ("", "struck" if text_format.is_struck else ""),
    )
    return " ".join(f"{prefix}{line}" for prefix, line in lines if line)


def _bar(bar: Bar) -> str:
    note = f'<span class="note">{_text(bar.note)}</span>' if bar.note else ""
    dot = "" if bar.value is not None else _swatch(bar.color)
    name = f'<span class="name">{dot}<bdi>{_text(bar.name)}</bdi>{note}</span>'
    kind = "bar chosen" if bar.is_chosen else "bar"
    if bar.value is None:
        return f'<div class="{kind} known">{name}</div>'
    fill = f'<span class="fill" style="{_color(bar.color)};width:{bar.value:.2%}"></span>'
    return f'<div class="{kind}">{name}<span class="track">{fill}</span><span class="value">{_value(bar)}</span></div>'


def _value(bar: Bar) -> str:
    sign = {None: "", True: ' <span class="good">✓</span>', False: ' <span class="bad">✗</span>'}[bar.verdict]
    return f"{bar.value:.3f}{sign}"


def _swatch(color: Color | Role) -> str:
    return f'<span class="swatch" style="{_color(color)}"></span>'


def _color(color: Color | Role) -> str:
    """A colour as the style sheet takes it: a class's own, or that of a role, which depends on light and dark."""
    return f"--c:var(--{color})" if isinstance(color, str) else "--c:{} {} {}".format(*color)


def _text(text: str) -> str:
    return escape(named(text))
