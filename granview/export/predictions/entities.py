"""Entities and tags: as transformers' pipeline gives them, shown as coloured spans, right told from wrong."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from granview.core.labels import LabelSet
from granview.core.predictions.entities import Entities
from granview.core.text import Span, TextInput
from granview.export.prediction_export import PREDICTION_EXPORTS, PredictionExport
from granview.export.texts.block_context import BlockContext, PageBlocks
from granview.export.texts.json_numbers import number
from granview.export.texts.json_writer import json_writer
from granview.export.texts.page_content import Words
from granview.export.texts.span_marks import judged_mark, missed_mark, span_mark
from granview.scoring.span_verdicts import JudgedSpan, SpanVerdict, judge_spans

NOTES: Final = ("✓ right", "✗ another type, or nothing there", "↔ other bounds", "dashed: missed")
_TALLY: Final = {
    SpanVerdict.RIGHT: "{n} right",
    SpanVerdict.TYPE: "{n} of another type",
    SpanVerdict.BOUNDS: "{n} with other bounds",
    SpanVerdict.INVENTED: "{n} invented",
    SpanVerdict.MISSED: "{n} missed",
}


def entity_object(prediction: Entities, text_input: TextInput, labels: LabelSet) -> dict[str, Any]:
    """``{"entities": [{"entity_group", "score", "word", "start", "end"}, …], "tokens": [{"entity", …}, …]}``.

    ``word`` is the text as it stands between ``start`` and ``end``, which count code points.
    """
    text = text_input.text
    entities = zip(prediction.types.tolist(), prediction.scores.tolist(), prediction.spans.tolist(), strict=True)
    tokens = zip(prediction.tags.tolist(), prediction.confidence.tolist(), prediction.tokens.tolist(), strict=True)
    return {
        "entities": [
            {"entity_group": labels.name_or_number(index), **_place(text, score, span)}
            for index, score, span in entities
        ],
        "tokens": [
            {
                "entity": prediction.tag_names[index] if index < len(prediction.tag_names) else str(index),
                **_place(text, score, span),
            }
            for index, score, span in tokens
        ],
    }


def _place(text: str, score: float, span: list[int]) -> dict[str, Any]:
    start, end = span
    return {"score": number(score), "word": text[start:end], "start": start, "end": end}


def show_entities(prediction: Entities, context: BlockContext) -> PageBlocks:
    """The entities said, against those known where there are any; what was missed is outlined."""
    places = zip(prediction.spans.tolist(), prediction.types.tolist(), strict=True)
    spans = [Span(start, end, context.name(index)) for (start, end), index in places]
    if context.known is None or context.known.entities is None:
        marks = [span_mark(span, context) for span in spans]
        return PageBlocks(tuple(context.passage(marks)), has_text=True, classes=_names(spans, context))
    judged, missed = judge_spans(spans, context.known.entities, context.names)
    marks = [judged_mark(one, context) for one in judged]
    marks += [missed_mark(one, context) for one in missed]
    blocks = (Words(_tally([*judged, *missed])), *context.passage(marks))
    classes = dict.fromkeys((*_names(spans, context), *(one.span.label for one in missed)))
    return PageBlocks(blocks, True, tuple(classes), NOTES)


def _names(spans: Sequence[Span], context: BlockContext) -> tuple[str, ...]:
    """The common names of the types said, which the legend explains."""
    return tuple(dict.fromkeys(context.names.of_model(span.label) for span in spans))


def _tally(judged: Sequence[JudgedSpan]) -> str:
    count = Counter(one.verdict for one in judged)
    said = [words.format(n=f"{count[verdict]:,}") for verdict, words in _TALLY.items() if count[verdict]]
    return " · ".join(said) or "No entity is said, and none is known."


PREDICTION_EXPORTS.register(Entities.type_name)(
    PredictionExport(".json", json_writer(entity_object), blocks=show_entities)
)
