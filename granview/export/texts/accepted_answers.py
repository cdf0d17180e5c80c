"""Answers as pages name them, and which of them a reference accepts."""

from collections.abc import Sequence
from typing import Final

from granview.export.texts.unprintable_characters import on_one_line
from granview.scoring.squad_scores import answer_score

_LONGEST: Final = 80


def is_accepted(answer: str, accepted: Sequence[str]) -> bool:
    """Whether a word is one of those accepted, apart from case and outer space."""
    return answer.strip().casefold() in {one.strip().casefold() for one in accepted}


def is_accepted_answer(answer: str, accepted: Sequence[str]) -> bool:
    """Whether an answer is one of those accepted, as SQuAD's scorer has it: without case, articles and punctuation."""
    return answer_score(answer, accepted).exact == 1


def quoted(text: str) -> str:
    """A span of text as a name: on one line, cut where it is long."""
    line = on_one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
