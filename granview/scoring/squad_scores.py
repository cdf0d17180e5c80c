"""Exact match and F1 of answers, as the official SQuAD scorers define them.

Rajpurkar et al., "SQuAD: 100,000+ Questions for Machine Comprehension of Text" (EMNLP 2016), section 6.1; for questions
without an answer, Rajpurkar, Jia and Liang, "Know What You Don't Know" (ACL 2018): the empty answer is right or wrong
as a whole. Where a question has answers and one was given, both versions say the same.
"""

import re
import string
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

_ARTICLE: Final = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION: Final = frozenset(string.punctuation)


class AnswerScore(NamedTuple):
    """How good an answer is, each 0 to 1."""

    exact: float
    f1: float


def normalized_answer(text: str) -> str:
    """An answer as answers are compared: lower case, no ASCII punctuation, no English articles, single spaces."""
    plain = "".join(character for character in text.lower() if character not in _PUNCTUATION)
    return " ".join(_ARTICLE.sub(" ", plain).split())


def answer_score(predicted: str, accepted: Sequence[str]) -> AnswerScore:
    """The best score that an answer gets from any accepted one.

    Args:
        predicted: What the model said; empty where it said that there is no answer.
        accepted: The accepted answers; empty where the question has none. Answers of which nothing is left when they
            are normalised are passed over, as the scorer of version 2 does.
    """
    theirs = [answer for text in accepted if (answer := normalized_answer(text))] or [""]
    ours = normalized_answer(predicted)
    return AnswerScore(float(ours in theirs), max(_f1(ours.split(), answer.split()) for answer in theirs))


def _f1(ours: Sequence[str], theirs: Sequence[str]) -> float:
    if not ours or not theirs:
        return float(not ours and not theirs)
    same = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * same / (len(ours) + len(theirs))
