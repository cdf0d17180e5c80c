"""Names of all types, of one to eight words, with the words that lead up to them."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from granview.zoo.texts.entities import words
from granview.zoo.texts.entities.dates import Date, make_date
from granview.zoo.texts.invented import invented
from granview.zoo.texts.split import Split, words_of

AMBIGUOUS_SHARE = 0.12
"""Share of names that are ambiguous ones."""
INVENTED_SHARE = 0.5
"""Share of the words in names that are made up."""
_FIRST = {split: words_of(words.FIRST_NAMES, split) for split in Split}
_LAST = {split: words_of(words.SURNAMES, split) for split in Split}
_PLACES = {split: words_of(words.PLACES, split) for split in Split}
_AMBIGUOUS = {
    label: tuple(name for name, labels in words.AMBIGUOUS.items() if label in labels)
    for label in ("PERSON", "ORG", "LOCATION", "DATE", "PRODUCT")
}


def _word(rng: Random, split: Split, known: dict[Split, tuple[str, ...]]) -> str:
    """A known name, or a made-up one."""
    return invented(rng, split) if rng.random() < INVENTED_SHARE else rng.choice(known[split])


def _place_word(rng: Random, split: Split) -> str:
    return _word(rng, split, _PLACES)


def _person(rng: Random, split: Split) -> str:
    first, last = _word(rng, split, _FIRST), _word(rng, split, _LAST)
    initial, other = f"{rng.choice('ABCDEFGHJKLMPRSTW')}.", _word(rng, split, _LAST)
    particle = rng.choice(("van der", "de la", "von", "de", "van", "bin", "al"))
    return rng.choice(
        (
            first,
            last,
            first,
            f"{first} {last}",
            f"{first} {last}",
            f"{first} {initial} {last}",
            f"{initial} {last}",
            f"{first} {particle} {last}",
            f"{first} {last}-{other}",
            f"{first} {initial} {particle} {last}",
            f"{first} {_word(rng, split, _FIRST)} {particle} {last} {rng.choice(('Jr.', 'III', 'IV'))}",
            f"{first} {_word(rng, split, _FIRST)} {particle} {last} y {other}",
        )
    )


def _organisation(rng: Random, split: Split) -> str:
    name, other, place = _word(rng, split, _LAST), _word(rng, split, _LAST), _place(rng, split)
    field, town = rng.choice(words.FIELDS), _place_word(rng, split)
    learned = rng.choice(("University", "College", "Academy", "Polytechnic"))
    office = rng.choice(("Ministry", "Department", "Institute", "Board"))
    return rng.choice(
        (
            invented(rng, split),
            invented(rng, split),
            invented(rng, split),
            f"{name} {rng.choice(words.COMPANY_ENDS)}",
            f"{name} {rng.choice(words.COMPANY_ENDS)}",
            f"{name} & {other}",
            f"{name}, {other} & {rng.choice(('Sons', 'Partners', 'Company'))}",
            f"Bank of {place}",
            f"{learned} of {place}",
            f"{learned} of {place} at {town}",
            f"{learned} of {rng.choice(('North', 'South', 'New'))} {town} at {_place_word(rng, split)} "
            f"{rng.choice(words.PLACE_TAILS)}",
            f"{office} of {field}",
            f"{office} of {field} of the Republic of {town}",
            f"{rng.choice(('National', 'Royal', 'Central'))} {office} for {field} of {place}",
            f"{rng.choice(('First', 'Second'))} National Bank of {town}",
            f"{name} Foundation for {field}",
        )
    )


def _place(rng: Random, split: Split) -> str:
    name = _place_word(rng, split)
    return rng.choice(
        (
            name,
            name,
            name,
            name,
            f"{rng.choice(words.PLACE_HEADS)} {name}",
            f"{rng.choice(words.PLACE_HEADS)} {name}",
            f"{name} {rng.choice(words.PLACE_TAILS)}",
        )
    )


def _far_place(rng: Random, split: Split) -> str:
    """A place, now and then with a long name of its own."""
    if rng.random() < 0.75:
        return _place(rng, split)
    name, other = _place_word(rng, split), _place_word(rng, split)
    return rng.choice(
        (
            f"Democratic Republic of {name}",
            f"United Republic of {name} and {other}",
            f"Province of Santa {name} de la {other}",
            f"Islands of Saint {name} and {other}",
            f"Villa de la Santa {name} del {other}",
            f"Free City of {name} by the Sea",
        )
    )


def _product(rng: Random, split: Split) -> str:
    name, end = invented(rng, split), rng.choice(words.PRODUCT_ENDS)
    model = f"{rng.choice('ABCEGKLMQRSTXZ')}{rng.randint(1, 99) * rng.choice((1, 10))}"
    kind, version = rng.choice(words.PRODUCT_KINDS), f"{rng.randint(1, 12)}"
    edition, audience = rng.choice(words.EDITIONS), rng.choice(words.AUDIENCES)
    return rng.choice(
        (
            name,
            name,
            f"{name} {model}",
            f"{name} {version}",
            f"{name} {end}",
            f"{name} {kind} {version}",
            f"{name} {model} {end}",
            f"{name} {kind} {version} {end}",
            f"{name} {kind} {version} {edition}",
            f"{name} {model} {edition} {audience}",
            f"{name} {kind} {version} {edition} {audience}",
        )
    )


_MAKERS: dict[str, Callable[[Random, Split], str]] = {
    "PERSON": _person,
    "ORG": _organisation,
    "LOCATION": _far_place,
    "PRODUCT": _product,
}
LABELS = ("PERSON", "ORG", "LOCATION", "DATE", "PRODUCT")


@dataclass(frozen=True)
class Name:
    """A name, and what stands before it without being part of it: an article, or a date's preposition."""

    text: str
    before: str = ""


def _article(text: str) -> str:
    """The article of names such as "the University of Oslo" and "the Gulf of Carolina"."""
    head, _, rest = text.partition(" ")
    takes = " of " in text and rest and head not in words.WITHOUT_ARTICLE
    return "the " if takes else ""


def make_name(rng: Random, split: Split, label: str) -> Name:
    """A name of one of `LABELS`: an ambiguous one now and then, else one of any length from one to eight words."""
    ambiguous = rng.random() < AMBIGUOUS_SHARE
    if label == "DATE":
        date = Date(rng.choice(_AMBIGUOUS[label]), "in") if ambiguous else make_date(rng)
        return Name(date.text, f"{date.preposition} " if date.preposition else "")
    text = rng.choice(_AMBIGUOUS[label]) if ambiguous else _MAKERS[label](rng, split)
    return Name(text, _article(text) if label in {"ORG", "LOCATION"} else "")
