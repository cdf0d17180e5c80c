"""Answers in a context, as transformers' pipeline for question answering gave them, with their rivals."""

from typing import Any

from granview.core.labels import LabelSet
from granview.core.predictions.answers import Answers
from granview.core.text import TextInput
from granview.export.predictions.numbers import number


def answer_object(prediction: Answers, text_input: TextInput, _labels: LabelSet) -> dict[str, Any]:
    """``{"answer", "start", "end", "score", "candidates": […], "no_answer"}``.

    Where the model says that the context does not tell, ``answer`` is empty, ``start`` and ``end`` are 0, and ``score``
    is the probability of that.
    """
    text = text_input.text
    candidates = [
        {"answer": text[start:end], "score": number(score), "start": start, "end": end}
        for (start, end), score in zip(prediction.spans.tolist(), prediction.scores.tolist(), strict=True)
    ]
    nothing = {"answer": "", "score": number(prediction.no_answer), "start": 0, "end": 0}
    best = nothing if prediction.best is None else candidates[0]
    return best | {"candidates": candidates, "no_answer": number(prediction.no_answer)}
