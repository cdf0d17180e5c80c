"""What masks hold, and how a doubt about it is settled, in words that are the same wherever it is said."""

import shlex
from typing import Final

from granview.core.image_params import MaskValues
from granview.core.labels import BACKGROUND
from granview.io.mask_guess import MaskDoubt, MaskGuess
from granview.io.mask_survey import MaskSurvey

SCHEMES: Final = {"index": MaskValues(), "index-from-1": MaskValues(base=1)}
"""Readings of masks that have a name, by it."""

OPTION: Final = "--mask-values"

FRAME_HINT: Final = "Settle it with --mask-frame shown or --mask-frame stored (in Python: mask_frame=)."

_LISTED: Final = 12
_NO_INDICES: Final = frozenset({MaskDoubt.SHADES, MaskDoubt.NO_CLASSES})
"""Where each value needs a name, since it is most likely no index of a class."""


def held_in_words(survey: MaskSurvey) -> str:
    """The values that masks hold, the lowest first: ``0, 1, 2 and 30 more``."""
    values = _values(survey)
    more = f" and {len(values) - _LISTED} more" if len(values) > _LISTED else ""
    return ", ".join(map(str, values[:_LISTED])) + more


def how_to_settle(guess: MaskGuess, survey: MaskSurvey) -> str:
    """A sentence with the option that says what masks hold: as it was guessed, or with a name for each value."""
    if not _NO_INDICES.intersection(guess.doubts):
        return f"Settle it with {OPTION} {_option(guess.values or MaskValues())} (in Python: mask_values=)."
    values = _values(survey)
    named = [f"{value}={BACKGROUND if value == 0 else 'CLASS'}" for value in values[:_LISTED]]
    listed = " ".join([*named, "…"] if len(values) > _LISTED else named)
    return (
        f"Say which class each value is with {OPTION} {listed}, void for none; or {OPTION} index, where each is the "
        "index of its class (in Python: mask_values=)."
    )


def _values(survey: MaskSurvey) -> list[int]:
    return sorted({value for group in survey.groups for value in group.pixels})


def _option(values: MaskValues) -> str:
    if not values.classes:
        return next(name for name, scheme in SCHEMES.items() if scheme.base == values.base)
    return shlex.join(f"{value}={name or 'void'}" for value, name in sorted(values.named.items()))
