"""A text that a lane wrote, with what it has and lacks against the reference or the pinned lane."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from granview.core.offsets import offsets
from granview.core.predictions.generated_text import GeneratedText
from granview.gui.cells.readout import Readout
from granview.gui.model.text_link import Stretch
from granview.gui.model.view_state import TextDifference
from granview.gui.texts.compared import TARGET_SPACE, Compared, lane_space
from granview.gui.texts.marks import NO_MARKS, Line, Look, Marks, marks_of
from granview.gui.texts.presentation import Presentation, Words
from granview.gui.texts.presenters.given import Given
from granview.gui.texts.shown_text import ShownText
from granview.gui.texts.stretch_index import StretchIndex
from granview.gui.texts.text_content import translate
from granview.gui.texts.token_shades import token_shades
from granview.scoring.text_edits import Edit
from granview.scoring.word_alignment import Alignment, align
from granview.scoring.word_difference import Difference, difference
from granview.scoring.word_stretches import word_at

_ADDED: Final = Look("good", 0.2, Line.SOLID)

_align = lru_cache(maxsize=32)(align)


def present_generated(said: GeneratedText, given: Given) -> Presentation:
    """The written text; words that the other text lacks are underlined, words that it has more are struck through."""
    compared = given.content.compared
    alignment = None if compared is None else _align(said.text, compared.text, compared.space)
    found = difference(compared.text, alignment) if compared is not None and alignment is not None else None
    is_marked = found is not None and given.difference is not TextDifference.OFF
    index = StretchIndex(said.tokens)

    def say(offset: int) -> Readout | None:
        token = index.at(offset)
        if token is None:
            return None
        start, end = said.tokens[token].tolist()
        return Readout(f"“{said.text[start:end].strip()}”", float(said.confidence[token]), None)

    def stretch(offset: int) -> Stretch | None:
        return word_at(said.text, offset)

    return Presentation(
        _shown(said.text, found.missing if found is not None and is_marked else ()),
        lane_space(given.content.key),
        rows=_rows(said, given, compared, found if is_marked else None),
        marks=_added(found) if found is not None and is_marked else NO_MARKS,
        shades=token_shades(said.tokens, said.confidence),
        alignment=alignment,
        say=say,
        stretch=stretch,
        notices=_notices(compared, alignment, given),
    )


def present_partial(text: str, given: Given) -> Presentation:
    """What has been written so far."""
    shown = _shown(text)
    return Presentation(shown, lane_space(given.content.key), is_writing=True, stretch=lambda at: word_at(text, at))


def _shown(text: str, missing: Sequence[Edit] = ()) -> ShownText:
    return ShownText(text, edits=missing)


def _added(found: Difference) -> Marks:
    return marks_of(offsets(found.added), [_ADDED] * len(found.added))


def _rows(said: GeneratedText, given: Given, compared: Compared | None, found: Difference | None) -> tuple[Words, ...]:
    facts = [translate("TextCell", "{n} tokens").format(n=len(said.tokens))] if len(said.tokens) else []
    if found is not None and compared is not None:
        whom = translate("TextCell", "the reference") if compared.space == TARGET_SPACE else _pinned(compared)
        text = translate("TextCell", "{n} of {all} words as in {whom}, {more} more, {less} missing")
        missing, more = found.others - found.equal, found.words - found.equal
        facts.append(text.format(n=found.equal, all=found.others, whom=whom, more=more, less=missing))
    rows = (Words(" · ".join(facts), role="muted"),) if facts else ()
    if said.stopped == "length":
        cut = translate("TextCell", "Cut off: it reached the limit on new tokens.")
        return (*rows, Words(cut, role="warn"))
    return rows


def _pinned(compared: Compared) -> str:
    return compared.space.partition(":")[2]


def _notices(compared: Compared | None, alignment: Alignment | None, given: Given) -> tuple[str, ...]:
    if compared is None or alignment is not None or given.difference is TextDifference.OFF:
        return ()
    return (translate("TextCell", "These texts are too long to be compared word by word."),)
