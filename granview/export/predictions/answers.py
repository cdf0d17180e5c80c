"""Answers in a context: as transformers' pipeline for question answering gave them, shown where they stand."""

from collections.abc import Sequence
from typing import Any, Final

from granview.core.labels import LabelSet
from granview.core.predictions.answers import Answers
from granview.core.text import TextInput
from granview.export.prediction_export import PREDICTION_EXPORTS, PredictionExport
from granview.export.texts.accepted_answers import is_accepted_answer, quoted
from granview.export.texts.block_context import ANSWERS, BlockContext, PageBlocks
from granview.export.texts.formatted_runs import Mark
from granview.export.texts.json_numbers import number
from granview.export.texts.json_writer import json_writer
from granview.export.texts.page_content import Bar, TextFormat

MAX_CANDIDATES: Final = 5
_BEST: Final = TextFormat("accent", 0.30, under="solid")
_RIGHT: Final = TextFormat("good", 0.28, under="solid")
_WRONG: Final = TextFormat("bad", 0.16, under="dashed")


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


def show_answers(prediction: Answers, context: BlockContext) -> PageBlocks:
    """The best answer highlighted, right where it is one of those accepted; the candidates as bars."""
    accepted = None if context.known is None else context.known.answers
    best = prediction.best
    bars = _bars(prediction, context, accepted)
    if best is None:
        return PageBlocks((*bars, *context.passage()), has_text=True)
    is_right = None if accepted is None else is_accepted_answer(context.text[slice(*best)], accepted)
    text_format = {None: _BEST, True: _RIGHT, False: _WRONG}[is_right]
    return PageBlocks((*bars, *context.passage([Mark(*best, text_format)], focus=best[0])), has_text=True)


def _bars(prediction: Answers, context: BlockContext, accepted: Sequence[str] | None) -> list[Bar]:
    best = prediction.best
    bars: list[Bar] = []
    for (start, end), score in zip(
        prediction.spans.tolist()[:MAX_CANDIDATES], prediction.scores.tolist(), strict=False
    ):
        is_chosen = best == (start, end) and not any(bar.is_chosen for bar in bars)
        answer = context.text[start:end]
        verdict = is_accepted_answer(answer, accepted) if is_chosen and accepted is not None else None
        bars.append(Bar(quoted(answer), score, verdict=verdict, is_chosen=is_chosen))
    if prediction.no_answer is not None:
        verdict = not accepted if best is None and accepted is not None else None
        bars.append(Bar(ANSWERS, prediction.no_answer, "muted", verdict, best is None))
    return bars


PREDICTION_EXPORTS.register(Answers.type_name)(
    PredictionExport(".json", json_writer(answer_object), blocks=show_answers)
)
