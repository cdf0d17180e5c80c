"""What models put in the place of masks: candidates by mask, and the text with the best of them filled in."""

from typing import Any, Final

from granview.core.labels import LabelSet
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.text import TextInput
from granview.export.prediction_export import PREDICTION_EXPORTS, PredictionExport
from granview.export.texts.accepted_answers import is_accepted, quoted
from granview.export.texts.block_context import BlockContext, PageBlocks
from granview.export.texts.json_numbers import number
from granview.export.texts.json_writer import json_writer
from granview.export.texts.page_content import Bar, Block, Words
from granview.scoring.word_difference import Edit, EditKind

MAX_CANDIDATES: Final = 5


def mask_object(prediction: FilledMasks, text_input: TextInput, _labels: LabelSet) -> dict[str, Any]:
    """``{"masks": [{"mask", "start", "end", "candidates": [{"token_str", "score"}, …]}, …]}``, the best first."""
    text = text_input.text
    masks = zip(prediction.spans.tolist(), prediction.words, prediction.scores.tolist(), strict=True)
    return {
        "masks": [
            {
                "mask": text[start:end],
                "start": start,
                "end": end,
                "candidates": [
                    {"token_str": word, "score": number(score)} for word, score in zip(words, scores, strict=True)
                ],
            }
            for (start, end), words, scores in masks
        ]
    }


def show_filled_masks(prediction: FilledMasks, context: BlockContext) -> PageBlocks:
    """The best candidate stands in the place of its mask; the others are listed by mask."""
    edits = [
        Edit(start, end, row[0].strip(), EditKind.FILLED)
        for (start, end), row in zip(prediction.spans.tolist(), prediction.words, strict=True)
        if row and row[0].strip()
    ]
    focus = edits[0].start if edits else 0
    return PageBlocks((*_rows(prediction, context), *context.passage(edits=edits, focus=focus)), has_text=True)


def _rows(prediction: FilledMasks, context: BlockContext) -> list[Block]:
    known = None if context.known is None else context.known.targets
    rows: list[Block] = []
    for place_of_mask, (words, scores) in enumerate(zip(prediction.words, prediction.scores.tolist(), strict=True), 1):
        if len(prediction.words) > 1:
            rows.append(Words(f"Mask {place_of_mask}"))
        for place, (word, score) in enumerate(zip(words[:MAX_CANDIDATES], scores, strict=False)):
            verdict = is_accepted(word, known) if known and place == 0 and len(prediction.words) == 1 else None
            rows.append(Bar(quoted(word) or quoted(repr(word)), score, verdict=verdict, is_chosen=place == 0))
    return rows


PREDICTION_EXPORTS.register(FilledMasks.type_name)(
    PredictionExport(".json", json_writer(mask_object), blocks=show_filled_masks)
)
