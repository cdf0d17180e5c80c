"""Candidates for each mask as bars, and the text with the best of them filled in."""

from typing import Final

from granview.core.predictions.filled_masks import FilledMasks
from granview.export.texts.blocks.answers import is_accepted, quoted
from granview.export.texts.blocks.block_context import BlockContext, PageBlocks
from granview.export.texts.page_content import Bar, Block, Words
from granview.scoring.word_difference import Edit, EditKind

MAX_CANDIDATES: Final = 5


def show_filled_masks(said: FilledMasks, context: BlockContext) -> PageBlocks:
    """The best candidate stands in the place of its mask; the others are listed by mask."""
    edits = [
        Edit(start, end, row[0].strip(), EditKind.FILLED)
        for (start, end), row in zip(said.spans.tolist(), said.words, strict=True)
        if row and row[0].strip()
    ]
    focus = edits[0].start if edits else 0
    return PageBlocks((*_rows(said, context), *context.passage(edits=edits, focus=focus)), has_text=True)


def _rows(said: FilledMasks, context: BlockContext) -> list[Block]:
    known = None if context.known is None else context.known.targets
    rows: list[Block] = []
    for number, (words, scores) in enumerate(zip(said.words, said.scores.tolist(), strict=True), 1):
        if len(said.words) > 1:
            rows.append(Words(f"Mask {number}"))
        for place, (word, score) in enumerate(zip(words[:MAX_CANDIDATES], scores, strict=False)):
            verdict = is_accepted(word, known) if known and place == 0 and len(said.words) == 1 else None
            rows.append(Bar(quoted(word) or quoted(repr(word)), score, verdict=verdict, is_chosen=place == 0))
    return rows
