"""Answers in a context, as transformers' pipeline for question answering gave them, with their rivals."""

from typing import Any

from granview.core.labels import LabelSet
from granview.core.predictions.answers import Answers
from granview.core.text import TextInput
from granview.export.predictions.numbers import number


def answer_object(said: Answers, given: TextInput, _labels: LabelSet) -> dict[str, Any]:
    """``{"answer", "start", "end", "score", "candidates": […], "no_answer"}``.

    Where the model says that the context does not tell, ``answer`` is empty, ``start`` and ``end`` are 0, and ``score``
    is the probability of that.
    """
    text = given.text
    candidates = [
        {"answer": text[start:end], "score": number(score), "start": start, "end": end}
        for (start, end), score in zip(said.spans.tolist(), said.scores.tolist(), strict=True)
    ]
    nothing = {"answer": "", "score": number(said.no_answer), "start": 0, "end": 0}
    best = nothing if said.best is None else candidates[0]
    return best | {"candidates": candidates, "no_answer": number(said.no_answer)}
