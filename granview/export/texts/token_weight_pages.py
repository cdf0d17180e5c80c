"""Weights over the tokens of a text, as shades of one colour; on one scale for all lanes where their values compare."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

import granview
from granview.core.explanation import PARTS, SPECIAL, Floats, Tokens, TokenWeights
from granview.core.labels import Color
from granview.core.sample import Sample
from granview.export.explanation_groups import ExplanationGroup
from granview.export.layout import BAD, BEST
from granview.export.page_content import LegendEntry
from granview.export.texts.block_context import passage
from granview.export.texts.excerpt import DRAWN, excerpt
from granview.export.texts.formatted_runs import Mark
from granview.export.texts.page_content import Block, Passage, TextColumn, TextFormat, TextPage, TextRun, Words
from granview.export.texts.text_input import text_input_of
from granview.export.texts.unprintable_characters import on_one_line
from granview.store.reader import SessionReader
from granview.store.rows import ExplanationRow

STRONGEST: Final = 0.85
"""Opacity of the largest weight's ground."""

_STEPS: Final = 4
_CAPTIONS: Final = {"text": "Text", "pair": "Second text", "question": "Question", "target": "Written"}


def token_weight_page(session: SessionReader, group: ExplanationGroup, rows: Sequence[ExplanationRow]) -> TextPage:
    """Some lanes' answers side by side, on one scale where their values compare.

    Args:
        session: Where what lanes wrote is read.
        group: What was asked, and the lanes' explanations.
        rows: Those that the page shows.

    Raises:
        InputError: the text cannot be read.
    """
    return TextPage(
        on_one_line(group.sample.name),
        on_one_line(group.subtitle),
        (),
        tuple(_column(session, group, row) for row in rows),
        tuple(_scale(group)),
        (group.scale_note,),
        f"GranView {granview.__version__}",
    )


def _column(session: SessionReader, group: ExplanationGroup, row: ExplanationRow) -> TextColumn:
    weights = row.explanation.weights
    assert isinstance(weights, TokenWeights)
    texts = _texts(session, group.sample, row.lane)
    blocks = tuple(_blocks(weights, texts, group.top_of(row)))
    return TextColumn(on_one_line(row.lane), group.details(row), blocks)


def _texts(session: SessionReader, sample: Sample, lane: str) -> dict[str, str]:
    """The texts that tokens can be of."""
    text_input = text_input_of(sample)
    said = session.prediction(sample.name, lane)
    written = None if said is None else said.written
    found = {"text": text_input.text, "pair": text_input.pair, "question": text_input.question, "target": written}
    return {part: text for part, text in found.items() if text is not None}


def _blocks(weights: TokenWeights, texts: dict[str, str], top: float) -> Iterator[Block]:
    values, tokens = np.nan_to_num(weights.values), weights.tokens
    parts = [number for number in dict.fromkeys(tokens.part.tolist()) if number != SPECIAL]
    for number in parts:
        part = PARTS[number]
        at = np.flatnonzero(tokens.part == number).tolist()
        caption = _CAPTIONS[part] if len(parts) > 1 else ""
        text = texts.get(part)
        if text is None or int(tokens.offsets[at].max(initial=0)) > len(text):
            yield _as_pieces(tokens, at, values, top, caption or _CAPTIONS[part])
        else:
            yield from passage(text, excerpt(text, DRAWN), _marks(tokens, at, values, top), caption=caption)
    special = np.flatnonzero(tokens.part == SPECIAL).tolist()
    if special:
        yield _as_pieces(tokens, special, values, top, "Special tokens")
    if not len(tokens):
        yield Words("There are no tokens.")


def _marks(tokens: Tokens, at: Sequence[int], values: Floats, top: float) -> list[Mark]:
    """A shade for each span; of tokens that share one, such as the bytes of an emoji, that of the largest weight."""
    largest: dict[tuple[int, int], float] = {}
    for index in at:
        start, end = tokens.offsets[index].tolist()
        value = float(values[index])
        if abs(value) >= abs(largest.get((start, end), 0.0)):
            largest[start, end] = value
    text_formats = ((place, _text_format(value, top)) for place, value in largest.items())
    return [Mark(start, end, text_format) for (start, end), text_format in text_formats if text_format.fill]


def _as_pieces(tokens: Tokens, at: Sequence[int], values: Floats, top: float, caption: str) -> Passage:
    """Tokens as the tokenizer spells them, for those that stand at no place of a text."""
    runs: list[TextRun] = []
    for index in at:
        value = float(values[index])
        text_format = _text_format(value, top)
        runs += [
            TextRun(on_one_line(tokens.pieces[index]), (text_format,) if text_format.fill else (), f"{value:.3g}"),
            TextRun("  "),
        ]
    return Passage(tuple(runs), caption)


def _text_format(value: float, top: float) -> TextFormat:
    share = min(abs(value) / top, 1.0) if top > 0 else 0.0
    return TextFormat("accent" if value >= 0 else "bad", round(STRONGEST * share, 3), is_plain=True)


def _scale(group: ExplanationGroup) -> Iterator[LegendEntry]:
    """Colours of a few values of the scale, from its beginning to its end; of shares of it where lanes differ."""
    first = -_STEPS if group.is_signed else 0
    for step in range(first, _STEPS + 1):
        share = step / _STEPS
        name = f"{share * group.top:.3g}" if group.comparable else f"{share:.0%}"
        yield LegendEntry(name, _over_white(BEST if step >= 0 else BAD, STRONGEST * abs(share)))


def _over_white(color: Color, opacity: float) -> Color:
    red, green, blue = (round(255 + opacity * (channel - 255)) for channel in color)
    return red, green, blue
