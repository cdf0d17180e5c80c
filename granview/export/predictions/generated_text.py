"""Texts that models wrote, and what they put in the place of masks."""

from typing import Any

from granview.core.labels import LabelSet
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.predictions.generated_text import GeneratedText
from granview.core.text import TextInput
from granview.export.predictions.numbers import number


def generated_object(prediction: GeneratedText, _given: TextInput, _labels: LabelSet) -> dict[str, Any]:
    """``{"generated_text", "tokens": [{"text", "start", "end", "probability"}, …], "stopped", "nll", …}``.

    Offsets count code points of the generated text; ``nll`` is in nats, summed over ``nll_tokens`` of ``nll_of``.
    """
    return {
        "generated_text": prediction.text,
        "tokens": [
            {"text": prediction.text[start:end], "start": start, "end": end, "probability": number(probability)}
            for (start, end), probability in zip(
                prediction.tokens.tolist(), prediction.confidence.tolist(), strict=True
            )
        ],
        "stopped": prediction.stopped,
        "nll": number(prediction.nll),
        "nll_tokens": prediction.nll_tokens,
        "nll_of": prediction.nll_of or None,
    }


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
