"""The answer in its context: question on top, other candidates listed, the answer highlighted and scrolled to."""

from collections.abc import Sequence
from typing import Final

from granview.core.offsets import offsets
from granview.core.predictions.answers import Answers
from granview.gui.cells.readout import Readout
from granview.gui.model.text_link import Stretch
from granview.gui.texts.marks import Line, Look, marks_of
from granview.gui.texts.presentation import Bar, Presentation
from granview.gui.texts.presenters.given import Given
from granview.gui.texts.stretch_index import StretchIndex
from granview.gui.texts.text_content import translate

MAX_CANDIDATES: Final = 5
_LONGEST: Final = 80

_BEST: Final = Look("accent", 0.32, Line.SOLID)
_RIGHT: Final = Look("good", 0.3, Line.SOLID)
_WRONG: Final = Look("bad", 0.2, Line.DASHED, Line.DASHED)
_OTHER: Final = Look("muted", 0.12, Line.DOTTED)


def present_answers(said: Answers, given: Given) -> Presentation:
    """The best answer and its rivals; right where it is one of those accepted."""
    reference = given.content.reference
    accepted = None if reference is None else reference.answers
    spans = [(int(start), int(end)) for start, end in said.spans.tolist()]
    best = said.best
    looks = [_look(span, best, given, accepted) for span in spans]
    index = StretchIndex(said.spans)

    def say(offset: int) -> Readout | None:
        place = index.at(offset)
        return None if place is None else Readout(_quoted(given, spans[place]), float(said.scores[place]), None)

    def stretch(offset: int) -> Stretch | None:
        place = index.at(offset)
        return given.word(offset) if place is None else spans[place]

    return Presentation(
        given.shown(),
        rows=(*given.asked(), *_bars(said, given, accepted)),
        marks=marks_of(offsets(spans), looks),
        focus=None if best is None else best[0],
        say=say,
        stretch=stretch,
    )


def is_accepted(answer: str, accepted: Sequence[str]) -> bool:
    """Whether an answer is one of those accepted, apart from case and outer space."""
    return answer.strip().casefold() in {one.strip().casefold() for one in accepted}


def _look(span: Stretch, best: Stretch | None, given: Given, accepted: Sequence[str] | None) -> Look:
    if span != best:
        return _OTHER
    if accepted is None:
        return _BEST
    return _RIGHT if is_accepted(given.opened.text[slice(*span)], accepted) else _WRONG


def _bars(said: Answers, given: Given, accepted: Sequence[str] | None) -> list[Bar]:
    best = said.best
    bars = []
    for (start, end), score in zip(said.spans.tolist()[:MAX_CANDIDATES], said.scores.tolist(), strict=False):
        chosen = (start, end) == best
        text = given.opened.text[start:end]
        verdict = is_accepted(text, accepted) if chosen and accepted is not None else None
        bars.append(Bar(_quoted(given, (start, end)), score, verdict=verdict, is_chosen=chosen))
    if said.no_answer is not None:
        verdict = (not accepted) if best is None and accepted is not None else None
        words = translate("TextCell", "no answer in this text")
        bars.append(Bar(words, said.no_answer, verdict=verdict, is_chosen=best is None))
    return bars


def _quoted(given: Given, span: Stretch) -> str:
    text = " ".join(given.opened.text[slice(*span)].split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
