"""A text that a lane wrote, with what it has and lacks against the reference or the pinned lane."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from granview.core.offsets import offsets
from granview.core.predictions.generated_text import GeneratedText
from granview.gui.model.readout import Readout
from granview.gui.model.shown_text import ShownText
from granview.gui.model.text_viewport import TextSpan
from granview.gui.model.view_state import TextDifference
from granview.gui.presenters.marks import NO_MARKS, Line, Marks, SpanIndex, TextFormat, marks_of, token_shades
from granview.gui.presenters.text_content import TARGET_SPACE, Compared, lane_space, translate
from granview.gui.presenters.text_presenter import TEXT_PRESENTERS, Bar, Presentation, PresenterInput, SummaryText
from granview.scoring.expression_cases import is_correct
from granview.scoring.word_difference import Edit, WordAlignment, WordDifference, align_words, difference
from granview.scoring.words import word_at

_ADDED: Final = TextFormat("good", 0.2, Line.SOLID)

_SHORT: Final = 5
"""Words, up to which a reference is an answer that must be met."""

_PROMPT_END: Final = 250
"""Characters that are shown of both ends of a long prompt; the written file has all of it."""

_align = lru_cache(maxsize=32)(align_words)


@TEXT_PRESENTERS.register(GeneratedText.type_name)
def present_generated(prediction: GeneratedText, inputs: PresenterInput) -> Presentation:
    """The written text; words that the other text lacks are underlined, words that it has more are struck through."""
    compared = inputs.content.compared
    alignment = None if compared is None else _align(prediction.text, compared.text, compared.space)
    differing = difference(compared.text, alignment) if compared is not None and alignment is not None else None
    is_marked = differing is not None and inputs.difference is not TextDifference.OFF
    index = SpanIndex(prediction.tokens)

    def say(offset: int) -> Readout | None:
        token = index.at(offset)
        if token is None:
            return None
        start, end = prediction.tokens[token].tolist()
        return Readout(f"“{prediction.text[start:end].strip()}”", float(prediction.confidence[token]), None)

    def text_span(offset: int) -> TextSpan | None:
        return word_at(prediction.text, offset)

    return Presentation(
        _shown(prediction.text, differing.missing if differing is not None and is_marked else ()),
        lane_space(inputs.content.key),
        rows=_rows(prediction, inputs, compared, differing if is_marked else None),
        marks=_added(differing) if differing is not None and is_marked else NO_MARKS,
        shades=token_shades(prediction.tokens, prediction.confidence),
        alignment=alignment,
        say=say,
        text_span=text_span,
        notices=_notices(compared, alignment, inputs),
    )


def _shown(text: str, missing: Sequence[Edit] = ()) -> ShownText:
    return ShownText(text, edits=missing)


def _added(differing: WordDifference) -> Marks:
    return marks_of(offsets(differing.added), [_ADDED] * len(differing.added))


def _rows(
    prediction: GeneratedText, inputs: PresenterInput, compared: Compared | None, differing: WordDifference | None
) -> tuple[Bar | SummaryText, ...]:
    facts = [translate("TextCell", "{n} tokens").format(n=len(prediction.tokens))] if len(prediction.tokens) else []
    if differing is not None and compared is not None:
        whom = translate("TextCell", "the reference") if compared.space == TARGET_SPACE else _pinned(compared)
        text = translate("TextCell", "{n} of {all} words as in {whom}, {more} more, {less} missing")
        missing, more = differing.others - differing.equal, differing.words - differing.equal
        facts.append(text.format(n=differing.equal, all=differing.others, whom=whom, more=more, less=missing))
    rows: tuple[Bar | SummaryText, ...] = (SummaryText(" · ".join(facts), role="muted"),) if facts else ()
    rows = (*_verdict(prediction.text, inputs), *rows)
    if prediction.stopped == "length":
        cut = translate("TextCell", "Cut off: it reached the limit on new tokens.")
        rows = (*rows, SummaryText(cut, role="warn"))
    return (*rows, *_prompt(prediction, inputs))


def _verdict(text: str, inputs: PresenterInput) -> tuple[Bar, ...]:
    """Whether the text is right by the task's own score, where that is yes or no.

    Code is right where it computes what its cases say, and a text where it equals one of the references; where these
    are longer than a few words another text may be as good, so that only equality is said.
    """
    reference = inputs.content.reference
    if reference is None:
        return ()
    if reference.cases:
        is_right = is_correct(text.strip(), reference.cases)
        return (Bar(translate("TextCell", "Computes what its cases say"), None, verdict=is_right, is_chosen=True),)
    targets = {target.strip() for target in reference.targets or ()}
    is_equal = text.strip() in targets
    if not targets or (not is_equal and max(len(target.split()) for target in targets) > _SHORT):
        return ()
    equal, other = translate("TextCell", "Equal to a reference"), translate("TextCell", "Equal to no reference")
    return (Bar(equal if is_equal else other, None, verdict=is_equal, is_chosen=True),)


def _prompt(prediction: GeneratedText, inputs: PresenterInput) -> tuple[SummaryText, ...]:
    """What the model was given, where that is not the sample's text alone; the middle of a long one is left out."""
    prompt = prediction.prompt
    if not prompt or prompt == inputs.opened.text:
        return ()
    caption = translate("TextCell", "Given to the model: {n} tokens").format(n=f"{prediction.prompt_tokens:,}")
    if prediction.prompt_left_out:
        left_out = translate("TextCell", "{n} more had no room").format(n=f"{prediction.prompt_left_out:,}")
        caption = f"{caption}, {left_out}"
    left = len(prompt) - 2 * _PROMPT_END
    if left > 0:
        middle = translate("TextCell", "[… {n} characters …]").format(n=f"{left:,}")
        prompt = f"{prompt[:_PROMPT_END]} {middle} {prompt[-_PROMPT_END:]}"
    return (SummaryText(prompt, caption, "muted"),)


def _pinned(compared: Compared) -> str:
    return compared.space.partition(":")[2]


def _notices(compared: Compared | None, alignment: WordAlignment | None, inputs: PresenterInput) -> tuple[str, ...]:
    if compared is None or alignment is not None or inputs.difference is TextDifference.OFF:
        return ()
    return (translate("TextCell", "These texts are too long to be compared word by word."),)
