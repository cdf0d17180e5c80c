"""Candidates for each mask as bars, and the text with the best of them filled in."""

from typing import Final

from granview.core.predictions.filled_masks import FilledMasks
from granview.gui.model.readout import Readout
from granview.gui.model.text_viewport import TextSpan
from granview.gui.presenters.marks import Line, SpanIndex, TextFormat, marks_of
from granview.gui.presenters.text_content import translate
from granview.gui.presenters.text_presenter import TEXT_PRESENTERS, Bar, Presentation, PresenterInput, SummaryText
from granview.scoring.word_difference import Edit, EditKind

MAX_CANDIDATES: Final = 5
_FILLED: Final = TextFormat("accent", 0.28, Line.SOLID)


@TEXT_PRESENTERS.register(FilledMasks.type_name)
def present_filled_masks(prediction: FilledMasks, inputs: PresenterInput) -> Presentation:
    """The best candidate stands in the place of its mask; the others are listed by mask."""
    spans = [(int(start), int(end)) for start, end in prediction.spans.tolist()]
    best = [row[0].strip() if row else "" for row in prediction.words]
    edits = [Edit(start, end, word, EditKind.FILLED) for (start, end), word in zip(spans, best, strict=True) if word]
    index = SpanIndex(prediction.spans)

    def say(offset: int) -> Readout | None:
        place = index.at(offset)
        if place is None or not best[place]:
            return None
        return Readout(best[place], float(prediction.scores[place, 0]), None)

    def text_span(offset: int) -> TextSpan | None:
        place = index.at(offset)
        return inputs.word(offset) if place is None else spans[place]

    return Presentation(
        inputs.opened.shown(inputs.part, edits),
        rows=(*inputs.asked(), *_rows(prediction, inputs)),
        marks=marks_of(prediction.spans, [_FILLED] * len(spans)),
        focus=spans[0][0] if spans else None,
        say=say,
        text_span=text_span,
    )


def _rows(prediction: FilledMasks, inputs: PresenterInput) -> list[Bar | SummaryText]:
    reference = inputs.content.reference
    known = () if reference is None else reference.targets or ()
    is_known = len(known) == len(prediction.words)
    rows: list[Bar | SummaryText] = []
    for number, (words, scores) in enumerate(zip(prediction.words, prediction.scores.tolist(), strict=True), 1):
        if len(prediction.words) > 1:
            rows.append(SummaryText(translate("TextCell", "Mask {n}").format(n=number), role="muted"))
        for place, (word, score) in enumerate(zip(words[:MAX_CANDIDATES], scores, strict=False)):
            is_right = _plain(word) == _plain(known[number - 1]) if is_known else None
            verdict = is_right if place == 0 or is_right else None
            rows.append(Bar(word.strip() or repr(word), score, verdict=verdict, is_chosen=place == 0))
    return rows


def _plain(word: str) -> str:
    """A word as the task compares it."""
    return word.strip().casefold()
