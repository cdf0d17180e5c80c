"""What makes a text hard besides its length: brackets within brackets, and negation."""

from typing import Final

from granview.scoring.words import split_words

_OPENING: Final = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "【": "】", "「": "」", "『": "』"}
_CLOSING: Final = frozenset(_OPENING.values())
_MARKS: Final = ".,;:!?\"'()[]{}«»“”‘’…。，；：！？、"

NEGATIONS: Final = frozenset(
    {
        *("no", "not", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot"),
        *("nicht", "nichts", "nie", "niemals", "niemand", "nirgends", "weder"),
        *("kein", "keine", "keinen", "keinem", "keiner", "keines"),
        *("ne", "pas", "jamais", "rien", "aucun", "aucune", "ni"),
        *("nunca", "jamás", "nada", "nadie", "ningún", "ninguno", "ninguna", "tampoco"),
        *("不", "没", "沒", "無", "无", "非", "别", "別", "未", "莫"),
    }
)
"""Words of English, German, French, Spanish and Chinese that negate; of no other language negation is counted."""

_ENDINGS: Final = ("n't", "n’t")
_ELISIONS: Final = ("n'", "n’")


def bracket_depth(text: str) -> int:
    """How deep brackets stand within brackets; one that closes nothing counts for nothing."""
    waiting: list[str] = []
    deepest = 0
    for character in text:
        if character in _OPENING:
            waiting.append(_OPENING[character])
            deepest = max(deepest, len(waiting))
        elif character in _CLOSING and character in waiting:
            del waiting[len(waiting) - 1 - waiting[::-1].index(character) :]
    return deepest


def count_negations(text: str) -> int:
    """How many words of a text negate: those of ``NEGATIONS``, English ``n't`` and French ``n'``."""
    return sum(_negates(word.strip(_MARKS).casefold()) for word in split_words(text))


def _negates(word: str) -> bool:
    return word in NEGATIONS or word.endswith(_ENDINGS) or word.startswith(_ELISIONS)
