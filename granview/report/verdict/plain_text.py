"""A passage as plain text and as Markdown, to be copied, printed and kept."""

from collections.abc import Iterator
from typing import Final

from granview.core.control_characters import with_controls_shown
from granview.report.verdict.passage import Card, Passage

_SPECIAL: Final = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|"})


def plain_text(passage: Passage) -> str:
    """The whole passage, without marks; paragraphs apart, lines of lists with a dash."""
    return "\n".join(_lines(passage, is_marked=False))


def markdown(passage: Passage, title: str) -> str:
    """The whole passage in Markdown, under a title; names that hold marks are escaped."""
    return "\n".join([f"# {_escaped(title)}", "", *_lines(passage, is_marked=True)]) + "\n"


def _lines(passage: Passage, is_marked: bool) -> Iterator[str]:
    write = _escaped if is_marked else with_controls_shown
    yield from (f"**{write(line)}**" if is_marked else write(line) for line in passage.headline)
    for card in passage.cards:
        yield ""
        yield from _card_lines(card, passage, is_marked)
    for heading, sentences in ((passage.headings.caveats, passage.caveats), (passage.headings.method, passage.method)):
        if sentences:
            yield from ("", f"## {heading}" if is_marked else heading, "")
            yield from (f"- {write(sentence)}" for sentence in sentences)


def _card_lines(card: Card, passage: Passage, is_marked: bool) -> Iterator[str]:
    write, headings = _escaped if is_marked else with_controls_shown, passage.headings
    strong, colon = "**" if is_marked else "", headings.colon
    title = headings.with_kind.format(title=card.title, kind=card.kind)
    yield from (f"## {write(title)}" if is_marked else write(title), "")
    yield f"- {strong}{headings.advice}{strong}{colon}{write(card.advice.text)}"
    yield f"- {strong}{headings.over_all}{strong}{colon}{write(card.over_all.text)}"
    if card.where:
        yield f"- {strong}{headings.where}{strong}{colon.rstrip()}"
    for group in card.where:
        yield f"    - {write(group.title)}{colon.rstrip()}"
        yield from (f"        - {write(line.text)}" for line in group.lines)
    if card.costs:
        yield f"- {strong}{headings.cost}{strong}{colon.rstrip()}"
        yield from (f"    - {write(line.text)}" for line in card.costs)


def _escaped(text: str) -> str:
    return with_controls_shown(text).translate(_SPECIAL)
