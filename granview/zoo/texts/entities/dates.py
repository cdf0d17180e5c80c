"""Dates of one to eight words."""

from dataclasses import dataclass
from random import Random

from granview.zoo.texts.entities import words


@dataclass(frozen=True)
class Date:
    """A date and the preposition that goes with it, which is empty where none does."""

    text: str
    preposition: str


def make_date(rng: Random) -> Date:
    """A weekday, a month, a year, or something put together from them."""
    day, month, year = rng.choice(words.DAYS), rng.choice(words.MONTHS), str(rng.randint(1900, 2039))
    number, season, ordinal = rng.randint(1, 28), rng.choice(words.SEASONS), rng.choice(words.ORDINALS)
    half = rng.choice(("first", "second"))
    return rng.choice(
        (
            Date(day, "on"),
            Date(month, "in"),
            Date(year, "in"),
            Date(f"{month} {year}", "in"),
            Date(f"{rng.choice(('last', 'next'))} {rng.choice((day, season))}", ""),
            Date(f"{number} {month}", "on"),
            Date(f"{number} {month} {year}", "on"),
            Date(f"{month} {number}, {year}", "on"),
            Date(f"{day}, {number} {month} {year}", "on"),
            Date(f"the {season} of {year}", "in"),
            Date(f"the {ordinal} week of {month}", "in"),
            Date(f"the {ordinal} week of {month} {year}", "in"),
            Date(f"the night of {day}, {number} {month} {year}", "on"),
            Date(f"the {half} half of the {season} of {year}", "in"),
        )
    )
