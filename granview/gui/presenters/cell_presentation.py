"""What a cell of a text shows: what the lane says or is writing, what is known to be true, or the text alone."""

import re
from dataclasses import replace
from typing import Final

from granview.core.offsets import offsets
from granview.core.prediction import Prediction
from granview.core.text import TextReference
from granview.gui.model.readout import Readout
from granview.gui.model.shown_text import ShownText
from granview.gui.model.text_viewport import TextSpan
from granview.gui.presenters.marks import NO_MARKS, Line, Marks, SpanIndex, TextFormat, marks_of
from granview.gui.presenters.text_content import TARGET_SPACE, lane_space, translate
from granview.gui.presenters.text_presenter import TEXT_PRESENTERS, Bar, Presentation, PresenterInput, SummaryText
from granview.gui.presenters.texts.entities import known_marks
from granview.scoring.word_difference import Edit, EditKind
from granview.scoring.words import word_at

_MASK: Final = re.compile(re.escape("[MASK]") + "|" + re.escape("<mask>"))
"""How a text spells the place of a word, whatever a model's own mask is."""

_ANSWER = TextFormat("good", 0.3, Line.SOLID)


def present(inputs: PresenterInput) -> Presentation:
    """How a cell's content is shown: what the lane says, or else what it has written so far, or what is known."""
    content = inputs.content
    if content.partial is not None:
        return _present_partial(content.partial, inputs)
    if content.prediction is not None:
        return _present_prediction(content.prediction, inputs)
    if content.is_reference and content.reference is not None:
        return _present_reference(content.reference, inputs)
    return present_without_result(inputs)


def present_without_result(inputs: PresenterInput) -> Presentation:
    """The text alone; nothing where the lane's task is to write a text of its own."""
    return Presentation(ShownText("")) if inputs.content.writes else present_bare(inputs)


def present_bare(inputs: PresenterInput) -> Presentation:
    """The text alone."""
    return Presentation(inputs.shown(), rows=inputs.asked(), text_span=inputs.word)


def _present_prediction(prediction: Prediction, inputs: PresenterInput) -> Presentation:
    if prediction.type_name in TEXT_PRESENTERS:
        return TEXT_PRESENTERS.get(prediction.type_name)(prediction, inputs)
    words = translate("TextCell", "There is no presenter for predictions of the type “{name}”: update what makes them.")
    bare = present_bare(inputs) if prediction.written is None else _present_written(prediction.written, inputs)
    return replace(bare, notices=(words.format(name=prediction.type_name),))


def _present_partial(text: str, inputs: PresenterInput) -> Presentation:
    return replace(_present_written(text, inputs), is_writing=True)


def _present_written(text: str, inputs: PresenterInput) -> Presentation:
    return Presentation(ShownText(text), lane_space(inputs.content.key), text_span=lambda at: word_at(text, at))


def _present_reference(known: TextReference, inputs: PresenterInput) -> Presentation:
    """The text with all that is known of it; or the text that lanes should have written."""
    if inputs.content.target is not None:
        return _present_target(inputs.content.target, known)
    entities, answers = known_marks(known.entities or (), inputs), _answers(known, inputs)
    spans = known.entities or ()
    index = SpanIndex(offsets([(span.start, span.end) for span in spans]))

    def say(offset: int) -> Readout | None:
        place = index.at(offset)
        if place is None:
            return None
        return Readout(spans[place].label, None, inputs.known_color(spans[place].label))

    def text_span(offset: int) -> TextSpan | None:
        place = index.at(offset)
        return inputs.word(offset) if place is None else (spans[place].start, spans[place].end)

    filled = _filled(known, inputs)
    return Presentation(
        inputs.opened.shown(inputs.part, filled) if filled else inputs.shown(),
        rows=(*inputs.asked(), *_rows(known, inputs)),
        marks=_filled_marks(filled) if filled else entities if len(entities) else answers,
        focus=int(answers.offsets[0, 0]) if len(answers) else None,
        say=say,
        text_span=text_span,
    )


def _present_target(target: str, known: TextReference) -> Presentation:
    targets = known.targets or ()
    caption = translate("TextCell", "Also right, {place} of {n}")
    rows = tuple(
        SummaryText(other, caption.format(place=place, n=len(targets))) for place, other in enumerate(targets[1:], 2)
    )
    return Presentation(ShownText(target), TARGET_SPACE, rows=rows, text_span=lambda at: word_at(target, at))


def _rows(known: TextReference, inputs: PresenterInput) -> list[Bar | SummaryText]:
    rows: list[Bar | SummaryText] = []
    for name in known.labels or ():
        rows.append(Bar(name, None, inputs.known_color(name), is_chosen=True))
    if known.answers is not None:
        prediction = " / ".join(dict.fromkeys(known.answers)) or translate("TextCell", "no answer in this text")
        rows.append(SummaryText(prediction, translate("TextCell", "Answer")))
    if known.targets and known.answers is None:
        rows.append(SummaryText(" / ".join(known.targets), translate("TextCell", "Answer")))
    return rows


def _filled(known: TextReference, inputs: PresenterInput) -> list[Edit]:
    """The right words in the places of a text's masks; none where there are not as many words as masks."""
    places = [found.span() for found in _MASK.finditer(inputs.opened.text)]
    targets = known.targets or ()
    if len(places) != len(targets):
        return []
    return [Edit(start, end, word, EditKind.FILLED) for (start, end), word in zip(places, targets, strict=True)]


def _filled_marks(filled: list[Edit]) -> Marks:
    return marks_of(offsets([(edit.start, edit.end) for edit in filled]), [_ANSWER] * len(filled))


def _answers(known: TextReference, inputs: PresenterInput) -> Marks:
    """Each answer where it first stands in the text."""
    found = {(at, at + len(answer)) for answer in known.answers or () if (at := inputs.opened.text.find(answer)) >= 0}
    outer = [one for one in found if not any(a <= one[0] and one[1] <= b and (a, b) != one for a, b in found)]
    return marks_of(offsets(sorted(outer)), [_ANSWER] * len(outer)) if outer else NO_MARKS
