"""The answer in its context: question on top, other candidates listed, the answer highlighted and scrolled to."""

from collections.abc import Sequence
from typing import Final

from granview.core.offsets import offsets
from granview.core.predictions.answers import Answers
from granview.gui.model.readout import Readout
from granview.gui.model.text_viewport import TextSpan
from granview.gui.presenters.marks import Line, SpanIndex, TextFormat, marks_of
from granview.gui.presenters.text_content import translate
from granview.gui.presenters.text_presenter import TEXT_PRESENTERS, Bar, Presentation, PresenterInput
from granview.scoring.squad_scores import answer_score

MAX_CANDIDATES: Final = 5
_LONGEST: Final = 80

_BEST: Final = TextFormat("accent", 0.32, Line.SOLID)
_RIGHT: Final = TextFormat("good", 0.3, Line.SOLID)
_WRONG: Final = TextFormat("bad", 0.2, Line.DASHED, Line.DASHED)
_OTHER: Final = TextFormat("muted", 0.12, Line.DOTTED)


@TEXT_PRESENTERS.register(Answers.type_name)
def present_answers(prediction: Answers, inputs: PresenterInput) -> Presentation:
    """The best answer and its rivals; right where it is one of those accepted."""
    reference = inputs.content.reference
    accepted = None if reference is None else reference.answers
    spans = [(int(start), int(end)) for start, end in prediction.spans.tolist()]
    best = prediction.best
    formats = [_format(span, best, inputs, accepted) for span in spans]
    index = SpanIndex(prediction.spans)

    def say(offset: int) -> Readout | None:
        place = index.at(offset)
        return None if place is None else Readout(_quoted(inputs, spans[place]), float(prediction.scores[place]), None)

    def text_span(offset: int) -> TextSpan | None:
        place = index.at(offset)
        return inputs.word(offset) if place is None else spans[place]

    return Presentation(
        inputs.shown(),
        rows=(*inputs.asked(), *_bars(prediction, inputs, accepted)),
        marks=marks_of(offsets(spans), formats),
        focus=None if best is None else best[0],
        say=say,
        text_span=text_span,
    )


def is_accepted(answer: str, accepted: Sequence[str]) -> bool:
    """Whether an answer is one of those accepted, as the task scores it: without case, articles and punctuation."""
    return answer_score(answer, accepted).exact == 1


def _format(
    span: TextSpan, best: TextSpan | None, inputs: PresenterInput, accepted: Sequence[str] | None
) -> TextFormat:
    if span != best:
        return _OTHER
    if accepted is None:
        return _BEST
    return _RIGHT if is_accepted(inputs.opened.text[slice(*span)], accepted) else _WRONG


def _bars(prediction: Answers, inputs: PresenterInput, accepted: Sequence[str] | None) -> list[Bar]:
    best = prediction.best
    bars = []
    for (start, end), score in zip(
        prediction.spans.tolist()[:MAX_CANDIDATES], prediction.scores.tolist(), strict=False
    ):
        chosen = (start, end) == best
        text = inputs.opened.text[start:end]
        is_right = accepted is not None and bool(accepted) and is_accepted(text, accepted)
        verdict = is_right if chosen and accepted is not None else (True if is_right else None)
        bars.append(Bar(_quoted(inputs, (start, end)), score, verdict=verdict, is_chosen=chosen))
    if prediction.no_answer is not None:
        verdict = (not accepted) if best is None and accepted is not None else None
        words = translate("TextCell", "no answer in this text")
        bars.append(Bar(words, prediction.no_answer, verdict=verdict, is_chosen=best is None))
    return bars


def _quoted(inputs: PresenterInput, span: TextSpan) -> str:
    text = " ".join(inputs.opened.text[slice(*span)].split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
