"""A passage as HTML that Qt can show: escaped, coloured by the theme, a link for each statement that has a place."""

from collections.abc import Iterator
from html import escape
from typing import Final

from granview.gui.style.theme import Theme
from granview.gui.verdict.statement_tips import statement_tip
from granview.gui.widgets.text_preview import as_tip
from granview.report.verdict.passage import Card, Line, Passage

LINK: Final = "place"
"""Links are ``place:CARD.GROUP.LINE``, the numbers from 0."""

_STYLE: Final = """
body, p, li, td {{ color: {text}; }}
p {{ margin: 0 0 6px 0; }}
p.headline {{ font-weight: 600; margin: 0 0 8px 0; }}
p.muted, span.muted {{ color: {muted}; }}
p.title {{ font-weight: 600; margin: 0 0 2px 0; }}
p.head {{ color: {muted}; margin: 8px 0 2px 0; }}
p.group {{ font-weight: 600; margin: 6px 0 2px 0; }}
p.line {{ margin: 0 0 2px 12px; }}
a {{ color: {link}; text-decoration: underline; }}
"""


def passage_html(passage: Passage, theme: Theme) -> str:
    """The whole passage; numbers have a tool tip that says what they are."""
    style = _STYLE.format(text=theme.text, muted=theme.muted, link=theme.accent)
    body = "".join(_body(passage, theme))
    return f"<html><head><style>{style}</style></head><body>{body}</body></html>"


def line_at(passage: Passage, link: str) -> Line | None:
    """The line that a link stands for; None for one that there is not."""
    scheme, _, places = link.partition(":")
    try:
        card, group, line = (int(place) for place in places.split("."))
        return passage.cards[card].where[group].lines[line] if scheme == LINK else None
    except (ValueError, IndexError):
        return None


def _body(passage: Passage, theme: Theme) -> Iterator[str]:
    advice = {card.advice.text: card.advice for card in passage.cards}
    for sentence in passage.headline:
        yield f'<p class="headline">{_tipped(advice[sentence]) if sentence in advice else escape(sentence)}</p>'
    for place, card in enumerate(passage.cards):
        yield _boxed("".join(_card(card, place, passage)), theme)
    for heading, sentences in ((passage.headings.caveats, passage.caveats), (passage.headings.method, passage.method)):
        if sentences:
            yield f'<p class="head">{escape(heading)}</p>'
            yield from (f'<p class="muted">{escape(sentence)}</p>' for sentence in sentences)


def _boxed(content: str, theme: Theme) -> str:
    """A card: a raised ground with the accent along its left edge."""
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="margin-bottom: 8px"><tr>'
        f'<td width="3" bgcolor="{theme.accent}"></td>'
        f'<td bgcolor="{theme.raised}" style="padding: 8px 10px 8px 10px">{content}</td></tr></table>'
    )


def _card(card: Card, place: int, passage: Passage) -> Iterator[str]:
    headings = passage.headings
    kind = f'<span class="muted" style="font-weight: 400">{escape(card.kind)}</span>'
    yield f'<p class="title">{escape(card.title)} {kind}</p>'
    if card.advice.text not in passage.headline:
        yield f"<p>{_tipped(card.advice)}</p>"
    yield from _part(headings.over_all, [f'<p class="line">{_tipped(card.over_all)}</p>'])
    groups = [_group(place, number, group.title, group.lines) for number, group in enumerate(card.where)]
    yield from _part(headings.where, groups)
    yield from _part(headings.cost, [f'<p class="line">{escape(line.text)}</p>' for line in card.costs])


def _part(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f'<p class="head">{escape(heading)}</p>'
        yield from lines


def _group(card: int, group: int, title: str, lines: tuple[Line, ...]) -> str:
    shown = (_line(line, f"{LINK}:{card}.{group}.{number}") for number, line in enumerate(lines))
    return f'<p class="group">{escape(title)}</p>{"".join(shown)}'


def _line(line: Line, link: str) -> str:
    """A line; what stands before its first colon is the link to its place."""
    if line.asked is None or line.statement is None:
        return f'<p class="line">{escape(line.text)}</p>'
    colon = "：" if "：" in line.text else ": "
    name, mark, rest = line.text.partition(colon)
    tip = escape(as_tip(statement_tip(line.statement)))
    return (
        f'<p class="line"><a href="{link}" title="{tip}">{escape(name)}</a>{mark}'
        f'<span title="{tip}">{escape(rest)}</span></p>'
    )


def _tipped(line: Line) -> str:
    if line.statement is None:
        return escape(line.text)
    return f'<span title="{escape(as_tip(statement_tip(line.statement)))}">{escape(line.text)}</span>'
