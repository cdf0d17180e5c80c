"""Entities and tags, as transformers' pipeline for token classification gives them."""

from typing import Any

from granview.core.labels import LabelSet
from granview.core.predictions.entities import Entities
from granview.core.text import TextInput
from granview.export.class_names import class_name
from granview.export.predictions.numbers import number


def entity_object(prediction: Entities, text_input: TextInput, labels: LabelSet) -> dict[str, Any]:
    """``{"entities": [{"entity_group", "score", "word", "start", "end"}, …], "tokens": [{"entity", …}, …]}``.

    ``word`` is the text as it stands between ``start`` and ``end``, which count code points.
    """
    text = text_input.text
    entities = zip(prediction.types.tolist(), prediction.scores.tolist(), prediction.spans.tolist(), strict=True)
    tokens = zip(prediction.tags.tolist(), prediction.confidence.tolist(), prediction.tokens.tolist(), strict=True)
    return {
        "entities": [
            {"entity_group": class_name(labels, index), **_place(text, score, span)} for index, score, span in entities
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
