"""Candidates for each mask as bars, and the text with the best of them filled in."""

from typing import Final

from granview.core.predictions.filled_masks import FilledMasks
from granview.gui.cells.readout import Readout
from granview.gui.model.text_link import Stretch
from granview.gui.texts.marks import Line, Look, marks_of
from granview.gui.texts.presentation import Bar, Presentation, Words
from granview.gui.texts.presenters.answers import is_accepted
from granview.gui.texts.presenters.given import Given
from granview.gui.texts.stretch_index import StretchIndex
from granview.gui.texts.text_content import translate
from granview.scoring.text_edits import Edit, EditKind

MAX_CANDIDATES: Final = 5
_FILLED: Final = Look("accent", 0.28, Line.SOLID)


def present_filled_masks(said: FilledMasks, given: Given) -> Presentation:
    """The best candidate stands in the place of its mask; the others are listed by mask."""
    spans = [(int(start), int(end)) for start, end in said.spans.tolist()]
    best = [row[0].strip() if row else "" for row in said.words]
    edits = [Edit(start, end, word, EditKind.FILLED) for (start, end), word in zip(spans, best, strict=True) if word]
    index = StretchIndex(said.spans)

    def say(offset: int) -> Readout | None:
        place = index.at(offset)
        if place is None or not best[place]:
            return None
        return Readout(best[place], float(said.scores[place, 0]), None)

    def stretch(offset: int) -> Stretch | None:
        place = index.at(offset)
        return given.word(offset) if place is None else spans[place]

    return Presentation(
        given.opened.shown(given.part, edits),
        rows=(*given.asked(), *_rows(said, given)),
        marks=marks_of(said.spans, [_FILLED] * len(spans)),
        focus=spans[0][0] if spans else None,
        say=say,
        stretch=stretch,
    )


def _rows(said: FilledMasks, given: Given) -> list[Bar | Words]:
    reference = given.content.reference
    known = None if reference is None else reference.targets
    rows: list[Bar | Words] = []
    for number, (words, scores) in enumerate(zip(said.words, said.scores.tolist(), strict=True), 1):
        if len(said.words) > 1:
            rows.append(Words(translate("TextCell", "Mask {n}").format(n=number), role="muted"))
        for place, (word, score) in enumerate(zip(words[:MAX_CANDIDATES], scores, strict=False)):
            verdict = is_accepted(word, known) if known and place == 0 and len(said.words) == 1 else None
            rows.append(Bar(word.strip() or repr(word), score, verdict=verdict, is_chosen=place == 0))
    return rows
