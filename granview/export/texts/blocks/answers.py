"""The answer in its context, with its rivals."""

from collections.abc import Sequence
from typing import Final

from granview.core.predictions.answers import Answers
from granview.export.texts.blocks.block_context import ANSWERS, BlockContext, PageBlocks
from granview.export.texts.page_content import Bar, TextFormat
from granview.export.texts.runs import Mark
from granview.export.texts.visible import on_one_line

MAX_CANDIDATES: Final = 5
_LONGEST: Final = 80
_BEST: Final = TextFormat("accent", 0.30, under="solid")
_RIGHT: Final = TextFormat("good", 0.28, under="solid")
_WRONG: Final = TextFormat("bad", 0.16, under="dashed")


def show_answers(said: Answers, context: BlockContext) -> PageBlocks:
    """The best answer highlighted, right where it is one of those accepted; the candidates as bars."""
    accepted = None if context.known is None else context.known.answers
    best = said.best
    bars = _bars(said, context, accepted)
    if best is None:
        return PageBlocks((*bars, *context.passage()), has_text=True)
    is_right = None if accepted is None else is_accepted(context.text[slice(*best)], accepted)
    look = {None: _BEST, True: _RIGHT, False: _WRONG}[is_right]
    return PageBlocks((*bars, *context.passage([Mark(*best, look)], focus=best[0])), has_text=True)


def is_accepted(answer: str, accepted: Sequence[str]) -> bool:
    """Whether an answer is one of those accepted, apart from case and outer space."""
    return answer.strip().casefold() in {one.strip().casefold() for one in accepted}


def _bars(said: Answers, context: BlockContext, accepted: Sequence[str] | None) -> list[Bar]:
    best = said.best
    bars: list[Bar] = []
    for (start, end), score in zip(said.spans.tolist()[:MAX_CANDIDATES], said.scores.tolist(), strict=False):
        is_chosen = best == (start, end) and not any(bar.is_chosen for bar in bars)
        answer = context.text[start:end]
        verdict = is_accepted(answer, accepted) if is_chosen and accepted is not None else None
        bars.append(Bar(quoted(answer), score, verdict=verdict, is_chosen=is_chosen))
    if said.no_answer is not None:
        verdict = not accepted if best is None and accepted is not None else None
        bars.append(Bar(ANSWERS, said.no_answer, "muted", verdict, best is None))
    return bars


def quoted(text: str) -> str:
    """A stretch of text as a name: on one line, cut where it is long."""
    line = on_one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
