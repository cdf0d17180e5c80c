"""A text that a lane wrote, word by word against the first text that is known to be right."""

from granview.core.predictions.generated_text import GeneratedText
from granview.export.texts.blocks.told import Shown, Told, passage
from granview.export.texts.excerpt import excerpt
from granview.export.texts.page import Block, Look, Words
from granview.export.texts.runs import Mark
from granview.scoring.word_alignment import align
from granview.scoring.word_difference import Difference, difference

NOTES = ("underlined: not in the reference", "struck through: only in the reference")
_ADDED = Look("good", 0.16, under="solid")


def show_generated_text(said: GeneratedText, told: Told) -> Shown:
    """The written text; words that the reference lacks are underlined, words that only it has are struck through."""
    target = None if told.known is None or not told.known.targets else told.known.targets[0]
    is_code = told.known is not None and told.known.cases is not None
    found = None if target is None else _compared(said.text, target)
    facts = list(_facts(said, target, found))
    shown = excerpt(said.text, told.limit)
    if found is None:
        return Shown((*facts, *passage(said.text, shown, is_code=is_code)))
    marks = [Mark(start, end, _ADDED) for start, end in found.added]
    differs = bool(found.added or found.missing)
    blocks = (*facts, *passage(said.text, shown, marks, found.missing, is_code=is_code))
    return Shown(blocks, notes=NOTES if differs else ())


def _compared(text: str, target: str) -> Difference | None:
    alignment = align(text, target, "reference")
    return None if alignment is None else difference(target, alignment)


def _facts(said: GeneratedText, target: str | None, found: Difference | None) -> list[Block]:
    facts: list[Block] = []
    if found is not None:
        facts.append(
            Words(
                f"{found.equal:,} of {found.others:,} words as in the reference, {found.words - found.equal:,} more, "
                f"{found.others - found.equal:,} missing"
            )
        )
    elif target is not None:
        facts.append(Words("These texts are too long to be compared word by word.", "warn"))
    if said.stopped == "length":
        facts.append(Words("Cut off: it reached the limit on new tokens.", "warn"))
    if not said.text:
        facts.append(Words("The model wrote nothing."))
    return facts
