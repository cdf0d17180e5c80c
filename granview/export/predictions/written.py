"""Texts that models wrote, and what they put in the place of masks."""

from typing import Any

from granview.core.labels import LabelSet
from granview.core.predictions.filled_masks import FilledMasks
from granview.core.predictions.generated_text import GeneratedText
from granview.core.text import TextInput
from granview.export.predictions.numbers import number


def generated_object(said: GeneratedText, _given: TextInput, _labels: LabelSet) -> dict[str, Any]:
    """``{"generated_text", "tokens": [{"text", "start", "end", "probability"}, …], "stopped", "nll", …}``.

    Offsets count code points of the generated text; ``nll`` is in nats, summed over ``nll_tokens`` of ``nll_of``.
    """
    return {
        "generated_text": said.text,
        "tokens": [
            {"text": said.text[start:end], "start": start, "end": end, "probability": number(probability)}
            for (start, end), probability in zip(said.tokens.tolist(), said.confidence.tolist(), strict=True)
        ],
        "stopped": said.stopped,
        "nll": number(said.nll),
        "nll_tokens": said.nll_tokens,
        "nll_of": said.nll_of or None,
    }


def mask_object(said: FilledMasks, given: TextInput, _labels: LabelSet) -> dict[str, Any]:
    """``{"masks": [{"mask", "start", "end", "candidates": [{"token_str", "score"}, …]}, …]}``, the best first."""
    text = given.text
    masks = zip(said.spans.tolist(), said.words, said.scores.tolist(), strict=True)
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
