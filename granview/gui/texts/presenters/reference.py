"""What is known to be true of a text, and a text of which nothing is said."""

from granview.core.offsets import offsets
from granview.core.text import TextReference
from granview.gui.cells.readout import Readout
from granview.gui.model.text_link import Stretch
from granview.gui.texts.compared import TARGET_SPACE
from granview.gui.texts.marks import NO_MARKS, Line, Look, Marks, marks_of
from granview.gui.texts.presentation import Bar, Presentation, Words
from granview.gui.texts.presenters.entities import known_marks
from granview.gui.texts.presenters.given import Given
from granview.gui.texts.shown_text import ShownText
from granview.gui.texts.stretch_index import StretchIndex
from granview.gui.texts.text_content import translate
from granview.scoring.word_stretches import word_at

_ANSWER = Look("good", 0.3, Line.SOLID)


def present_bare(given: Given) -> Presentation:
    """The text alone."""
    return Presentation(given.shown(), rows=given.asked(), stretch=given.word)


def present_reference(known: TextReference, given: Given) -> Presentation:
    """The text with all that is known of it; or the text that lanes should have written."""
    if given.content.target is not None:
        return _present_target(given.content.target, known)
    entities, answers = known_marks(known.entities or (), given), _answers(known, given)
    spans = known.entities or ()
    index = StretchIndex(offsets([(span.start, span.end) for span in spans]))

    def say(offset: int) -> Readout | None:
        place = index.at(offset)
        if place is None:
            return None
        return Readout(spans[place].label, None, given.known_color(spans[place].label))

    def stretch(offset: int) -> Stretch | None:
        place = index.at(offset)
        return given.word(offset) if place is None else (spans[place].start, spans[place].end)

    return Presentation(
        given.shown(),
        rows=(*given.asked(), *_rows(known, given)),
        marks=entities if len(entities) else answers,
        focus=int(answers.offsets[0, 0]) if len(answers) else None,
        say=say,
        stretch=stretch,
    )


def _present_target(target: str, known: TextReference) -> Presentation:
    others = len(known.targets or ()) - 1
    more = translate("TextCell", "The first of {n} texts that are right.").format(n=others + 1)
    rows = (Words(more, role="muted"),) if others > 0 else ()
    return Presentation(ShownText(target), TARGET_SPACE, rows=rows, stretch=lambda at: word_at(target, at))


def _rows(known: TextReference, given: Given) -> list[Bar | Words]:
    rows: list[Bar | Words] = []
    for name in known.labels or ():
        rows.append(Bar(name, None, given.known_color(name), is_chosen=True))
    if known.answers is not None:
        said = " / ".join(dict.fromkeys(known.answers)) or translate("TextCell", "no answer in this text")
        rows.append(Words(said, translate("TextCell", "Answer")))
    return rows


def _answers(known: TextReference, given: Given) -> Marks:
    """Each answer where it first stands in the text."""
    found = {(at, at + len(answer)) for answer in known.answers or () if (at := given.opened.text.find(answer)) >= 0}
    outer = [one for one in found if not any(a <= one[0] and one[1] <= b and (a, b) != one for a, b in found)]
    return marks_of(offsets(sorted(outer)), [_ANSWER] * len(outer)) if outer else NO_MARKS
